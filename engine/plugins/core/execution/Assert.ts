import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { late, rendered } from '../../property.ts';

/** Fails unless every condition is true. */
export const schema = z.strictObject({
  conditions: late(z.array(z.string()), z.array(z.string())).describe('Syarat yang semuanya harus benar.'),
  errorMessage: rendered(z.string()).optional().describe('Pesan bila ada syarat yang salah.'),
});

export default runnable({
  type: 'io.kestra.plugin.core.execution.Assert',
  title: 'Memastikan beberapa syarat benar.',
  schema,
  load: () => import('./Assert.run.ts'),
  example: `id: memastikan
namespace: belajar
tasks:
  - id: pasti
    type: io.kestra.plugin.core.execution.Assert
    conditions:
      - "{{ 1 < 2 }}"
`,
});
