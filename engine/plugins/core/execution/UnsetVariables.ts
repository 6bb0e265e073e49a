import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { rendered } from '../../property.ts';

/** Removes variables of the running execution. */
export const schema = z.strictObject({
  variables: rendered(z.array(z.string())).describe('Nama variabel yang dihapus.'),
  ignoreMissing: rendered(z.boolean())
    .default(false)
    .describe('Tidak berpengaruh: variabel yang tidak ada selalu dibiarkan.'),
});

export default runnable({
  type: 'io.kestra.plugin.core.execution.UnsetVariables',
  title: 'Menghapus variabel eksekusi.',
  schema,
  inExecutor: true,
  load: () => import('./UnsetVariables.run.ts'),
  example: `id: menghapus
namespace: belajar
variables:
  bulan: "01"
tasks:
  - id: hapus
    type: io.kestra.plugin.core.execution.UnsetVariables
    variables: [bulan]
`,
});
