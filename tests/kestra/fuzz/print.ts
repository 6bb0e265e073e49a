/**
 * A flow of a shape: names its tasks, resolves what they point at, and leaves nothing to chance. Where tasks run side by side a Kestra
 * promises no order, so there a failure is always allowed, and nothing points at what may not have ended yet.
 */
import { stringify } from 'yaml';
import { type Children, canFail, core, isAlone, leaf, type Place, words, type Yaml } from './leaves.ts';
import type { Branching, FlowShape, Leaf, Modifiers, Shape } from './shape.ts';

/** A flow's text. Deterministic; `id` and `namespace` are for the caller to choose. */
export function printFlow(shape: FlowShape, id: string, namespace: string): string {
  let count = 0;
  const name = (): string => `t${++count}`;
  const handled = shape.errors.length > 0 || shape.finally.length > 0;
  const children: Children = { namespace, prefix: id, sources: [] };
  const top: Place = { before: [], exposed: false, looping: false, late: false, inLoop: false, handled };

  /** Tasks that run one after the other; gives them and the names that have ended after them. */
  function inOrder(shapes: readonly Shape[], place: Place): { tasks: Yaml[]; ended: string[] } {
    const ended: string[] = [];
    const tasks = shapes.map((one) => {
      const printed = task(one, { ...place, before: [...place.before, ...ended] });
      ended.push(...printed.names);
      return printed.yaml;
    });
    return { tasks, ended };
  }

  function sideBySide(shapes: readonly Shape[], place: Place, alone: boolean): { tasks: Yaml[]; ended: string[] } {
    // Even one at a time the next may have started before a failure is heard of.
    if (alone) return inOrder(shapes, { ...place, exposed: true });
    const printed = shapes.map((one) => task(one, { ...place, exposed: true }));
    return { tasks: printed.map(({ yaml }) => yaml), ended: printed.flatMap(({ names }) => names) };
  }

  function task({ task: what, modifiers }: Shape, place: Place): { yaml: Yaml; names: string[] } {
    const own = name();
    // Nothing forgives a runIf that can't be rendered; a WorkingDirectory reads its children's before it starts.
    const sure = place.exposed || place.inPiece === true;
    const runIf = sure && modifiers.runIf === 'broken' ? 'yes' : modifiers.runIf;
    if (what.kind === 'leaf') {
      const fails = canFail(what.leaf);
      // A Kestra tries a Subflow whose outputs can't be had for ever, and says late of others that they failed.
      const once = place.handled || place.late || what.leaf.kind === 'subflow' || what.leaf.kind === 'pause';
      const retry = once ? undefined : modifiers.retry;
      const guarded = { ...modifiers, runIf, retry, allowFailure: modifiers.allowFailure || (place.exposed && fails) };
      return { yaml: { id: own, ...leaf(what.leaf, place, children), ...said(guarded, place) }, names: [own] };
    }
    // A Kestra never ends a flowable with a retry whose child has used it up.
    const kept = { ...modifiers, runIf, retry: undefined };
    const loops = what.branching.kind === 'loopUntil' && isAlone(place);
    const around = what.errors.length > 0 || what.finally.length > 0 || loops;
    const exposed = place.exposed && !modifiers.allowFailure;
    const inside: Place = { ...place, exposed, handled: place.handled || around };
    const { yaml, ended } = branching(what.branching, inside, own);
    const settled = place.exposed || place.looping ? [] : ended;
    const handlers = {
      ...inside,
      late: true,
      before: [...place.before, ...(isConcurrent(what.branching) ? [] : settled)],
    };
    const errors = inOrder(what.errors, handlers);
    const final = inOrder(what.finally, handlers);
    const handles = handlesItsOwn(what.branching);
    return {
      yaml: {
        id: own,
        ...yaml,
        ...said(kept, place),
        ...(errors.tasks.length > 0 && handles && { errors: errors.tasks }),
        ...(final.tasks.length > 0 && handles && { finally: final.tasks }),
      },
      names: place.looping ? [own] : [own, ...ended],
    };
  }

  function branching(what: Branching, place: Place, own: string): { yaml: Yaml; ended: string[] } {
    switch (what.kind) {
      case 'sequential': {
        const { tasks, ended } = inOrder(what.tasks, place);
        return { yaml: { type: core('flow.Sequential'), tasks }, ended };
      }
      case 'allowFailure': {
        const { tasks, ended } = inOrder(what.tasks, { ...place, exposed: false });
        return { yaml: { type: core('flow.AllowFailure'), tasks }, ended };
      }
      // While it waits nothing else may run; elsewhere its tasks run once.
      case 'loopUntil': {
        if (!isAlone(place) || place.inLoop) {
          const { tasks, ended } = inOrder(what.tasks, place);
          return { yaml: { type: core('flow.Sequential'), tasks }, ended };
        }
        const { tasks, ended } = inOrder(enabledOnce(what.tasks), { ...place, turning: true });
        const checkFrequency = { interval: 'PT0.1S', maxIterations: what.most };
        const condition = `{{ outputs.${own}.iterationCount >= ${what.count} }}`;
        return { yaml: { type: core('flow.LoopUntil'), condition, checkFrequency, tasks }, ended };
      }
      case 'workingDirectory': {
        const leaves = what.tasks.filter(({ task: inner }) => inner.kind === 'leaf' && !EXECUTOR.has(inner.leaf.kind));
        const { tasks, ended } = inOrder(leaves.length > 0 ? leaves : [PLAIN], { ...place, inPiece: true });
        return { yaml: { type: core('flow.WorkingDirectory'), tasks }, ended };
      }
      case 'parallel': {
        const { tasks, ended } = sideBySide(what.tasks, place, what.concurrent === 1);
        return { yaml: { type: core('flow.Parallel'), concurrent: what.concurrent, tasks }, ended };
      }
      case 'dag': {
        // A Kestra waits for ever for a dependency that is disabled.
        const enabled = what.tasks.map((one) => ({ ...one, modifiers: { ...one.modifiers, disabled: false } }));
        const { tasks, ended } = sideBySide(enabled, place, enabled.length === 1);
        const nodes = tasks.map((one, at) => {
          const need = tasks[(what.needs[at] ?? 0) % tasks.length];
          const earlier = need !== undefined && tasks.indexOf(need) < at;
          return { task: one, ...(earlier && { dependsOn: [need.id] }) };
        });
        return { yaml: { type: core('flow.Dag'), tasks: nodes }, ended };
      }
      case 'if': {
        const first = inOrder(enabledOnce(what.tasks), place);
        const second = inOrder(enabledOnce(what.otherwise), place);
        const condition = what.condition === 'broken' && place.exposed ? 'no' : what.condition;
        return {
          yaml: {
            type: core('flow.If'),
            condition: CONDITIONS[condition],
            then: first.tasks,
            ...(second.tasks.length > 0 && { else: second.tasks }),
          },
          ended: [...first.ended, ...second.ended],
        };
      }
      case 'switch': {
        const first = inOrder(enabledOnce(what.tasks), place);
        const second = inOrder(enabledOnce(what.second), place);
        const others = inOrder(enabledOnce(what.defaults.length > 0 ? what.defaults : [PLAIN]), place);
        return {
          yaml: {
            type: core('flow.Switch'),
            value: what.value === 'loop' ? "{{ taskrun.value ?? 'b' }}" : what.value,
            cases: { a: first.tasks, b: second.tasks },
            ...(others.tasks.length > 0 && { defaults: others.tasks }),
          },
          ended: [...first.ended, ...second.ended, ...others.ended],
        };
      }
      case 'forEach': {
        const several = what.limit !== 1 && what.values.length > 1;
        const inside = { ...place, inLoop: true, exposed: place.exposed || several, looping: place.looping || several };
        const { tasks, ended } = inOrder(what.tasks, inside);
        return {
          yaml: { type: core('flow.ForEach'), values: what.values, concurrencyLimit: what.limit, tasks },
          // In which order its values stand in `outputs` is a matter of chance.
          ended: several ? [] : ended,
        };
      }
    }
  }

  const main = inOrder(shape.tasks, top);
  const ended = { ...top, before: main.ended, late: true };
  const errors = inOrder(shape.errors, ended);
  const final = inOrder(shape.finally, ended);
  const after = inOrder(shape.afterExecution, { ...ended, after: true });
  const outputs = shape.outputs.map((text, at) => ({ id: `o${at}`, type: 'STRING', value: words(text, ended) }));
  const flow = {
    id,
    namespace,
    labels: { asal: 'acak' },
    variables: { isi: 'v', daftar: [1, 'dua'] },
    inputs: INPUTS,
    ...(shape.defaults !== undefined && { pluginDefaults: [DEFAULTS[shape.defaults]] }),
    ...(shape.limited && { concurrency: { limit: 1 } }),
    ...(shape.retry && !anyHandled(shape) && { retry: retryOf(shape.retry) }),
    tasks: main.tasks,
    ...(errors.tasks.length > 0 && { errors: errors.tasks }),
    ...(final.tasks.length > 0 && { finally: final.tasks }),
    ...(after.tasks.length > 0 && { afterExecution: after.tasks }),
    ...(outputs.length > 0 && { outputs }),
  };
  const text = stringify(flow, { lineWidth: 0, aliasDuplicateObjects: false });
  return [...children.sources, text].join('---\n');
}

