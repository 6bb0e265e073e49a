import { expect, test } from 'vitest';
import { Stop } from './stop.ts';

const never = () => new Promise<string>(() => undefined);

test('work that ends is handed on, work that fails too', async () => {
  expect(await new Stop().race(Promise.resolve('hasil'))).toBe('hasil');
  await expect(new Stop().race(Promise.reject(new Error('gagal')))).rejects.toThrow('gagal');
});

test('stopped before or meanwhile, the first reason comes out at once', async () => {
  const before = new Stop();
  before.stop(new Error('satu'));
  await expect(before.race(never())).rejects.toThrow('satu');
  const meanwhile = new Stop();
  const racing = meanwhile.race(never());
  meanwhile.stop(new Error('satu'));
  meanwhile.stop(new Error('dua'));
  await expect(racing).rejects.toThrow('satu');
  expect(meanwhile.reason?.message).toBe('satu');
});

test('the signal is the same whenever it is asked for', () => {
  const stop = new Stop();
  const early = stop.signal;
  stop.stop(new Error('x'));
  expect(early.aborted).toBe(true);
  const late = new Stop();
  late.stop(new Error('y'));
  expect(late.signal.reason).toEqual(new Error('y'));
});
