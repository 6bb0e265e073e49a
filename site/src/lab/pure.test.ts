import { describe, expect, test } from 'vitest';
import { createDrafts } from './drafts.ts';
import { bytes, count, duration } from './format.ts';

describe('numbers as Indonesians write them', () => {
  test.each([
    [count(5000), '5.000'],
    [duration(340), '340 md'],
    [duration(13_300), '13,30 dtk'],
    [duration(125_000), '2 mnt 5 dtk'],
    [bytes(5_400_000), '5,1 MB'],
  ])('%s', (got, expected) => expect(got).toBe(expected));
});

describe('drafts', () => {
  test('are kept as typed, and a refusing browser is said', () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    };
    const drafts = createDrafts('lab', storage);
    expect(drafts.load()).toBeUndefined();
    expect(drafts.save('id: a')).toBe(true);
    expect(createDrafts('lab', storage).load()).toBe('id: a');
    drafts.keep('lama');
    expect(drafts.kept()).toBe('lama');
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new Error('penuh');
      },
    };
    expect(createDrafts('lab', full).save('x')).toBe(false);
  });
});
