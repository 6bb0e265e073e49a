/**
 * Flow triggers: an execution came to a state, and other flows wait for that. `conditions` are about this one execution; `preconditions`
 * count several. One execution after the other is told of, in the order they came: what was counted is in the journal before the next.
 */
import type { State } from '../door.ts';
import { type Preconditions, preconditions as schema } from '../plugins/core/trigger/Flow.ts';
import type { Upstream } from '../plugins/definition.ts';
import type { Book, Counts } from './book.ts';
import { allHold, conditionsOf, type WrittenCondition } from './conditions.ts';
import { explained } from './explained.ts';
import { inputsOf, labelsOf, rendererFor } from './fire.ts';
import type { Launcher } from './launcher.ts';
import { type Gate, type Part, partsOf, pass } from './preconditions.ts';
import { keyOf, type Subject, zoneNamed } from './subject.ts';

const MULTIPLE = 'io.kestra.plugin.core.condition.MultipleCondition';
/** Where the trigger names no states. */
const BY_DEFAULT: readonly State[] = [
  'SUCCESS',
  'WARNING',
  'FAILED',
  'KILLED',
  'CANCELLED',
  'RETRIED',
  'SKIPPED',
  'PAUSED',
];

/**
 * Flows that trigger each other go on for ever in a Kestra; here they end, with a word: so many executions may come, by Flow triggers,
 * of one that was started otherwise.
 */
const MOST_FROM_ONE = 200;

export interface Listener {
  /**
   * Tells all Flow triggers that an execution came to a state; resolves when what follows from it is in the journal: true where some
   * trigger waits for such a state. Never rejects.
   * `again`: an earlier process may have dealt with it, at least in part.
   */
  came(execution: Upstream, again?: boolean): Promise<boolean>;
  /** Whether some trigger waits for such an execution, as far as these facts say. */
  isAwaited(facts: Facts): boolean;
}

type Facts = Pick<Upstream, 'namespace' | 'flowId' | 'state'>;

interface Needs {
  launcher: Launcher;
  book: Book;
  subjects(): readonly Subject[];
  isOff(subject: Subject): boolean;
  fired(subject: Subject, executionId: string): void;
}

export function createListener({ launcher, book, subjects, isOff, fired }: Needs): Listener {
  let last: Promise<unknown> = Promise.resolve();
  /** By correlation. */
  const descendants = new Map<string, number>();

  function isTooMany(execution: Upstream): boolean {
    const root = correlationOf(execution);
    const so = descendants.get(root) ?? 0;
    descendants.set(root, so + 1);
    return so >= MOST_FROM_ONE;
  }

  /** What has been counted then, and `trigger` of the execution to start, if any. */
  async function weigh(
    subject: Subject,
    execution: Upstream,
  ): Promise<{ counts: Counts; facts?: Record<string, unknown> } | undefined> {
    const { host } = launcher;
    const variables = variablesFor(subject, execution, launcher);
    const all = conditionsOf(subject);
    const single = all.filter(({ type }) => type !== MULTIPLE);
    if (!(await allHold(single, subject, host, { variables, execution }))) return undefined;
    const gates = gatesOf(subject, all, rendererFor(subject, launcher, variables));
    const counts: Counts = { ...book.page(keyOf(subject)).counts };
    let outputs = execution.outputs;
    for (const [index, gate] of gates.entries()) {
      const before = new Map((counts[index] ?? []).map(([part, at, brought]) => [part, { at, outputs: brought }]));
      const passed = await pass(gate, before, execution, host.clock.now(), zoneNamed(host.timeZone));
      counts[index] = [...passed.counted].map(([part, came]) => [part, came.at, came.outputs]);
      if (!passed.outputs) return { counts };
      if (Object.keys(passed.outputs).length > 0) outputs = passed.outputs;
    }
    return { counts, facts: factsOf(execution, outputs) };
  }

  async function deal(subject: Subject, execution: Upstream, again: boolean): Promise<void> {
    const weighed = await weigh(subject, execution);
    if (!weighed) return;
    const { facts, counts } = weighed;
    const { flow, trigger } = subject;
    const isDone = again && launcher.hasFollowed(flow, trigger.id, execution);
    if (facts && !isDone) await start(subject, execution, facts);
    if (Object.keys(counts).length > 0) await book.write(keyOf(subject), { counts });
  }

  function gatesOf(
    subject: Subject,
    conditions: readonly WrittenCondition[],
    render: (template: string) => Promise<string>,
  ): Gate[] {
    const written = subject.trigger.properties.preconditions;
    const read = written === undefined ? undefined : schema.safeParse(written).data;
    const own: Gate[] = read
      ? [{ ...windowOf(read), parts: partsOf(read, render), resetOnSuccess: read.resetOnSuccess }]
      : [];
    return [...own, ...conditions.filter(({ type }) => type === MULTIPLE).map((one) => multiple(subject, one))];
  }

  function multiple(subject: Subject, written: WrittenCondition): Gate {
    const parts = Object.entries((written.conditions ?? {}) as Record<string, WrittenCondition>).map(
      ([name, condition]): Part => ({
        name,
        met: (execution) =>
          allHold([condition], subject, launcher.host, {
            variables: variablesFor(subject, execution, launcher),
            execution,
          }),
      }),
    );
    const old = {
      ...(typeof written.window === 'string' && { window: written.window }),
      ...(typeof written.windowAdvance === 'string' && { windowAdvance: written.windowAdvance }),
    };
    const timeWindow = { ...old, ...(written.timeWindow as object | undefined) };
    return { parts, timeWindow, resetOnSuccess: written.resetOnSuccess !== false };
  }

  async function start(subject: Subject, execution: Upstream, facts: Record<string, unknown>): Promise<void> {
    const variables = variablesFor(subject, { ...execution, ...outputsIn(facts) }, launcher);
    const correlation = { key: 'system.correlationId', value: correlationOf(execution) };
    try {
      const { id, type } = subject.trigger;
      const inputs = await inputsOf(subject, launcher, variables);
      const labels = [...(await labelsOf(subject, launcher, variables)), correlation];
      const started = await launcher.start(subject.flow, {
        ...(inputs && { inputs }),
        labels,
        trigger: { id, type, variables: facts },
      });
      fired(subject, started.id);
    } catch (error) {
      const { flow, trigger } = subject;
      await launcher.say(
        execution.id,
        'WARN',
        `Failed to trigger flow ${flow.namespace}.${flow.id} for trigger ${trigger.id}, invalid inputs`,
        explained(error),
      );
    }
  }

  /** A flow that is saved hears of nothing that ended before. */
  const wasThere = (subject: Subject, { at }: Upstream): boolean => at >= (book.page(keyOf(subject)).date ?? 0);

  async function tell(execution: Upstream, again: boolean): Promise<boolean> {
    const waiting = subjects().filter(
      (subject) => isAbout(subject, execution) && !isOff(subject) && wasThere(subject, execution),
    );
    if (waiting.length > 0 && isTooMany(execution)) {
      const names = waiting.map(({ flow }) => flow.id).join(', ');
      const explanation = `Flow-flow ini saling memicu tanpa henti (berikutnya: ${names}). Beri trigger Flow-nya \`preconditions\` atau syarat ExecutionFlow.`;
      await launcher.say(execution.id, 'ERROR', `More than ${MOST_FROM_ONE} executions by flow triggers`, explanation);
      return true;
    }
    for (const subject of waiting) {
      try {
        await deal(subject, execution, again);
      } catch (error) {
        const { flow, trigger } = subject;
        const message = `[namespace: ${flow.namespace}] [flow: ${flow.id}] [trigger: ${trigger.id}] Evaluate Condition Failed`;
        await launcher.say(execution.id, 'WARN', message, explained(error));
      }
    }
    return waiting.length > 0;
  }

  return {
    came(execution, again = false) {
      const told = last.then(() => tell(execution, again));
      last = told;
      return told;
    },
    isAwaited: (facts) => subjects().some((subject) => isAbout(subject, facts) && !isOff(subject)),
  };
}

