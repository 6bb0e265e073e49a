import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { late } from '../../property.ts';

/** Adds labels to the running execution. */
export const schema = z.strictObject({
  labels: late(z.union([z.record(z.string(), z.unknown()), z.array(z.unknown()), z.string()])).describe(
    'Map, daftar `key` dan `value`, atau teks JSON.',
  ),
});

export default runnable({
  type: 'io.kestra.plugin.core.execution.Labels',
  aliases: ['io.kestra.core.tasks.executions.Labels'],
  title: 'Menambah label pada eksekusi yang sedang berjalan.',
  schema,
  inExecutor: true,
  load: () => import('./Labels.run.ts'),
  example: `id: berlabel
namespace: belajar
tasks:
  - id: label
    type: io.kestra.plugin.core.execution.Labels
    labels:
      taksi: green
`,
});
