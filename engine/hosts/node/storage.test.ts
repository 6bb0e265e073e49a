/** A stored file can be read where it lies, under another name, without ever changing. */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createFileStorage } from './storage.ts';

const root = mkdtempSync(join(tmpdir(), 'alur-storage-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const bytes = (text: string) => new TextEncoder().encode(text);
const storage = createFileStorage(root);
const uri = 'kestra:///uji/a.csv';

test('what is stored is read-only, and replaced whole', async () => {
  await storage.put(uri, bytes('satu'));
  const path = join(root, 'links-1.csv');
  expect(await storage.linkTo(uri, path)).toBe(process.platform !== 'win32');
  if (process.platform === 'win32') return;
  expect(statSync(path).mode & 0o222).toBe(0);
  await storage.put(uri, bytes('dua'));
  expect(readFileSync(path, 'utf8')).toBe('satu');
  expect(await new Response(await storage.open(uri)).text()).toBe('dua');
  await storage.delete(uri);
  expect(existsSync(path)).toBe(true);
});

test('a copy belongs to whom it was made for', async () => {
  await storage.put(uri, bytes('satu'));
  const path = join(root, 'copy.csv');
  await storage.copyTo(uri, path);
  expect(statSync(path).mode & 0o200).toBe(0o200);
});

test('a name that is taken, a folder that is not there: no link, and nothing thrown', async () => {
  await storage.put(uri, bytes('satu'));
  expect(await storage.linkTo(uri, join(root, 'copy.csv'))).toBe(false);
  expect(await storage.linkTo(uri, join(root, 'tidak', 'ada.csv'))).toBe(false);
  await expect(storage.linkTo('kestra:///uji/tidak-ada', join(root, 'x'))).rejects.toThrow('tidak-ada');
});
