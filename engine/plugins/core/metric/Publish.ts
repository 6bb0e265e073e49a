import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { rendered } from '../../property.ts';

export const KINDS = ['counter', 'timer', 'gauge'] as const;

/** Publishes metrics of the flow's own. */
export const schema = z.strictObject({
  metrics: rendered(
    z.array(
      z.strictObject({
        type: z.enum(KINDS).describe('Jenis metrik: counter, timer, atau gauge.'),
        name: z.string().describe('Nama metrik.'),
        description: z.string().optional().describe('Keterangan metrik.'),
        value: z.union([z.number(), z.string()]).describe('Nilainya; untuk timer sebuah durasi, misalnya PT5S.'),
        tags: z.record(z.string(), z.string()).optional().describe('Penanda untuk memilah metrik.'),
      }),
    ),
  )
    .optional()
    .describe('Daftar metrik: `type` (counter, timer, gauge), `name`, `value`, dan `tags` kalau perlu.'),
});

export default runnable({
  type: 'io.kestra.plugin.core.metric.Publish',
  title: 'Mencatat metrik buatan sendiri.',
  schema,
  load: () => import('./Publish.run.ts'),
  example: `id: metrik
namespace: belajar
tasks:
  - id: catat
    type: io.kestra.plugin.core.metric.Publish
    metrics:
      - type: counter
        name: baris
        value: 42
      - type: timer
        name: lama
        value: PT1.5S
`,
});
