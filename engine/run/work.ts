/** One try of a task: its properties are rendered, its plugin runs, what came of it is reported. */
import type { Metric, Task } from '../door.ts';
import { TaskError, type TaskResult } from '../plugins/definition.ts';
import { findPlugin } from '../plugins/registry.ts';
import { parseDuration } from '../time/duration.ts';
import { variablesOf } from './context.ts';
import type { Change } from './events.ts';
import { explain } from './explain.ts';
import { reportFailure } from './failures.ts';
import { loaded } from './loaded.ts';
import { renderProperties } from './properties.ts';
import type { Run } from './runner.ts';
import { say } from './say.ts';
import { folderOwner, openFolder, saveFolder } from './sharedFolder.ts';
import { currentState } from './state.ts';
import type { Stop } from './stop.ts';
import { StoppedError } from './stopped.ts';
import { type TaskCache, taskCacheOf } from './taskCache.ts';
import { contextFor } from './taskContext.ts';
import { messageOf, rendererOf, type World } from './world.ts';

export async function work(id: string, run: Run, world: World): Promise<void> {
  const taskRun = run.state.taskRuns.get(id);
  if (!taskRun) return;
  const execution = run.state.header.id;
  const stop = world.aborts.open(execution, id);
  const metrics: Metric[] = [];
  const caching: Caching = { cache: undefined };
  try {
    const result = await attempt(taskRun.task, id, run, world, stop, metrics, caching);
    await report({ outputs: {}, ...result, state: result?.state ?? 'SUCCESS' });
  } catch (error) {
    if (run.over || stop.reason instanceof StoppedError) return;
    const failure = stop.reason ?? error;
    const lines = failure instanceof TaskError ? failure.lines : [];
    const started = currentState(taskRun.histories) === 'RUNNING';
    for (const line of lines) say(run, world, 'ERROR', line, id, explain(failure), placeOf(failure));
    const speaker = started ? 'worker' : 'executor';
    say(run, world, 'ERROR', messageOf(failure), id, explain(failure), placeOf(failure), speaker);
    const outputs = failure instanceof TaskError ? (failure.outputs ?? {}) : {};
    const { allowFailure, retry } = taskRun.task;
    // A failure that is allowed is an end like any other, and kept.
    if (started && allowFailure && !retry) await caching.cache?.keep(outputs);
    await report({ state: 'FAILED', outputs: started ? outputs : null });
  } finally {
    world.aborts.close(execution, id, stop);
  }

  /** Reported as one: a task run that was cut off meanwhile is left as it is. */
  async function report(result: Omit<Extract<Change, { type: 'tried' }>, 'type' | 'id'>): Promise<void> {
    if (run.state.taskRuns.get(id) !== taskRun || stop.reason instanceof StoppedError) return;
    const tried = { type: 'tried', id, ...result } as const;
    const told = metrics.length > 0 ? [{ type: 'metrics', id, metrics } as const] : [];
    if (result.state === 'FAILED' && !result.exit) await reportFailure(run, told, tried);
    else await run.feed(...told, tried);
  }
}

interface Caching {
  cache: TaskCache | undefined;
}

/** What Kestra's executor does itself is RUNNING only once its properties are there; the rest from the start. */
async function attempt(
  task: Task,
  id: string,
  run: Run,
  world: World,
  stop: Stop,
  metrics: Metric[],
  caching: Caching,
): Promise<TaskResult | undefined> {
  const definition = findPlugin(task.type);
  if (definition?.kind !== 'runnable') throw new Error(`The type ${task.type} can't be run`);
  const { inExecutor, startsItself } = definition;
  let running = false;
  const begin = async (): Promise<void> => {
    if (running) return;
    // It may have been cut off before it came to begin.
    if (stop.reason) throw stop.reason;
    running = true;
    // That it may start is safe already: a small task has ended before this would be.
    run.mention({ type: 'moved', id, state: 'RUNNING' });
  };
  const runTask = await loaded(definition);
  if (!inExecutor) await begin();
  const taskRun = run.state.taskRuns.get(id);
  const renderer = rendererOf(run, world);
  const variables = variablesOf(run.state, taskRun, world.ports);
  const text = (template: string) => renderer.text(template, variables);
  const context = contextFor({ task, id, run, world, stop, renderer, variables, metrics, begin });
  const cache = taskRun && !inExecutor ? await taskCacheOf({ taskRun, context, render: text }) : undefined;
  caching.cache = cache;
  if (cache?.kept) return { outputs: cache.kept.outputs, unread: true };
  const properties = await renderProperties(definition.schema, task.properties, text);
  const limit = inExecutor || task.timeout === undefined ? undefined : timeoutOf(await text(task.timeout));
  const folder = folderOwner(taskRun);
  const { storage } = world.ports;
  const execution = run.state.header.id;
  if (folder) await openFolder(folder, execution, storage);
  if (inExecutor && !startsItself) {
    const result = await stop.race(runTask(properties as never, context));
    await begin();
    return result?.outputs === undefined ? { ...result, outputs: null } : result;
  }
  const trying = runTask(properties as never, context);
  const working = folder ? trying.finally(() => saveFolder(folder, execution, storage)) : trying;
  const result = await (limit === undefined ? stop.race(working) : withTimeout(working, limit, stop, world));
  if (cache && !result?.exit && (result?.state ?? 'SUCCESS') === 'SUCCESS') await cache.keep(result?.outputs ?? {});
  return result;
}

function timeoutOf(text: string): number {
  const duration = parseDuration(text);
  if (typeof duration === 'number') return duration;
  const message = `Cannot deserialize value of type \`java.time.Duration\` from String "${text}": Failed to deserialize java.time.Duration: (java.time.format.DateTimeParseException) Text cannot be parsed to a Duration`;
  throw new TaskError(message, {
    explanation: `\`timeout\` harus berupa durasi ISO-8601, misalnya PT5M untuk lima menit. Yang tertulis: ${text}.`,
  });
}

const placeOf = (error: unknown) => (error instanceof TaskError ? error.place : undefined);

async function withTimeout<T>(working: Promise<T>, ms: number, stop: Stop, { ports }: World): Promise<T> {
  const done = new AbortController();
  const expiry = ports.clock.until(ports.clock.now() + ms, done.signal).then(
    () =>
      stop.stop(
        new TaskError(`Timeout after ${clockFace(ms)}`, {
          explanation:
            'Task ini berjalan lebih lama daripada `timeout`-nya. Naikkan `timeout`, atau periksa mengapa ia lambat.',
        }),
      ),
    () => undefined,
  );
  try {
    return await stop.race(working);
  } finally {
    done.abort();
    await expiry;
  }
}

/** `00:00:01.000`, as Kestra prints it. */
function clockFace(ms: number): string {
  return new Date(ms).toISOString().slice(11, 23);
}
