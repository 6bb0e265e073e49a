/** The journal takes no more: what was not kept is not told, what works is stopped, and whoever waits hears why. */
import { expect, test } from 'vitest';
import { createMemoryJournal } from '../hosts/common/memoryJournal.ts';
import { createMemoryHost, createVirtualClock } from '../hosts/memory/index.ts';
import { JournalError } from '../ports/Journal.ts';
import { createEngine } from './engine.ts';

const CORE = 'io.kestra.plugin.core';
const FLOW = `id: f
namespace: uji
tasks:
  - id: p
    type: ${CORE}.flow.Parallel
    tasks:
      - {id: lama, type: ${CORE}.flow.Sleep, duration: PT1H}
      - {id: a, type: ${CORE}.debug.Return, format: a}
`;

test('a journal that is full ends the execution for this process, and for this one only', async () => {
  const journal = createMemoryJournal();
  let left = Number.POSITIVE_INFINITY;
  const clock = createVirtualClock({ jumps: false });
  const host = createMemoryHost({
    clock,
    journal: {
      ...journal,
      append: async (records) => {
        if (left-- <= 0) throw new JournalError('penuh');
        return journal.append(records);
      },
    },
  });
  const engine = createEngine(host);
  const { id } = await engine.start(await engine.deploy(FLOW));
  for await (const event of engine.follow(id))
    if (event.type === 'taskRun' && event.taskId === 'lama' && event.state === 'RUNNING') break;
  left = 0;
  const ended = engine.wait(id);
  await engine.kill(id).catch(() => undefined);
  await expect(ended).rejects.toThrow('penuh');
  await expect(engine.execution(id)).rejects.toThrow('penuh');
  await expect(engine.start({ namespace: 'uji', id: 'f' })).rejects.toThrow('penuh');
  expect(clock.waiting()).toBe(0);
  await engine.close();
  const next = createEngine(createMemoryHost({ journal, seed: 'lain' }));
  expect((await next.wait(id)).state.current).toBe('SUCCESS');
  await next.close();
});
