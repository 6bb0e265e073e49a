import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { late, rendered } from '../../property.ts';

/** Sets variables of the running execution. */
export const schema = z.strictObject({
  variables: late(z.record(z.string(), z.unknown())).describe('Variabel dan nilainya.'),
  overwrite: rendered(z.boolean()).default(true).describe('Salah bila variabel yang sudah ada tidak boleh diganti.'),
});

export default runnable({
  type: 'io.kestra.plugin.core.execution.SetVariables',
  title: 'Mengisi variabel eksekusi.',
  schema,
  inExecutor: true,
  load: () => import('./SetVariables.run.ts'),
  example: `id: mengisi
namespace: belajar
tasks:
  - id: isi
    type: io.kestra.plugin.core.execution.SetVariables
    variables:
      bulan: "01"
`,
});
