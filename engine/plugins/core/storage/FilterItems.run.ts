import type * as z from 'zod';
import { isTruthy } from '../../../expression/truthy.ts';
import type { TaskContext, TaskResult } from '../../definition.ts';
import type { schema } from './FilterItems.ts';
import { endingOf, openFile, streamOfTexts, writeFile } from './files.ts';
import { itemOf } from './items.ts';
import { linesOf } from './lines.ts';

type Properties = z.output<typeof schema>;

/** Lines are kept as they are written. */
export async function run(properties: Properties, context: TaskContext): Promise<TaskResult> {
  let [processed, dropped] = [0, 0];
  async function* kept(): AsyncGenerator<string, void> {
    for await (const line of linesOf(await openFile(properties.from, context))) {
      context.signal.throwIfAborted();
      processed++;
      if (await isKept(itemOf(line, processed), properties, context)) yield `${line}\n`;
      else dropped++;
    }
  }
  const { uri } = await writeFile(streamOfTexts(kept()), endingOf(properties.from), context);
  context.metric({ name: 'processed.items.total', type: 'counter', value: processed, tags: {} });
  context.metric({ name: 'dropped.items.total', type: 'counter', value: dropped, tags: {} });
  return { outputs: { uri, processedItemsTotal: processed, droppedItemsTotal: dropped } };
}

/** What can't be judged is kept or dropped as `errorOrNullBehavior` says, whatever the type of the filter. */
async function isKept(
  item: Record<string, unknown>,
  { filterCondition, filterType, errorOrNullBehavior }: Properties,
  context: TaskContext,
): Promise<boolean> {
  try {
    const matches = isTruthy(await context.render(filterCondition, item));
    return matches === (filterType === 'INCLUDE');
  } catch (error) {
    if (errorOrNullBehavior === 'FAIL') throw error;
    return errorOrNullBehavior === 'INCLUDE';
  }
}
