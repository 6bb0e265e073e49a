/** What the scheduler asks of the engine, and what the engine tells it: the tie between `run/` and `schedule/`. */
import type { Flow, StartOptions, State } from '../door.ts';
import type { Upstream } from '../plugins/definition.ts';
import { createSchedules, type Launcher, type Schedules, type StartRequest } from '../schedule/index.ts';
import { RefusedError } from './errors.ts';
import type { Header } from './events.ts';
import { type House, isEntryOver } from './house.ts';
import type { Entry } from './ledger.ts';
import { newRun } from './newRun.ts';
import { renderDeep, renderProperties } from './properties.ts';
import { type Run, stateOf } from './runner.ts';
import { say } from './say.ts';
import { headerFor } from './start.ts';
import { until } from './watch.ts';

export interface Triggers {
  schedules: Schedules;
  /** Flow triggers hear of this execution's states from now on; after a crash, of those that they had not `heard`. */
  watch(run: Run, heard?: ReadonlySet<State>): void;
}

export function createTriggers(house: House): Triggers {
  const schedules = createSchedules(launcherFor(house));

  async function tell(run: Run, again: boolean): Promise<void> {
    const state = stateOf(run);
    if (await schedules.came(upstreamOf(run), again))
      await house.world.journal.write(run.state.header.id, [{ type: 'heard', state }]);
  }

  return {
    schedules,
    watch(run, heard) {
      if (!schedules.hasListeners()) return;
      let last: State | undefined;
      const hear = (again: boolean): void => {
        const state = stateOf(run);
        if (state === last) return;
        last = state;
        if (!again || !heard?.has(state)) void tell(run, again);
      };
      if (heard) hear(true);
      if (run.over) return;
      const stop = run.listen(() => {
        hear(false);
        if (run.over) stop();
      });
    },
  };
}

function launcherFor(house: House): Launcher {
  const { host, flows, world, runs } = house;
  return {
    host,
    flows: () => flows.all(),
    flow: (namespace, id) => flows.get(namespace, id),
    async start(flow, { inputs, labels, trigger, cause, failed }) {
      const given = { ...(inputs && { inputs }), labels: [...labels], trigger };
      const from = { ...(cause && { cause }) };
      if (failed) return born(house, flow, given, from, failed);
      const run = await house.start({ namespace: flow.namespace, id: flow.id }, given, from);
      return { id: run.state.header.id };
    },
    async ended(id) {
      const end = house.ledger.get(id)?.end;
      if (end !== undefined) return end;
      const run = await runs.find(id);
      await house.operations.goOn(run);
      await until(run, () => run.over);
      return stateOf(run);
    },
    hasFollowed: (flow, triggerId, upstream) =>
      [...house.ledger.all()].some(
        (entry) =>
          isOf(entry, flow, triggerId) &&
          entry.after?.executionId === upstream.id &&
          entry.after.state === upstream.state,
      ),
    startedBy: (flow, triggerId) =>
      [...house.ledger.all()].flatMap((entry) => {
        const { id, cause } = entry;
        const isIts = isOf(entry, flow, triggerId);
        return isIts && cause ? [{ id, cause, isOver: isEntryOver(house, entry) }] : [];
      }),
    async say(id, level, message, explanation) {
      const run = await runs.find(id).catch(() => undefined);
      if (run) say(run, world, level, message, undefined, explanation);
    },
    write: (stream, data) => world.journal.write(stream, [data]),
    renderEach: renderDeep,
    properties: renderProperties,
    refuse: (message) => new RefusedError(message),
  };
}

const isOf = (entry: Entry, flow: Flow, triggerId: string): boolean =>
  entry.triggerId === triggerId && entry.flowId === flow.id && entry.namespace === flow.namespace;

/** An execution that is FAILED from the start: it has no task runs, only a word in its log. */
async function born(
  house: House,
  flow: Flow,
  given: StartOptions,
  from: Partial<Header>,
  { message, explanation }: NonNullable<StartRequest['failed']>,
): Promise<{ id: string }> {
  const { header } = await headerFor(flow, given, house.host, { ...from, copy: true });
  const run = await newRun(house, flow, header, [{ type: 'execution', state: 'FAILED' }]);
  say(run, house.world, 'ERROR', message, undefined, explanation);
  return { id: header.id };
}

function upstreamOf(run: Run): Upstream {
  const { header, labels, flowOutputs, taskRuns } = run.state;
  return {
    id: header.id,
    namespace: header.namespace,
    flowId: header.flowId,
    flowRevision: header.revision,
    state: stateOf(run),
    at: run.state.histories.at(-1)?.at ?? 0,
    labels,
    inputs: header.inputs,
    ...(flowOutputs && Object.keys(flowOutputs).length > 0 && { outputs: flowOutputs }),
    retried: [...taskRuns.values()].some(({ attempts }) => attempts.length > 1),
  };
}
