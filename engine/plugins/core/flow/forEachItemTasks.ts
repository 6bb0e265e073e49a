/** The three tasks that a ForEachItem stands for, as a Kestra names them: they are not written in a flow. */
import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { rendered } from '../../property.ts';
import ForEachItem, { properties } from './ForEachItem.ts';

const { example } = ForEachItem;

const Split = runnable({
  type: 'io.kestra.plugin.core.flow.ForEachItem$ForEachItemSplit',
  title: 'Memecah berkas sebuah ForEachItem.',
  schema: z.object({ items: properties.items, batch: properties.batch }),
  load: () => import('./ForEachItemSplit.run.ts'),
  example,
});

const Items = runnable({
  type: 'io.kestra.plugin.core.flow.ForEachItem$ForEachItemExecutable',
  title: 'Menjalankan flow untuk tiap bagian sebuah ForEachItem.',
  schema: z.object({ ...properties, splits: rendered(z.string()) }),
  inExecutor: true,
  startsItself: true,
  load: () => import('./ForEachItemItems.run.ts'),
  example,
});

const Merge = runnable({
  type: 'io.kestra.plugin.core.flow.ForEachItem$ForEachItemMergeOutputs',
  title: 'Menggabungkan output sebuah ForEachItem.',
  schema: z.object({ base: rendered(z.string()) }),
  load: () => import('./ForEachItemMerge.run.ts'),
  example,
});

export const forEachItemTasks = [Split, Items, Merge];
