/** The process that has a home, as seen from another one: found by the lock, spoken to by its mailbox. */
import { readFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { receive, send } from './frames.ts';
import { ownerIn } from './lockOwner.ts';
import { type Answer, CLOSING, type Letter } from './mailbox.ts';
import { lockFileOf } from './places.ts';

export interface OwnerLine {
  readonly pid: number;
  /** Rejects with `OwnerRefusal`, `OwnerClosing` or `OwnerGone`. */
  ask(call: string, args: readonly unknown[], told?: (what: unknown) => void): Promise<unknown>;
  close(): void;
}

/** What the other process answered instead, by the name of the error there. */
export class OwnerRefusal extends Error {
  override name = 'OwnerRefusal';
  readonly kind: string;
  readonly problems: unknown;

  constructor({ name, message, problems }: Extract<Answer, { refused: unknown }>['refused']) {
    super(message);
    this.kind = name;
    this.problems = problems;
  }
}

/** It is about to leave the home: nothing was done, and the home is to be had in a moment. */
export class OwnerClosing extends Error {
  override name = 'OwnerClosing';
}

/** It ended before the answer: what became of what was asked is not known. */
export class OwnerGone extends Error {
  override name = 'OwnerGone';
  readonly pid: number;

  constructor(pid: number) {
    super(`The process ${pid} has gone`);
    this.pid = pid;
  }
}

interface Waiting {
  resolve(answer: unknown): void;
  reject(reason: Error): void;
  told?: (what: unknown) => void;
}

/** Nothing where no living process has the home, or has no mailbox. */
export async function ownerOf(home: string): Promise<OwnerLine | undefined> {
  const owner = ownerIn(await readFile(lockFileOf(home), 'utf8').catch(() => ''));
  if (owner?.mailbox === undefined) return undefined;
  const line = await connected(owner.mailbox);
  return line && lineTo(line, owner.pid);
}

function connected(address: string): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const line = connect(address);
    line.once('connect', () => resolve(line));
    line.once('error', () => resolve(undefined));
  });
}

function lineTo(line: Socket, pid: number): OwnerLine {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let gone: OwnerGone | undefined;
  receive(line, (value) => {
    const answer = value as Answer;
    const asked = waiting.get(answer.id);
    if ('told' in answer) return asked?.told?.(answer.told);
    waiting.delete(answer.id);
    if ('answer' in answer) asked?.resolve(answer.answer);
    else if (answer.refused.name === CLOSING.name) asked?.reject(new OwnerClosing(answer.refused.message));
    else asked?.reject(new OwnerRefusal(answer.refused));
  });
  line.on('error', () => undefined);
  line.on('close', () => {
    gone = new OwnerGone(pid);
    for (const { reject } of waiting.values()) reject(gone);
    waiting.clear();
  });
  return {
    pid,
    ask(call, args, told) {
      if (gone) return Promise.reject(gone);
      const id = ++lastId;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject, ...(told && { told }) });
        send(line, { id, call, args: [...args] } satisfies Letter);
      });
    },
    close: () => void line.end(),
  };
}
