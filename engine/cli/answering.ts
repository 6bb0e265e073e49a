/** What another process may ask of this one's engine: the calls of `home.ts`, by name. */
import type { Answering } from '../hosts/node/index.ts';
import type { BackfillRange, Engine, ExecutionQuery, LogRange, TriggerKey } from '../index.ts';

type Given = readonly unknown[];
type Call = (engine: Engine, args: Given, tell: (what: unknown) => void, signal: AbortSignal) => Promise<unknown>;

const text = (args: Given, at: number): string => {
  const value = args[at];
  if (typeof value !== 'string') throw new Error(`argument ${at} must be a text`);
  return value;
};
const maybeText = (args: Given, at: number): string | undefined =>
  args[at] === undefined ? undefined : text(args, at);

const CALLS: Record<string, Call> = {
  execution: (engine, args) => engine.execution(text(args, 0)),
  executions: (engine, [query]) => engine.executions(query as ExecutionQuery | undefined),
  logs: (engine, args) => engine.logs(text(args, 0), args[1] as LogRange | undefined),
  wait: (engine, args) => engine.wait(text(args, 0)),
  async follow(engine, args, tell, signal) {
    for await (const event of engine.follow(text(args, 0))) {
      if (signal.aborted) return;
      tell(event);
    }
  },
  kill: (engine, args) => engine.kill(text(args, 0)),
  pause: (engine, args) => engine.pause(text(args, 0)),
  resume: (engine, args) => engine.resume(text(args, 0), args[1] as Record<string, unknown> | undefined),
  restart: (engine, args) => engine.restart(text(args, 0)),
  replay: (engine, args) => engine.replay(text(args, 0), maybeText(args, 1)),
  deploy: (engine, args) => engine.deploy(text(args, 0)),
  triggers: (engine) => engine.triggers(),
  backfill: (engine, [key, range], tell) => engine.backfill(key as TriggerKey, range as BackfillRange, tell),
  pauseBackfill: (engine, [key]) => engine.pauseBackfill(key as TriggerKey),
  continueBackfill: (engine, [key], tell) => engine.continueBackfill(key as TriggerKey, tell),
  cancelBackfill: (engine, [key]) => engine.cancelBackfill(key as TriggerKey),
  'kv.get': (engine, args) => engine.kv(text(args, 0)).get(text(args, 1)),
  'kv.set': (engine, args) => engine.kv(text(args, 0)).set(text(args, 1), args[2]),
  'kv.delete': (engine, args) => engine.kv(text(args, 0)).delete(text(args, 1)),
  'kv.list': (engine, args) => engine.kv(text(args, 0)).list(),
};

export const answeringFor =
  (engine: Engine): Answering =>
  async ({ call, args }, tell, signal) => {
    const known = Object.hasOwn(CALLS, call) ? CALLS[call] : undefined;
    if (!known) throw new Error(`unknown call ${call}`);
    return known(engine, args, tell, signal);
  };
