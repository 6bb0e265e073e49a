import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { late } from '../../property.ts';

/** Hands values on as outputs. */
export const schema = z.strictObject({
  values: late(z.record(z.string(), z.unknown())).describe(
    'Nilai yang diserahkan; `{{ }}` tunggal mempertahankan tipenya.',
  ),
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
