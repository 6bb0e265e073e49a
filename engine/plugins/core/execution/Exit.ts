import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { rendered } from '../../property.ts';

export const EXIT_STATES = ['SUCCESS', 'WARNING', 'FAILED', 'KILLED', 'CANCELED', 'CANCELLED'] as const;

/** Ends the whole execution at once. */
export const schema = z.strictObject({
  state: rendered(z.enum(EXIT_STATES)).default('SUCCESS').describe('Keadaan akhir eksekusi.'),
});

export default runnable({
  type: 'io.kestra.plugin.core.execution.Exit',
  title: 'Mengakhiri seluruh eksekusi saat itu juga.',
  schema,
  inExecutor: true,
  load: () => import('./Exit.run.ts'),
  example: `id: berhenti
namespace: belajar
tasks:
  - id: cukup
    type: io.kestra.plugin.core.execution.Exit
    state: SUCCESS
  - id: tidak-sampai
    type: io.kestra.plugin.core.log.Log
    message: tidak pernah tercetak
`,
});
