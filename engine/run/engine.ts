/** The engine: flows are deployed, executions started, watched, stopped. Each execution is a `Run`; the journal holds them all. */
import type { Diagnostic, Engine, EngineEvent, Execution } from '../door.ts';
import { missingSubflows, parseFlow } from '../flow/index.ts';
import type { Host } from '../ports/Host.ts';
import { playing } from '../schedule/index.ts';
import { NotFoundError } from './errors.ts';
import { stateOfEntry } from './house.ts';
import { kvStoreOf } from './kvStore.ts';
import { openHouse } from './openHouse.ts';
import type { Run } from './runner.ts';
import { keepAtClose } from './snapshots.ts';
import { StoppedError } from './stopped.ts';
import { executionOf } from './view.ts';
import { isWaiting } from './waiting.ts';
import { wakeUp } from './wakeUp.ts';
import { following, until } from './watch.ts';

export interface EngineOptions {
  /** Whether executions that had not ended go on by themselves when the engine opens; true unless said otherwise. */
  recover?: boolean;
  /** So many task runs and log lines of executions that have ended stay in memory; the others come back from the journal when they are asked for. */
  room?: number;
}

export function createEngine(host: Host, options: EngineOptions = {}): Engine {
  const house = openHouse(host, options.room);
  const { flows, runs, world, operations, triggers } = house;
  const { schedules } = triggers;
  const closing = new AbortController();
  const ready = wakeUp(house, options.recover ?? true);
  ready.catch(() => undefined);

  /** Only what the journal holds is told. */
  const view = (run: Run): Execution => {
    if (run.lost !== undefined) throw run.lost;
    return executionOf(run.state, host.clock.now());
  };

  return {
    async validate(source): Promise<Diagnostic[]> {
      const { flow, diagnostics } = parseFlow(source);
      const isThere = (namespace: string, id: string) =>
        flows.all().some((one) => one.namespace === namespace && one.id === id);
      return flow ? [...diagnostics, ...missingSubflows(flow, isThere)] : diagnostics;
    },

    async deploy(source) {
      await ready;
      const { isNew, ...deployed } = flows.deploy(source);
      if (isNew) {
        await world.journal.write(`flow:${deployed.namespace}/${deployed.id}`, [{ type: 'flow', source }]);
        const { namespace, id, revision } = deployed;
        const before = revision > 1 ? flows.get(namespace, id, revision - 1) : undefined;
        schedules.saved(flows.get(namespace, id), before);
      }
      return deployed;
    },

    async start(flow, given = {}) {
      await ready;
      // The newest revision, whatever else the given object may carry.
      const run = await house.start({ namespace: flow.namespace, id: flow.id }, given);
      return { id: run.state.header.id };
    },

    async wait(id) {
      await ready;
      const run = await runs.find(id);
      await until(run, () => run.over || isWaiting(run, house));
      await world.journal.flush();
      return view(run);
    },

    async execution(id) {
      await ready;
      await world.journal.flush();
      return view(await runs.find(id));
    },

    async executions({ namespace, flowId, state, offset = 0, limit = 100 } = {}) {
      await ready;
      await world.journal.flush();
      const matching = [...house.ledger.all()]
        .reverse()
        .filter(
          (entry) =>
            (namespace === undefined || entry.namespace === namespace) &&
            (flowId === undefined || entry.flowId === flowId) &&
            (state === undefined || state.includes(stateOfEntry(house, entry))),
        );
      const results: Execution[] = [];
      for (const { id } of matching.slice(offset, offset + limit)) results.push(view(await runs.find(id)));
      return { results, total: matching.length };
    },

    async logs(id, range = {}) {
      await ready;
      return (await runs.find(id)).log.range(range);
    },

    async outputs(id, taskRunId) {
      await ready;
      const taskRun = (await runs.find(id)).state.taskRuns.get(taskRunId);
      if (!taskRun) throw new NotFoundError(`Task run ${taskRunId} tidak ada di eksekusi ${id}.`);
      return taskRun.outputs;
    },

    async metrics(id) {
      await ready;
      const { state } = await runs.find(id);
      return [...state.taskRuns.values()].flatMap(({ id: taskRunId, task, metrics }) =>
        metrics.map((metric) => ({ ...metric, taskId: task.id, taskRunId })),
      );
    },

    file: (uri) => host.storage.open(uri),
    kv: (namespace) => kvStoreOf(host, namespace),

    async *follow(id): AsyncIterable<EngineEvent> {
      await ready;
      yield* following(await runs.find(id));
    },

    kill: async (id) => ready.then(() => operations.kill(id)),
    pause: async (id) => ready.then(() => operations.pause(id)),
    resume: async (id, inputs) => ready.then(() => operations.resume(id, inputs)),
    restart: async (id) => ready.then(() => operations.restart(id)),
    replay: async (id, taskRunId) => ready.then(() => operations.replay(id, taskRunId)),
    purge: async (ids) => ready.then(() => operations.purge(ids)),
    toggleTrigger: async (key, disabled) => ready.then(() => schedules.toggle(key, disabled)),
    triggers: async () => ready.then(() => schedules.triggers()),
    backfill: async (key, range, told = () => undefined) =>
      ready.then(async () => ({ ticks: await schedules.backfills.start(key, range, told) })),
    pauseBackfill: async (key) => ready.then(() => schedules.backfills.pause(key)),
    continueBackfill: async (key, told = () => undefined) =>
      ready.then(async () => ({ ticks: await schedules.backfills.goOn(key, told) })),
    cancelBackfill: async (key) => ready.then(() => schedules.backfills.cancel(key)),
    async *play(end) {
      await ready;
      yield* playing(schedules, end, closing.signal);
    },
    async webhook(call) {
      await ready;
      const answer = await schedules.call(call);
      if (!answer) throw new NotFoundError('Webhook not found');
      return answer;
    },

    async close() {
      await ready.catch(() => undefined);
      closing.abort(new Error('closed'));
      world.aborts.abortAll(new StoppedError('closed'));
      await world.journal.flush().catch(() => undefined);
      await house.tidied;
      await world.journal.flush().catch(() => undefined);
      world.journal.stop();
      await keepAtClose(house);
      await host.close();
    },
  };
}
