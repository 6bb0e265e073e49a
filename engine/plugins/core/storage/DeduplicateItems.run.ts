/** The file is read twice: once to know the last line of each key, once to write those lines. Only the keys are held. */
import type * as z from 'zod';
import type { TaskContext, TaskResult } from '../../definition.ts';
import type { schema } from './DeduplicateItems.ts';
import { endingOf, openFile, streamOfTexts, writeFile } from './files.ts';
import { itemOf } from './items.ts';
import { linesOf } from './lines.ts';

export async function run({ from, expr }: z.output<typeof schema>, context: TaskContext): Promise<TaskResult> {
  const lastOf = new Map<string, number>();
  let processed = 0;
  for await (const line of linesOf(await openFile(from, context))) {
    context.signal.throwIfAborted();
    processed++;
    lastOf.set(await context.render(expr, itemOf(line, processed)), processed);
  }
  const last = new Set(lastOf.values());

  async function* kept(): AsyncGenerator<string, void> {
    let number = 0;
    for await (const line of linesOf(await openFile(from, context))) if (last.has(++number)) yield `${line}\n`;
  }
  const { uri } = await writeFile(streamOfTexts(kept()), endingOf(from), context);
  const dropped = processed - last.size;
  context.metric({ name: 'deduplicated.items.total', type: 'counter', value: last.size, tags: {} });
  context.metric({ name: 'processed.items.total', type: 'counter', value: processed, tags: {} });
  context.metric({ name: 'dropped.items.total', type: 'counter', value: dropped, tags: {} });
  return {
    outputs: { uri, numKeys: last.size, processedItemsTotal: processed, droppedItemsTotal: dropped },
  };
}
