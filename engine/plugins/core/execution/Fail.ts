import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { rendered } from '../../property.ts';

/** Fails on purpose. */
export const schema = z.strictObject({
  condition: rendered(z.string()).optional().describe('Gagal hanya bila ini benar; tanpa ini selalu gagal.'),
  errorMessage: rendered(z.string()).default('Task failure').describe('Pesan kegagalannya.'),
});

export default runnable({
  type: 'io.kestra.plugin.core.execution.Fail',
  aliases: ['io.kestra.core.tasks.executions.Fail'],
  title: 'Menggagalkan eksekusi dengan sengaja.',
  schema,
  load: () => import('./Fail.run.ts'),
  example: `id: gagal-bila-perlu
namespace: belajar
tasks:
  - id: jaga
    type: io.kestra.plugin.core.execution.Fail
    condition: "{{ 1 > 2 }}"
`,
});
