import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { untilAborted } from '../pglite/chunks.ts';
import { abortable } from './abortable.ts';

test('gives what the work gives, or the reason', async () => {
  const stop = new AbortController();
  await expect(abortable(Promise.resolve(7), stop.signal)).resolves.toBe(7);
  const waiting = abortable(new Promise(() => {}), stop.signal);
  stop.abort(new Error('cukup'));
  await expect(waiting).rejects.toThrow('cukup');
  await expect(abortable(Promise.reject(new Error('lain')), stop.signal)).rejects.toThrow('cukup');
});

test('a long stream leaves nothing behind while it runs', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const seen: WeakRef<Uint8Array>[] = [];
  const content = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const chunk = new Uint8Array(1024);
        seen.push(new WeakRef(chunk));
        controller.enqueue(chunk);
        if (seen.length === 100) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  const stop = new AbortController();
  let alive = Number.POSITIVE_INFINITY;
  for await (const chunk of untilAborted(content, stop.signal)) {
    if (seen.length < 90 || chunk.length === 0) continue;
    await new Promise((resolve) => setImmediate(resolve));
    collect();
    alive = Math.min(alive, seen.filter((ref) => ref.deref()).length);
  }
  expect(alive).toBeLessThan(20);
});