/** An execution that a webhook started has no such label: it is the first of what it leads to. */
const correlationOf = ({ labels, id }: Upstream): string =>
  labels.find(({ key }) => key === 'system.correlationId')?.value ?? id;

/** An execution never triggers its own flow. */
function isAbout({ flow, trigger, definition }: Subject, { namespace, flowId, state }: Facts): boolean {
  if (definition.fires !== 'executions' || trigger.disabled || flow.disabled) return false;
  if (flow.namespace === namespace && flow.id === flowId) return false;
  const { states } = trigger.properties;
  return Array.isArray(states) ? states.includes(state) : BY_DEFAULT.includes(state);
}

const outputsIn = ({ outputs }: Record<string, unknown>) =>
  outputs === undefined ? {} : { outputs: outputs as Record<string, unknown> };

const windowOf = ({ timeWindow }: Preconditions) => (timeWindow ? { timeWindow } : {});

/** `trigger` of the execution that is started. */
function factsOf(execution: Upstream, outputs: Record<string, unknown> | undefined): Record<string, unknown> {
  const labels = execution.labels.filter(({ key }) => !key.startsWith('system.'));
  return {
    executionId: execution.id,
    executionLabels: Object.fromEntries(labels.map(({ key, value }) => [key, value])),
    state: execution.state,
    namespace: execution.namespace,
    flowId: execution.flowId,
    flowRevision: execution.flowRevision,
    ...(outputs && { outputs }),
  };
}

/** What conditions and inputs see: the trigger's own flow, the other execution; of `trigger` only its outputs, as in a Kestra. */
function variablesFor({ flow, trigger }: Subject, execution: Upstream, { host }: Launcher) {
  return {
    flow: { id: flow.id, namespace: flow.namespace, revision: flow.revision, tenantId: 'main' },
    execution: { id: execution.id, state: execution.state, ...(execution.outputs && { outputs: execution.outputs }) },
    trigger: { id: trigger.id, type: trigger.type, ...(execution.outputs && { outputs: execution.outputs }) },
    inputs: execution.inputs,
    labels: Object.fromEntries(execution.labels.map(({ key, value }) => [key, value])),
    vars: flow.variables,
    envs: host.envs,
  };
}
