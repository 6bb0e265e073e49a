/** `alur executions|logs|kill|pause|resume|restart|replay`: executions that a home keeps, also those of another process, earlier or at work. */
import type { ExecutionQuery, LogRange } from '../../index.ts';
import { cliMessages as say } from '../../messages/cli.ts';
import { EXIT, UsageError } from '../exit.ts';
import { followed, report } from '../following.ts';
import { type Hands, withHome } from '../home.ts';
import { choice, type HostOptions, printJson, readPairs } from '../options.ts';

export interface ExecutionOptions extends HostOptions {
  json?: true;
}

const STATES = [
  'CREATED',
  'RUNNING',
  'PAUSED',
  'QUEUED',
  'RESTARTED',
  'KILLING',
  'RETRYING',
  'SUCCESS',
  'WARNING',
  'FAILED',
  'KILLED',
  'CANCELLED',
  'RETRIED',
] as const;
const LEVELS = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR'] as const;

function countOf(option: string, given: string): number {
  if (!/^\d{1,9}$/.test(given)) throw new UsageError(say.badCount(option, given));
  return Number(given);
}

export interface ListOptions extends ExecutionOptions {
  namespace?: string;
  flow?: string;
  state?: string;
  limit?: string;
}

/** The newest first; one of them whole when its id is given. */
export const executions = (id: string | undefined, options: ListOptions): Promise<number> =>
  withHome(options, async (engine) => {
    if (id !== undefined) {
      await report(engine, await engine.execution(id), options.json === true, Date.now());
      return EXIT.ok;
    }
    const { namespace, flow, state, limit } = options;
    const query: ExecutionQuery = {
      ...(namespace !== undefined && { namespace }),
      ...(flow !== undefined && { flowId: flow }),
      ...(state !== undefined && {
        state: state.split(',').map((one) => choice('state', one.trim().toUpperCase(), STATES)),
      }),
      limit: countOf('limit', limit ?? '20'),
    };
    const found = await engine.executions(query);
    if (options.json) printJson(found);
    else if (found.total === 0) console.error(say.noExecutions);
    else
      for (const { id: one, namespace: space, flowId, state: at } of found.results)
        console.log(`${one}  ${at.current.padEnd(9)}  ${at.startDate}  ${space}.${flowId}`);
    return EXIT.ok;
  });

export interface LogOptions extends ExecutionOptions {
  level?: string;
  task?: string;
  from?: string;
  limit?: string;
}

export async function logs(id: string, { level, task, from, limit, ...options }: LogOptions): Promise<number> {
  const range: LogRange = {
    ...(level !== undefined && { minLevel: choice('level', level.toUpperCase(), LEVELS) }),
    ...(task !== undefined && { taskId: task }),
    ...(from !== undefined && { from: countOf('from', from) }),
    ...(limit !== undefined && { limit: countOf('limit', limit) }),
  };
  return withHome(options, async (engine) => {
    await engine.execution(id);
    const lines = await engine.logs(id, range);
    if (options.json) printJson(lines);
    else
      for (const line of lines)
        console.log(`${line.timestamp} ${line.level.padEnd(5)} ${line.taskId ?? '-'}: ${line.message}`);
    return EXIT.ok;
  });
}

/** What changes the state and is done at once. */
const told = (options: ExecutionOptions, id: string, act: (engine: Hands) => Promise<void>): Promise<number> =>
  withHome(options, async (engine) => {
    await act(engine);
    const execution = await engine.execution(id);
    if (options.json) printJson(execution);
    else console.error(say.nowIn(id, execution.state.current));
    return EXIT.ok;
  });

export const kill = (id: string, options: ExecutionOptions): Promise<number> =>
  told(options, id, async (engine) => {
    await engine.kill(id);
    // What stands in `afterExecution` still runs.
    await engine.wait(id);
  });

export const pause = (id: string, options: ExecutionOptions): Promise<number> =>
  told(options, id, (engine) => engine.pause(id));

/** Its own options (runner, Postgres) hold there. */
const elsewhere = (pid: number): void => console.error(say.elsewhere(pid));

export const resume = (id: string, options: ExecutionOptions & { input: string[] }): Promise<number> =>
  withHome(
    options,
    async (engine) => {
      const inputs = await readPairs(options.input);
      return followed(engine, options.json === true, async () => {
        await engine.resume(id, inputs);
        return id;
      });
    },
    elsewhere,
  );

export const restart = (id: string, options: ExecutionOptions): Promise<number> =>
  withHome(
    options,
    (engine) =>
      followed(engine, options.json === true, async () => {
        await engine.restart(id);
        return id;
      }),
    elsewhere,
  );

/** From the start, or from a task: its id (the first of its task runs) or the id of a task run. */
export const replay = (id: string, options: ExecutionOptions & { task?: string }): Promise<number> =>
  withHome(
    options,
    (engine) =>
      followed(engine, options.json === true, async () => {
        const { taskRunList } = await engine.execution(id);
        const run = taskRunList.find(({ taskId, id: runId }) => runId === options.task || taskId === options.task);
        return (await engine.replay(id, run?.id ?? options.task)).id;
      }),
    elsewhere,
  );