const INPUTS = [
  { id: 'nama', type: 'STRING', defaults: '{{ flow.id }}-{{ vars.isi }}' },
  { id: 'angka', type: 'INT', defaults: 41 },
  { id: 'pilih', type: 'SELECT', values: ['a', 'b'], required: false },
  {
    id: 'turunan',
    type: 'STRING',
    defaults: 'dari {{ inputs.angka }}',
    dependsOn: { inputs: ['angka'], condition: '{{ inputs.angka > 40 }}' },
  },
];

const DEFAULTS = {
  level: { type: core('log'), values: { level: 'WARN' } },
  forced: { type: core('log.Log'), forced: true, values: { message: 'dipaksa' } },
};

/** What a Kestra's executor does itself can't stand in a WorkingDirectory. */
const EXECUTOR: ReadonlySet<Leaf['kind']> = new Set(['setVariables', 'labels', 'subflow', 'pause']);

const PLAIN: Shape = {
  task: { kind: 'leaf', leaf: { kind: 'log', text: { kind: 'words' } } },
  modifiers: { disabled: false, allowFailure: false, allowWarning: false, runIf: undefined, retry: undefined },
};

/** Whether `errors`, `finally` or `afterExecution` stand anywhere: the flow's own retry would reach into them. */
function anyHandled(shape: FlowShape): boolean {
  const inside = (shapes: readonly Shape[]): boolean =>
    shapes.some(({ task }) => {
      if (task.kind === 'leaf') return false;
      const { branching, errors } = task;
      if (errors.length > 0 || task.finally.length > 0 || inside(branching.tasks)) return true;
      if (branching.kind === 'if') return inside(branching.otherwise);
      return branching.kind === 'switch' && (inside(branching.second) || inside(branching.defaults));
    });
  const lists = [shape.errors, shape.finally, shape.afterExecution];
  return lists.some((list) => list.length > 0) || inside(shape.tasks);
}

