/**
 * A home with its executions, whoever has it: this process, or another one that is still at work and is asked by its mailbox.
 */
import { type NodeHost, OwnerClosing, OwnerGone, type OwnerLine, OwnerRefusal, ownerOf } from '../hosts/node/index.ts';
import {
  createEngine,
  type Engine,
  type EngineEvent,
  type Execution,
  type ExecutionQuery,
  InputError,
  type InputProblem,
  type KvStore,
  type LogEntry,
  type LogRange,
  NotFoundError,
  RefusedError,
  type Tick,
} from '../index.ts';
import { cliMessages as say } from '../messages/cli.ts';
import { answeringFor } from './answering.ts';
import { EXIT } from './exit.ts';
import { refused } from './following.ts';
import { type HostOptions, homeOf, openHost, printJson } from './options.ts';

/** What can be asked of executions here or in another process. */
export type Hands = Pick<
  Engine,
  | 'execution'
  | 'executions'
  | 'logs'
  | 'wait'
  | 'follow'
  | 'kill'
  | 'pause'
  | 'resume'
  | 'restart'
  | 'replay'
  | 'kv'
  | 'deploy'
  | 'triggers'
  | 'backfill'
  | 'pauseBackfill'
  | 'continueBackfill'
  | 'cancelBackfill'
>;

interface Given extends HostOptions {
  json?: true;
}

/** `elsewhere` is told the number of the process that does the work, where it is not this one. */
export async function withHome(
  options: Given,
  work: (hands: Hands) => Promise<number>,
  elsewhere: (pid: number) => void = () => undefined,
): Promise<number> {
  const line = await ownerOf(homeOf(options));
  if (!line) return withEngine(options, work);
  try {
    elsewhere(line.pid);
    return await work(handsOf(line));
  } catch (error) {
    if (error instanceof OwnerClosing) return withEngine(options, work);
    if (!(error instanceof OwnerGone)) return refused(error, options.json === true);
    if (options.json) printJson({ error: say.ownerGone(error.pid) });
    else console.error(say.ownerGone(error.pid));
    return EXIT.failed;
  } finally {
    line.close();
  }
}

/** An engine of this process, which others may speak to meanwhile; it stays until they have what they asked for. */
export async function withEngine(
  options: Given,
  work: (engine: Engine, host: NodeHost) => Promise<number>,
): Promise<number> {
  const host = openHost(options);
  const engine = createEngine(host, { recover: false });
  host.mailbox.answer(answeringFor(engine));
  try {
    return await work(engine, host);
  } catch (error) {
    return refused(error, options.json === true);
  } finally {
    await host.mailbox.finish();
    await engine.close();
  }
}

function handsOf(line: OwnerLine): Hands {
  const asked = async <T>(call: string, args: unknown[], told?: (what: unknown) => void): Promise<T> => {
    try {
      return (await line.ask(call, args, told)) as T;
    } catch (error) {
      throw error instanceof OwnerRefusal ? ours(error) : error;
    }
  };
  const ask = <T>(call: string, ...args: unknown[]): Promise<T> => asked(call, args);
  const ticks = (call: string, args: unknown[], told?: (tick: Tick) => void): Promise<{ ticks: Tick[] }> =>
    asked(call, args, (tick) => told?.(tick as Tick));
  return {
    execution: (id) => ask<Execution>('execution', id),
    executions: (query?: ExecutionQuery) => ask<{ results: Execution[]; total: number }>('executions', query),
    logs: (id, range?: LogRange) => ask<LogEntry[]>('logs', id, range),
    wait: (id) => ask<Execution>('wait', id),
    follow: (id) => followed(line, id),
    kill: (id) => ask('kill', id),
    pause: (id) => ask('pause', id),
    resume: (id, inputs) => ask('resume', id, inputs),
    restart: (id) => ask('restart', id),
    replay: (id, taskRunId) => ask<{ id: string }>('replay', id, taskRunId),
    deploy: (source) => ask('deploy', source),
    triggers: () => ask('triggers'),
    backfill: (key, range, told) => ticks('backfill', [key, range], told),
    pauseBackfill: (key) => ask('pauseBackfill', key),
    continueBackfill: (key, told) => ticks('continueBackfill', [key], told),
    cancelBackfill: (key) => ask('cancelBackfill', key),
    kv: (namespace): KvStore => ({
      get: (key) => ask('kv.get', namespace, key),
      set: (key, value) => ask('kv.set', namespace, key, value),
      delete: (key) => ask<boolean>('kv.delete', namespace, key),
      list: () => ask<{ key: string }[]>('kv.list', namespace),
    }),
  };
}

/** The error as the engine of this process would have thrown it. */
function ours({ kind, message, problems }: OwnerRefusal): Error {
  if (kind === 'InputError') return new InputError(problems as InputProblem[]);
  if (kind === 'NotFoundError') return new NotFoundError(message);
  if (kind === 'RefusedError') return new RefusedError(message);
  return new Error(message);
}

async function* followed(line: OwnerLine, id: string): AsyncGenerator<EngineEvent> {
  let events: EngineEvent[] = [];
  let news = Promise.withResolvers<void>();
  let isOver = false;
  const end = line.ask('follow', [id], (event) => {
    events.push(event as EngineEvent);
    news.resolve();
  });
  const over = () => {
    isOver = true;
    news.resolve();
  };
  end.then(over, over);
  for (;;) {
    const told = events;
    events = [];
    yield* told;
    if (isOver && events.length === 0) break;
    if (events.length === 0) await news.promise;
    news = Promise.withResolvers<void>();
  }
  await end;
}
