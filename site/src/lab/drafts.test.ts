import { expect, test } from 'vitest';
import { createDrafts } from './drafts.ts';

function memory(content: Record<string, string> = {}) {
  const kept = new Map(Object.entries(content));
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

test('a solution and then a reset leave the own version to be brought back', () => {
  const drafts = createDrafts('lab', memory());
  drafts.keep('karyaku');
  drafts.keep('solusi');
  expect(drafts.versions().map(({ source }) => source)).toEqual(['solusi', 'karyaku']);
});

test('the same text is kept once, with its newest time', () => {
  let time = 1;
  const drafts = createDrafts('lab', memory(), () => time++);
  for (const source of ['a', 'b', 'a']) drafts.keep(source);
  expect(drafts.versions()).toEqual([
    { source: 'a', at: 3 },
    { source: 'b', at: 2 },
  ]);
});

test('the oldest of many goes', () => {
  const drafts = createDrafts('lab', memory());
  for (let index = 0; index < 14; index++) drafts.keep(String(index));
  expect(drafts.versions()).toHaveLength(10);
  expect(drafts.kept()).toBe('13');
});

test.each(['{', 'null', '7', '[1, {"source": 2}]'])('what lies there broken (%s) is as if nothing were', (text) => {
  const drafts = createDrafts('lab', memory({ 'alur:lab:lab:versions': text, 'alur:lab:lab:inputs': text }));
  expect(drafts.versions()).toEqual([]);
  expect(drafts.inputs()).toEqual({});
});

test('a browser that keeps nothing says so', () => {
  const full = {
    getItem: () => null,
    setItem: () => {
      throw new Error('penuh');
    },
  };
  expect(createDrafts('lab', full).keep('a')).toBe(false);
});

test('the execution that had not ended is remembered until it is forgotten', () => {
  const drafts = createDrafts('lab', memory());
  expect(drafts.left()).toBeUndefined();
  drafts.saveLeft('satu');
  expect(drafts.left()).toBe('satu');
  drafts.saveLeft(undefined);
  expect(drafts.left()).toBeUndefined();
});
