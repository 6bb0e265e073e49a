/** The engine: flows are deployed, executions started, watched, stopped. Each execution is a `Run`; the journal holds them all. */
import type { Diagnostic, Engine, EngineEvent, Execution, StartOptions } from '../door.ts';
import { parseFlow } from '../flow/index.ts';
import type { Host } from '../ports/Host.ts';
import { begin } from './apply.ts';
import { carryOut } from './effects.ts';
import { NotFoundError, RefusedError } from './errors.ts';
import type { Header, RunEvent } from './events.ts';
import { createFlows, type Flows } from './flows.ts';
import { createJournalWriter } from './journal.ts';
import { kvStoreOf } from './kvStore.ts';
import { createLog } from './log.ts';
import { outstanding, recover } from './recover.ts';
import { createRun, type Run, stateOf } from './runner.ts';
import { say } from './say.ts';
import { headerFor } from './start.ts';
import { currentState } from './state.ts';
import { isTerminal } from './states.ts';
import { engineCalls } from './subflows.ts';
import { executionOf } from './view.ts';
import { following, until } from './watch.ts';
import type { World } from './world.ts';

export interface EngineOptions {
  /** Whether executions that had not ended go on by themselves when the engine opens; true unless said otherwise. */
  recover?: boolean;
}

export function createEngine(host: Host, options: EngineOptions = {}): Engine {
  const flows = createFlows();
  const runs = new Map<string, Run>();
  const world: World = {
    ports: host,
    journal: createJournalWriter(host.journal),
    calls: (run) => engineCalls(run, { startExecution, namespaces: flows.namespaces }),
    lost: () => undefined,
    aborts: new Map(),
  };
  const ready = open(host, flows, runs, world, options.recover ?? true);
  ready.catch(() => undefined);

  async function startExecution(
    at: { namespace: string; id: string },
    given: StartOptions,
    from?: Partial<Header>,
  ): Promise<Run> {
    const flow = flows.get(at.namespace, at.id);
    if (flow.disabled) throw new RefusedError(`Flow ${at.namespace}.${at.id} dinonaktifkan (\`disabled: true\`).`);
    const { header, warnings } = await headerFor(flow, given, host, from);
    const created: Extract<RunEvent, { type: 'created' }> = { type: 'created', header, at: host.clock.now() };
    const run = createRun(begin(flow, created), createLog(), world);
    runs.set(header.id, run);
    await run.feed(created);
    for (const warning of warnings) say(run, world, 'WARN', warning);
    return run;
  }

  function runOf(id: string): Run {
    const run = runs.get(id);
    if (!run) throw new NotFoundError(`Eksekusi ${id} tidak ada di sini.`);
    return run;
  }

  const view = (run: Run): Execution => executionOf(run.state, host.clock.now());

  return {
    validate: async (source): Promise<Diagnostic[]> => parseFlow(source).diagnostics,

    async deploy(source) {
      await ready;
      const { isNew, ...deployed } = flows.deploy(source);
      if (isNew) {
        await world.journal.write([
          { stream: `flow:${deployed.namespace}/${deployed.id}`, data: { type: 'flow', source } },
        ]);
      }
      return deployed;
    },

    async start(flow, given = {}) {
      await ready;
      const run = await startExecution(flow, given);
      return { id: run.state.header.id };
    },

    async wait(id) {
      await ready;
      const run = runOf(id);
      await until(run, () => run.over || isPaused(run));
      await world.journal.flush();
      return view(run);
    },

    async execution(id) {
      await ready;
      return view(runOf(id));
    },

    async executions({ namespace, flowId, state, offset = 0, limit = 100 } = {}) {
      await ready;
      const matching = [...runs.values()]
        .reverse()
        .filter(
          (run) =>
            (namespace === undefined || run.state.header.namespace === namespace) &&
            (flowId === undefined || run.state.header.flowId === flowId) &&
            (state === undefined || state.includes(stateOf(run))),
        );
      return { results: matching.slice(offset, offset + limit).map(view), total: matching.length };
    },

    async logs(id, range = {}) {
      await ready;
      return runOf(id).log.range(range);
    },

    async outputs(id, taskRunId) {
      await ready;
      const taskRun = runOf(id).state.taskRuns.get(taskRunId);
      if (!taskRun) throw new NotFoundError(`Task run ${taskRunId} tidak ada di eksekusi ${id}.`);
      return taskRun.outputs;
    },

    async metrics(id) {
      await ready;
      return [...runOf(id).state.taskRuns.values()].flatMap(({ id: taskRunId, task, metrics }) =>
        metrics.map((metric) => ({ ...metric, taskId: task.id, taskRunId })),
      );
    },

    file: (uri) => host.storage.open(uri),
    kv: (namespace) => kvStoreOf(host, namespace),

    async *follow(id): AsyncIterable<EngineEvent> {
      await ready;
      yield* following(runOf(id));
    },

    async kill(id) {
      await ready;
      const run = runOf(id);
      if (isTerminal(stateOf(run))) throw new RefusedError(`Eksekusi ${id} sudah selesai (${stateOf(run)}).`);
      await run.feed({ type: 'asked', what: 'kill' });
    },

    pause: (id) => notHere('pause', id),
    resume: (id) => notHere('resume', id),
    restart: (id) => notHere('restart', id),
    replay: (id) => notHere('replay', id),
    backfill: ({ triggerId }) => notHere('backfill', triggerId),

    async triggers() {
      await ready;
      return flows.all().flatMap((flow) =>
        flow.triggers.map((trigger) => ({
          namespace: flow.namespace,
          flowId: flow.id,
          triggerId: trigger.id,
          type: trigger.type,
          disabled: trigger.disabled,
        })),
      );
    },

    async close() {
      await ready.catch(() => undefined);
      for (const controller of world.aborts.values()) controller.abort(new Error('closed'));
      await world.journal.flush().catch(() => undefined);
      await host.close();
    },
  };
}

/** A LoopUntil shows PAUSED between its turns, too; only a task that waits for someone stops the waiting. */
function isPaused({ state }: Run): boolean {
  return [...state.root.running].some(({ histories }) => currentState(histories) === 'PAUSED');
}

async function open(host: Host, flows: Flows, runs: Map<string, Run>, world: World, goOn: boolean): Promise<void> {
  for (const [id, { state, log, events }] of await recover(host.journal, flows)) {
    const run = createRun(state, log, world, events);
    runs.set(id, run);
    if (run.over || !goOn) continue;
    for (const effect of outstanding(state, host.clock.now())) carryOut(effect, run, world);
  }
}

async function notHere(what: string, id: string): Promise<never> {
  throw new RefusedError(`Mesin ini belum bisa melakukan ${what} (${id}).`);
}