/** A Kestra never ends a branch whose tasks are all disabled. */
function enabledOnce(shapes: readonly Shape[]): Shape[] {
  const [first, ...rest] = shapes;
  if (!first || shapes.some(({ modifiers }) => !modifiers.disabled)) return [...shapes];
  return [{ ...first, modifiers: { ...first.modifiers, disabled: false } }, ...rest];
}

/** A Kestra gives a WorkingDirectory neither `errors` nor `finally`, a LoopUntil a count of its own there, and loses those of a ForEach without values. */
const handlesItsOwn = (what: Branching): boolean =>
  what.kind !== 'workingDirectory' && what.kind !== 'loopUntil' && (what.kind !== 'forEach' || what.values.length > 0);

const isConcurrent = (what: Branching): boolean =>
  (what.kind === 'parallel' && what.concurrent !== 1) ||
  what.kind === 'dag' ||
  (what.kind === 'forEach' && what.limit !== 1);

const CONDITIONS = {
  yes: '{{ 1 < 2 }}',
  no: '{{ 1 > 2 }}',
  value: "{{ (taskrun.value ?? 'a') == 'a' }}",
  broken: '{{ tiada.ada }}',
};

function said(modifiers: Modifiers, place: Place): Yaml {
  const { disabled, allowFailure, allowWarning, retry } = modifiers;
  const runIf = modifiers.runIf === undefined ? undefined : conditionOf(modifiers.runIf, place);
  return {
    ...(disabled && { disabled }),
    ...(allowFailure && { allowFailure }),
    ...(allowWarning && { allowWarning }),
    ...(runIf !== undefined && { runIf }),
    ...(retry && { retry: retryOf(retry) }),
  };
}

function conditionOf(runIf: NonNullable<Modifiers['runIf']>, { before }: Place): string {
  if (runIf !== 'state') return CONDITIONS[runIf];
  const last = before.at(-1);
  return last === undefined ? CONDITIONS.yes : `{{ (tasks.${last}.state ?? 'SUCCESS') != 'FAILED' }}`;
}

const retryOf = ({ kind, maxAttempts, warningOnRetry }: NonNullable<Modifiers['retry']>): Yaml => ({
  type: kind,
  ...(kind === 'random' ? { minInterval: 'PT0.05S', maxInterval: 'PT0.06S' } : { interval: 'PT0.05S' }),
  ...(kind === 'exponential' && { maxInterval: 'PT0.1S' }),
  maxAttempts,
  ...(warningOnRetry && { warningOnRetry }),
});
