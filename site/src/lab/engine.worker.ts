/** The engine, in a worker of its own: the page stays alive whatever a flow does. */
import { expose } from 'comlink';
import { type BrowserHost, createBrowserHost } from '#engine/hosts/browser/index.ts';
import {
  completions,
  createEngine,
  diagnosticTitles,
  type Engine,
  type EngineEvent,
  flowGraph,
  type Input,
  InputError,
  InvalidFlowError,
  NotFoundError,
  parseFlow,
  RefusedError,
  type Task,
} from '#engine/index.ts';
import type { LabApi, Parsed, Started } from './api.ts';
import { faultsOfText } from './faults.ts';
import { ownSamples } from './samples.ts';

let host: BrowserHost | undefined;
let engine: Engine | undefined;
let checking: AbortController | undefined;
let querying: AbortController | undefined;

function opened(): { host: BrowserHost; engine: Engine } {
  if (!host || !engine) throw new Error('engine not opened');
  return { host, engine };
}

/** What was begun, or why it was not. */
async function begun(work: (parts: ReturnType<typeof opened>) => Promise<{ id: string }>): Promise<Started> {
  try {
    return await work(opened());
  } catch (error) {
    if (error instanceof InputError) return { problems: [...error.problems] };
    if (error instanceof InvalidFlowError) return { diagnostics: [...error.diagnostics] };
    if (error instanceof RefusedError || error instanceof NotFoundError) return { refused: error.message };
    throw error;
  }
}

const api: LabApi = {
  async open(assets, onLoading) {
    const assetBase = new URL(assets, self.location.href).href;
    host = await createBrowserHost({ assetBase, onLoading, samples: ownSamples });
    engine = createEngine(host, { recover: false });
  },

  async parse(source): Promise<Parsed> {
    const { flow, diagnostics } = parseFlow(source);
    const tasks: Parsed['tasks'] = [];
    const walk = (list: readonly Task[], depth: number): void => {
      for (const task of list) {
        if (task.disabled) continue;
        tasks.push({ id: task.id, type: task.type, depth, line: task.at.line });
        for (const branch of Object.values(task.branches)) walk(branch, depth + 1);
      }
    };
    if (flow) for (const list of [flow.tasks, flow.errors, flow.finally, flow.afterExecution]) walk(list, 0);
    const faults = faultsOfText(source, diagnostics, diagnosticTitles);
    return { diagnostics, faults, inputs: flow?.inputs ?? [], graph: flow && flowGraph(flow), tasks };
  },

  complete: async (source, offset) => completions(source, offset),

  start: (source, inputs) =>
    begun(async ({ engine: running }) => running.start(await running.deploy(source), { inputs })),

  resume: (id, inputs) =>
    begun(async ({ engine: running }) => {
      await running.resume(id, inputs);
      return { id };
    }),

  async asked(id, source) {
    const { taskRunList } = await opened().engine.execution(id);
    const paused = new Set(taskRunList.filter(({ state }) => state.current === 'PAUSED').map(({ taskId }) => taskId));
    const { flow } = parseFlow(source);
    const find = (tasks: readonly Task[]): Input[] =>
      tasks.flatMap((task) => [
        ...(paused.has(task.id) ? (task.onResume ?? []) : []),
        ...Object.values(task.branches).flatMap(find),
      ]);
    return flow ? [flow.tasks, flow.errors, flow.finally, flow.afterExecution].flatMap(find) : [];
  },

  async follow(id, onEvents) {
    const { engine: running } = opened();
    const execution = running.wait(id);
    // A pause ends the waiting, not the events: they come again when it goes on.
    const waits = execution.then(
      () => undefined,
      () => undefined,
    );
    const events = running.follow(id)[Symbol.asyncIterator]();
    let batch: EngineEvent[] = [];
    let told = performance.now();
    for (;;) {
      const next = await Promise.race([events.next(), waits]);
      if (!next || next.done) break;
      batch.push(next.value);
      if (performance.now() - told < 50 && next.value.type !== 'execution') continue;
      onEvents(batch);
      batch = [];
      told = performance.now();
    }
    if (batch.length > 0) onEvents(batch);
    return execution;
  },

  execution: (id) => opened().engine.execution(id),
  logs: (id, from) => opened().engine.logs(id, { from, limit: 5_000 }),
  kill: (id) => opened().engine.kill(id),
  cancelLoading: async () => opened().host.cancelLoading(),

  async tables(database) {
    const { listTables } = await import('./database.ts');
    return listTables(opened().host.databases, database);
  },

  async query(database, sql) {
    const { runQuery } = await import('./database.ts');
    querying = new AbortController();
    return runQuery(opened().host.databases, database, sql, querying.signal);
  },

  async stopQuery() {
    querying?.abort(new Error('Kueri dibatalkan.'));
  },

  async check(lab, files, source, onProgress) {
    const { engine: running, host: here } = opened();
    const { grade, readLab } = await import('#engine/check/index.ts');
    const { emptied } = await import('./database.ts');
    checking = new AbortController();
    return grade(readLab(lab, files), source, {
      engine: running,
      databases: here.databases,
      reset: (database) => emptied(here.databases, database),
      filesBelow: async (prefix) => (await here.storage.list(prefix)).length,
      progress: ({ done, of }) => onProgress(done, of),
      signal: checking.signal,
    });
  },

  async stopCheck() {
    checking?.abort(new Error('Pemeriksaan dihentikan.'));
  },

  keeps: async () => opened().host.keeps,
  file: async (uri) => new Response(await opened().engine.file(uri)).blob(),
};

expose(api);
