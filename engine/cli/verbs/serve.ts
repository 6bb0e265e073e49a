/**
 * `alur serve`: the built site, until it is told to stop. With `--flows` or `--home` it is the scheduler, too: the triggers of all flows
 * in the home are played on the real clock. What a process before left half way goes on.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Engine, TriggerState } from '../../door.ts';
import { createEngine, InputError, NotFoundError, RefusedError } from '../../index.ts';
import { cliMessages as say } from '../../messages/cli.ts';
import { type Served, serve, webhookDoor } from '../../server/index.ts';
import { answeringFor } from '../answering.ts';
import { EXIT, UnavailableError, UsageError } from '../exit.ts';
import { deployAll } from '../flowFile.ts';
import { refused } from '../following.ts';
import { onInterrupt } from '../interrupt.ts';
import { type HostOptions, openHost } from '../options.ts';
import { printTick } from '../ticks.ts';

const SITE = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'site', 'dist');
const WEBHOOK = 'io.kestra.plugin.core.trigger.Webhook';

export interface ServeVerbOptions extends HostOptions {
  port?: string;
  host?: string;
  flows?: string;
}

export async function serveSite(options: ServeVerbOptions): Promise<number> {
  const hasSite = existsSync(join(SITE, 'index.html'));
  if (options.flows !== undefined || options.home !== undefined) return schedule(options, hasSite);
  if (!hasSite) throw new UnavailableError(say.noSite);
  const served = await listening(options);
  console.log(say.served(served.url));
  await asked();
  await served.close();
  return EXIT.ok;
}

async function schedule(options: ServeVerbOptions, hasSite: boolean): Promise<number> {
  const isLocal = options.host === undefined || options.host === '127.0.0.1' || options.host === 'localhost';
  const host = openHost(options);
  const engine = createEngine(host);
  host.mailbox.answer(answeringFor(engine));
  try {
    if (options.flows !== undefined && !(await deployAll(engine, options.flows, false))) return EXIT.invalid;
    // Asked before anything is served: a home that can't be opened is said here.
    const triggers = await engine.triggers();
    const served = await listening(options, isLocal ? engine : undefined);
    console.log(say.served(served.url));
    if (!hasSite) console.error(say.servedWithoutSite);
    printTriggers(triggers, isLocal ? served.url : undefined);
    void printTicks(engine);
    await asked();
    console.error(say.serveStopping);
    await served.close();
    return EXIT.ok;
  } catch (error) {
    return refused(error, false);
  } finally {
    await engine.close();
  }
}

async function printTicks(engine: Engine): Promise<void> {
  for await (const tick of engine.play()) printTick(tick, `${tick.flowId}.${tick.triggerId}`);
}

function printTriggers(triggers: readonly TriggerState[], url: string | undefined): void {
  if (triggers.length === 0) console.error(say.nothingToPlay);
  for (const { namespace, flowId, triggerId, type, disabled, nextExecutionDate } of triggers) {
    const name = `${namespace}.${flowId}.${triggerId}`;
    const kind = type.split('.').at(-1) ?? type;
    if (disabled) console.error(say.playedOff(name, kind));
    else if (type === WEBHOOK)
      console.error(say.playedWebhook(name, url && `${url}api/v1/main/executions/webhook/${namespace}/${flowId}/KEY`));
    else console.error(say.played(name, kind, nextExecutionDate));
  }
}

function listening({ port, host }: ServeVerbOptions, engine?: Engine): Promise<Served> {
  return serve(SITE, {
    ...(port !== undefined && { port: portOf(port), exactly: true }),
    ...(host !== undefined && { host }),
    ...(engine && { door: webhookDoor(engine, statusOf) }),
    taken: (at) => console.error(say.portTaken(at)),
  }).catch((error: unknown) => {
    throw new UnavailableError(error instanceof Error ? error.message : String(error));
  });
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof NotFoundError) return 404;
  if (error instanceof InputError) return 422;
  return error instanceof RefusedError ? 409 : undefined;
}

/** Until Ctrl+C. */
const asked = (): Promise<void> => new Promise((resolve) => void onInterrupt(resolve));

function portOf(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new UsageError(say.badPort(text));
  return port;
}
