/** Who may have a home: one process, and after a dead one the next, at once. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { JournalError } from '../../ports/Journal.ts';
import { acquireLock } from './lock.ts';
import { beginningOf, ourselves } from './lockOwner.ts';
import { createMailbox } from './mailbox.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'alur-kunci-'));
  path = join(folder, 'journal.jsonl.lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const owner = (more: object) => JSON.stringify({ pid: 2 ** 22 + 1, token: 't', host: hostname(), ...more });

describe('what a dead process left is taken over at once', () => {
  test.each([
    ['no process has that number', () => owner({})],
    ['another process has got that number', () => owner({ pid: process.ppid, began: 'lain 1' })],
    ['nobody is at its door', () => owner({ pid: process.ppid, mailbox: join(folder, 'alur-x.sock') })],
    [
      'it ran in another container',
      () => owner({ host: 'lain', began: beginningOf(process.pid), mailbox: join(folder, 'x.sock') }),
    ],
    ['it had our own number', () => owner({ pid: process.pid, began: 'lain 1' })],
  ])('%s', async (_, text) => {
    writeFileSync(path, text());
    const lock = await acquireLock(path, { patienceMs: 0 });
    expect(JSON.parse(readFileSync(path, 'utf8')).pid).toBe(process.pid);
    await lock.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a lock that names nobody, once it is older than a moment', async () => {
    writeFileSync(path, '');
    const busy = acquireLock(path, { patienceMs: 0 });
    await expect(busy).rejects.toThrow('sedang dipakai proses lain');
    utimesSync(path, 1, 1);
    await (await acquireLock(path, { patienceMs: 0 })).release();
  });

  test('by one of many who want it', async () => {
    writeFileSync(path, owner({}));
    const inside = join(folder, 'di-dalam');
    const code = `
      const { acquireLock } = await import(${JSON.stringify(new URL('./lock.ts', import.meta.url).href)});
      const { writeFileSync, rmSync } = await import('node:fs');
      const lock = await acquireLock(${JSON.stringify(path)}, { patienceMs: 15_000 });
      writeFileSync(${JSON.stringify(inside)}, '', { flag: 'wx' });
      rmSync(${JSON.stringify(inside)});
      await lock.release();`;
    const cwd = fileURLToPath(new URL('../../..', import.meta.url));
    const children = Array.from({ length: 4 }, () =>
      spawn(process.execPath, ['--input-type=module', '-e', code], { cwd, stdio: 'inherit' }),
    );
    const codes = await Promise.all(children.map((child) => new Promise((resolve) => child.once('exit', resolve))));
    expect(codes).toEqual([0, 0, 0, 0]);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('of a living one', () => {
  test('the next waits, is told whom for, and then says so', async () => {
    const first = await acquireLock(path, { patienceMs: 0 });
    const told: number[] = [];
    const waiting = (pid: number) => told.push(pid);
    const refused = acquireLock(path, { patienceMs: 120, waiting });
    await expect(refused).rejects.toThrow(JournalError);
    await expect(refused).rejects.toThrow(`nomor ${process.pid}`);
    expect(told).toEqual([process.pid]);
    const patient = acquireLock(path, { patienceMs: 5_000 });
    await first.release();
    await (await patient).release();
  });

  test('one that another machine has is not judged from here', async () => {
    writeFileSync(path, owner({ host: 'lain', began: 'lain 1', mailbox: join(folder, 'x.sock') }));
    await expect(acquireLock(path, { patienceMs: 0 })).rejects.toThrow('komputer lain');
    expect(existsSync(path)).toBe(true);
  });

  test('what was taken over meanwhile is not removed by the one before', async () => {
    const first = await acquireLock(path, { patienceMs: 0 });
    writeFileSync(path, JSON.stringify(ourselves('lain', undefined)));
    await first.release();
    expect(existsSync(path)).toBe(true);
  });
});

test('a home whose path is too long for a socket has its door elsewhere', async () => {
  const door = createMailbox(join(folder, 'x'.repeat(120)));
  const address = await door.open();
  expect(address).toBeDefined();
  expect(address?.startsWith(folder)).toBe(false);
  await door.close();
});
