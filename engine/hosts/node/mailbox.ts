/**
 * Where other processes can speak to the one that has the home: a socket beside its lock (a named pipe on Windows). What they may ask,
 * and what becomes of it, is for whoever answers.
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { receive, send } from './frames.ts';
import type { Door } from './lock.ts';

export interface Letter {
  id: number;
  call: string;
  args: unknown[];
}

export type Answer =
  | { id: number; answer: unknown }
  | { id: number; told: unknown }
  | { id: number; refused: { name: string; message: string; problems?: unknown } };

/** `tell` says something before the answer; `signal` is aborted when the other hangs up. */
export type Answering = (letter: Letter, tell: (what: unknown) => void, signal: AbortSignal) => Promise<unknown>;

export interface Mailbox extends Door {
  /** Who comes before waits. */
  answer(answering: Answering): void;
  /** Until all who have asked something have hung up; who comes from now on is told that it closes. */
  finish(): Promise<void>;
}

/** Said by a process that is about to leave the home: whoever asked can have it in a moment. */
export const CLOSING = { name: 'Closing', message: 'The process is about to end' };

/** Longer than this no system takes the path of a socket. */
const LONGEST_PATH = 100;

export function createMailbox(home: string): Mailbox {
  const { promise: answering, resolve: answer } = Promise.withResolvers<Answering>();
  /** Who is at the other end has asked something, and may ask more. */
  const guests = new Map<Socket, Promise<void>>();
  const lines = new Set<Socket>();
  let isClosing = false;
  let server: Server | undefined;
  let folder: string | undefined;

  async function place(): Promise<string> {
    const name = `alur-${randomUUID().slice(0, 8)}`;
    if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
    const beside = join(home, `${name}.sock`);
    if (Buffer.byteLength(beside) <= LONGEST_PATH) return beside;
    folder = await mkdtemp(join(tmpdir(), 'alur-'));
    return join(folder, 'sock');
  }

  function welcome(line: Socket): void {
    const hungUp = new AbortController();
    const gone = new Promise<void>((resolve) => line.once('close', () => resolve()));
    lines.add(line);
    // Whoever only looks on keeps no process alive.
    line.unref();
    line.on('error', () => undefined);
    line.on('close', () => {
      lines.delete(line);
      guests.delete(line);
      hungUp.abort(new Error('hung up'));
    });
    receive(line, (value) => {
      const letter = value as Letter;
      if (isClosing && !guests.has(line)) return send(line, { id: letter.id, refused: CLOSING } satisfies Answer);
      guests.set(line, gone);
      void answered(letter, line, hungUp.signal);
    });
  }

  async function answered(letter: Letter, line: Socket, signal: AbortSignal): Promise<void> {
    const { id } = letter;
    try {
      const tell = (told: unknown) => send(line, { id, told } satisfies Answer);
      send(line, { id, answer: await (await answering)(letter, tell, signal) } satisfies Answer);
    } catch (error) {
      send(line, { id, refused: refusalOf(error) } satisfies Answer);
    }
  }

  return {
    answer,
    async finish() {
      isClosing = true;
      for (const line of guests.keys()) line.ref();
      await Promise.all(guests.values());
    },
    async open() {
      if (server) return undefined;
      const made = createServer(welcome);
      const address = await place();
      const listening = await new Promise<boolean>((resolve) => {
        made.once('error', () => resolve(false));
        made.listen(address, () => resolve(true));
      });
      if (!listening) return undefined;
      made.unref();
      server = made;
      return address;
    },
    async close() {
      for (const line of lines) line.end();
      server?.close();
      server = undefined;
      if (folder !== undefined) await rm(folder, { recursive: true, force: true });
      folder = undefined;
    },
  };
}

function refusalOf(error: unknown): Extract<Answer, { refused: unknown }>['refused'] {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const { name, message } = error;
  return { name, message, ...('problems' in error && { problems: error.problems }) };
}
