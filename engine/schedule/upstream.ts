/**
 * Flow triggers: an execution came to a state, and other flows wait for that. `conditions` are about this one execution; `preconditions`
 * count several. What counts is kept in memory: an engine that starts anew counts anew.
 */
import type { State } from '../door.ts';
import { type Preconditions, preconditions as schema } from '../plugins/core/trigger/Flow.ts';
import type { Upstream } from '../plugins/definition.ts';
import { allHold, conditionsOf, type WrittenCondition } from './conditions.ts';
import { explained } from './explained.ts';
import { inputsOf, labelsOf, rendererFor, stops } from './fire.ts';
import type { Launcher } from './launcher.ts';
import { type Counted, type Gate, type Part, partsOf, pass } from './preconditions.ts';
import { keyOf, keyText, type Subject, zoneNamed } from './subject.ts';

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
  /** Tells all Flow triggers that an execution came to a state. Never rejects. */
  came(execution: Upstream): Promise<void>;
}

export function createListener(
  launcher: Launcher,
  subjects: () => readonly Subject[],
  isOff: (subject: Subject) => boolean,
  stop: (subject: Subject) => Promise<void>,
): Listener {
  const counts = new Map<string, Counted>();
  /** By correlation. */
  const descendants = new Map<string, number>();

  function isTooMany({ labels, id }: Upstream): boolean {
    const root = labels.find(({ key }) => key === 'system.correlationId')?.value ?? id;
    const so = descendants.get(root) ?? 0;
    descendants.set(root, so + 1);
    return so >= MOST_FROM_ONE;
  }

  async function fires(subject: Subject, execution: Upstream): Promise<Record<string, unknown> | undefined> {
    const { host } = launcher;
    const variables = variablesFor(subject, execution, launcher);
    const all = conditionsOf(subject);
    const single = all.filter(({ type }) => type !== MULTIPLE);
    if (!(await allHold(single, subject, host, { variables, execution }))) return undefined;
    const gates = gatesOf(subject, all, rendererFor(subject, launcher, variables));
    let outputs = execution.outputs;
    for (const [index, gate] of gates.entries()) {
      const key = `${keyText(keyOf(subject))}/${index}`;
      const at = host.clock.now();
      const passed = await pass(gate, counts.get(key) ?? new Map(), execution, at, zoneNamed(host.timeZone));
      counts.set(key, passed.counted);
      if (!passed.outputs) return undefined;
      if (Object.keys(passed.outputs).length > 0) outputs = passed.outputs;
    }
    return factsOf(execution, outputs);
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
    const correlation = execution.labels.filter(({ key }) => key === 'system.correlationId');
    try {
      const { id, type } = subject.trigger;
      const inputs = await inputsOf(subject, launcher, variables);
      const labels = [...(await labelsOf(subject, launcher, variables)), ...correlation];
      const started = await launcher.start(subject.flow, {
        ...(inputs && { inputs }),
        labels,
        trigger: { id, type, variables: facts },
      });
      if (!Array.isArray(subject.trigger.properties.stopAfter)) return;
      if (stops(subject, await launcher.ended(started.id))) await stop(subject);
    } catch (error) {
      const { flow, trigger } = subject;
      launcher.say(
        execution.id,
        'WARN',
        `Failed to trigger flow ${flow.namespace}.${flow.id} for trigger ${trigger.id}, invalid inputs`,
        explained(error),
      );
    }
  }

  return {
    async came(execution) {
      const waiting = subjects().filter((subject) => isAbout(subject, execution) && !isOff(subject));
      if (waiting.length > 0 && isTooMany(execution)) {
        const names = waiting.map(({ flow }) => flow.id).join(', ');
        const explanation = `Flow-flow ini saling memicu tanpa henti (berikutnya: ${names}). Beri trigger Flow-nya \`preconditions\` atau syarat ExecutionFlow.`;
        launcher.say(execution.id, 'ERROR', `More than ${MOST_FROM_ONE} executions by flow triggers`, explanation);
        return;
      }
      for (const subject of waiting) {
        try {
          const facts = await fires(subject, execution);
          if (facts) await start(subject, execution, facts);
        } catch (error) {
          const { flow, trigger } = subject;
          const message = `[namespace: ${flow.namespace}] [flow: ${flow.id}] [trigger: ${trigger.id}] Evaluate Condition Failed`;
          launcher.say(execution.id, 'WARN', message, explained(error));
        }
      }
    },
  };
}

/** An execution never triggers its own flow. */
function isAbout({ flow, trigger, definition }: Subject, { namespace, flowId, state }: Upstream): boolean {
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
