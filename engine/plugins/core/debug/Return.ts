import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { rendered } from '../../property.ts';

/** Returns what it is told to: the smallest task there is. */
export const schema = z.strictObject({
  format: rendered(z.string()).optional().describe('Teks yang menjadi output `value`.'),
});

export default runnable({
  type: 'io.kestra.plugin.core.debug.Return',
  aliases: ['io.kestra.core.tasks.debugs.Return'],
  title: 'Mengembalikan teks sebagai output.',
  schema,
  outputs: z.object({ value: z.string().optional().describe('Teks setelah dirender.') }),
  load: () => import('./Return.run.ts'),
  example: `id: kembali
namespace: belajar
tasks:
  - id: nilai
    type: io.kestra.plugin.core.debug.Return
    format: "{{ flow.id }}"
`,
});
