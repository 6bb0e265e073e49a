/** The tasks that do something, and what they say. */
import { stringify } from 'yaml';
import type { Leaf, Text } from './shape.ts';

export type Yaml = Record<string, unknown>;

export const core = (type: string): string => `io.kestra.plugin.core.${type}`;

/** Where a task stands. */
export interface Place {
  /** Tasks that have certainly ended, or never will. */
  before: readonly string[];
  /** Several run at once around it, and a failure would reach them. */
  exposed: boolean;
  /** In a loop that runs its values at once: outputs of the loop's tasks are not settled. */
  looping: boolean;
  /** Runs after the end, or because of a failure. */
  late: boolean;
  inLoop: boolean;
  /** `errors` or `finally` stand around it: a Kestra may start these while a retry is still to come, and then loses it. */
  handled: boolean;
  /** In a WorkingDirectory, whose tasks are one piece of work. */
  inPiece?: true;
  /** After the end: a Kestra never hears there how a Subflow ended. */
  after?: true;
  /** In a LoopUntil, which forgets its tasks with each turn. */
  turning?: true;
}

/** Flows that are saved before the one that is printed, and how they are named. */
export interface Children {
  namespace: string;
  prefix: string;
  sources: string[];
}

export function canFail(what: Leaf): boolean {
  switch (what.kind) {
    case 'fail':
    case 'timeout':
      return true;
    case 'assert':
      return !what.holds;
    case 'sleep':
      return false;
    case 'subflow':
      return what.wait;
    case 'pause':
      return what.behavior === 'FAIL';
    default:
      return what.text.kind === 'broken';
  }
}

/** What would change something for its neighbours, where these run at once or after the end, only says it. */
export const isAlone = ({ exposed, looping, late, turning }: Place): boolean =>
  !exposed && !looping && !late && !turning;

/** A task of one kind; `children` gathers the flows that are saved before this one. */
export function leaf(what: Leaf, place: Place, children: Children): Yaml {
  switch (what.kind) {
    case 'return':
      return { type: core('debug.Return'), format: words(what.text, place) };
    case 'log':
      return { type: core('log.Log'), message: words(what.text, place) };
    case 'values':
      return { type: core('output.OutputValues'), values: { x: words(what.text, place), y: [1, '{{ flow.id }}'] } };
    // A Kestra's executor writes over what waits for a retry when these run in `errors`: they stand in the main list only.
    case 'setVariables':
      return isAlone(place)
        ? { type: core('execution.SetVariables'), variables: { isi: words(what.text, place) } }
        : { type: core('debug.Return'), format: words(what.text, place) };
    case 'labels':
      return isAlone(place)
        ? { type: core('execution.Labels'), labels: { asal: `l${words(what.text, place)}` } }
        : { type: core('debug.Return'), format: words(what.text, place) };
    case 'kv':
      return isAlone(place)
        ? { type: core('kv.Set'), key: 'kunci', value: words(what.text, place) }
        : { type: core('debug.Return'), format: words(what.text, place) };
    case 'sleep':
      return { type: core('flow.Sleep'), duration: 'PT0.05S' };
    case 'timeout':
      return { type: core('flow.Sleep'), duration: 'PT20S', timeout: 'PT0.2S' };
    case 'subflow':
      return place.after ? { type: core('debug.Return'), format: 'tanpa anak' } : subflow(what, children);
    // While it waits nothing else may run, or it would be a matter of chance how far that comes.
    case 'pause':
      return isAlone(place) && place.inPiece === undefined
        ? { type: core('flow.Pause'), pauseDuration: 'PT0.1S', behavior: what.behavior }
        : { type: core('flow.Sleep'), duration: 'PT0.05S' };
    case 'fail':
      return {
        type: core('execution.Fail'),
        ...(what.tries < 99 && { condition: `{{ taskrun.attemptsCount < ${what.tries} }}` }),
      };
    case 'assert':
      return { type: core('execution.Assert'), conditions: ['{{ 1 < 2 }}', what.holds ? 'true' : '{{ 1 > 2 }}'] };
  }
}

export function words(text: Text, place: Place): string {
  const { before } = place;
  switch (text.kind) {
    case 'words':
      return 'kata {{ flow.id }}';
    case 'value':
      return "{{ taskrun.value ?? 'tanpa' }} {{ parent.taskrun.value ?? 'induk' }}";
    case 'iteration':
      return "{{ taskrun.iteration ?? 'tanpa' }} {{ taskrun.attemptsCount ?? 0 }}";
    case 'variable':
      return '{{ vars.isi }} {{ vars.daftar[1] }} {{ labels.asal }}';
    case 'input':
      return "{{ inputs.nama }} {{ inputs.angka + 1 }} {{ inputs.pilih ?? 'tiada' }} {{ inputs.turunan ?? 'tidak' }}";
    case 'kv':
      return place.late || place.exposed || place.looping
        ? 'sendiri'
        : "{{ kv('kunci', errorOnMissing=false) ?? 'kosong' }}";
    case 'broken':
      return 'x {{ tiada.ada }}';
    case 'output': {
      const which = before[text.which % Math.max(1, before.length)];
      return which === undefined ? 'sendiri' : `{{ outputs.${which} ?? 'tiada' }}`;
    }
    case 'state': {
      const which = before[text.which % Math.max(1, before.length)];
      return which === undefined ? 'sendiri' : `{{ tasks.${which}.state ?? 'tiada' }}`;
    }
  }
}

function subflow({ ends, wait, transmit, output }: Extract<Leaf, { kind: 'subflow' }>, children: Children): Yaml {
  const { namespace, prefix, sources } = children;
  const id = `${prefix}-anak${sources.length}`;
  const value = output === 'good' ? '{{ outputs.a.value }} {{ inputs.dari }}' : '{{ tiada.ada }}';
  const work = { id: 'a', type: core('debug.Return'), format: 'anak {{ inputs.dari }}' };
  const fail = { id: 'b', type: core('execution.Fail'), allowFailure: ends === 'warns' };
  sources.push(
    stringify({
      id,
      namespace,
      inputs: [{ id: 'dari', type: 'STRING', defaults: 'bawaan' }],
      tasks: ends === 'well' ? [work] : [work, fail],
      ...(output !== 'none' && { outputs: [{ id: 'o', type: 'STRING', value }] }),
    }),
  );
  return {
    type: core('flow.Subflow'),
    namespace,
    flowId: id,
    inputs: { dari: 'induk {{ flow.id }}' },
    ...(!wait && { wait }),
    ...(!transmit && { transmitFailed: transmit }),
  };
}
