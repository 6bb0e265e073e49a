import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { rendered } from '../../property.ts';

/** Hands values on as outputs. */
export const schema = z.strictObject({
  values: rendered(z.record(z.string(), z.unknown()))
    .default({})
    .describe('Nilai yang diserahkan. Setiap teks dirender dan tetap teks; angka dan daftar tetap seperti tertulis.'),
});

export default runnable({
  type: 'io.kestra.plugin.core.output.OutputValues',
  title: 'Menyerahkan nilai sebagai output.',
  schema,
  outputs: z.object({ values: z.record(z.string(), z.unknown()).describe('Nilai-nilainya.') }),
  load: () => import('./OutputValues.run.ts'),
  example: `id: menyerahkan
namespace: belajar
tasks:
  - id: nilai
    type: io.kestra.plugin.core.output.OutputValues
    values:
      taksi: green
`,
});
