/** Options that several verbs share. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createNodeHost, type NodeHost } from '../hosts/node/index.ts';
import { cliMessages as say } from '../messages/cli.ts';
import { UsageError } from './exit.ts';
import { ownSamples } from './samples.ts';

export interface HostOptions {
  home?: string;
  db?: string;
  runner?: string;
  data?: string;
  dataSize?: string;
  samples?: string;
}

const RUNNERS = ['sandbox', 'process', 'docker'] as const;
const DATA = ['contoh', 'asli'] as const;

/** The host as the person asked for it; `ALUR_HOME` and `ALUR_DB` say it once for all calls (the Docker image sets them). */
export function openHost(options: HostOptions): NodeHost {
  const { db = process.env.ALUR_DB, runner = 'sandbox', data = 'contoh', dataSize = 'contoh' } = options;
  return createNodeHost({
    home: homeOf(options),
    runner: choice('runner', runner, RUNNERS),
    data: choice('data', data, DATA),
    samples: { size: sizeOf(dataSize), ...(data === 'contoh' && { own: ownSamples(options.samples) }) },
    warn: (message) => console.error(message),
    ...(db !== undefined && { db }),
  });
}

export const homeOf = ({ home }: HostOptions): string => home ?? defaultHome();

/** `ALUR_HOME`, else `.alur/` of the folder one stands in, where it is there; else of the project. */
function defaultHome(): string {
  if (process.env.ALUR_HOME) return process.env.ALUR_HOME;
  const here = join(process.cwd(), '.alur');
  return existsSync(here) ? here : join(dirname(fileURLToPath(import.meta.url)), '..', '..', '.alur');
}

export function choice<T extends string>(option: string, given: string, known: readonly T[]): T {
  const found = known.find((one) => one === given);
  if (found === undefined) throw new UsageError(say.badChoice(option, given, known));
  return found;
}

function sizeOf(given: string): 'contoh' | 'nyata' | number {
  if (given === 'contoh' || given === 'nyata') return given;
  const rows = /^\d{1,9}$/.test(given) ? Number(given) : 0;
  if (rows < 1 || rows > 100_000_000) throw new UsageError(say.badDataSize(given));
  return rows;
}

/** `k=v`, and `k=@file`: its text, or, as bytes with a name, what a FILE input takes. */
export async function readPairs(pairs: readonly string[]): Promise<Record<string, unknown>> {
  const read: Record<string, unknown> = {};
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    if (at < 1) throw new UsageError(say.badPair(pair));
    const value = pair.slice(at + 1);
    read[pair.slice(0, at)] = value.startsWith('@') ? await upload(value.slice(1)) : value;
  }
  return read;
}

async function upload(path: string): Promise<{ name: string; content: Uint8Array }> {
  try {
    return { name: basename(path), content: new Uint8Array(await readFile(path)) };
  } catch {
    throw new UsageError(say.noFile(path));
  }
}

export async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw new UsageError(say.noFile(path));
  }
}

/** One JSON document on stdout. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}
