import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { late, rendered } from '../../property.ts';

/** Goes on with an execution that is paused. */
export const schema = z.strictObject({
  executionId: rendered(z.string())
    .optional()
    .describe('Id eksekusi yang dilanjutkan; tanpa ini eksekusi ini sendiri.'),
  namespace: rendered(z.string()).optional().describe('Namespace flow-nya; tidak dipakai di sini.'),
  flowId: rendered(z.string()).optional().describe('Id flow-nya; tidak dipakai di sini.'),
  inputs: late(z.record(z.string(), z.unknown())).optional().describe('Nilai untuk `onResume` task Pause-nya.'),
});

export default runnable({
  type: 'io.kestra.plugin.core.execution.Resume',
  aliases: ['io.kestra.core.tasks.executions.Resume'],
  title: 'Melanjutkan eksekusi yang sedang dijeda.',
  schema,
  load: () => import('./Resume.run.ts'),
  example: `id: melanjutkan
namespace: belajar
tasks:
  - id: bersama
    type: io.kestra.plugin.core.flow.Parallel
    tasks:
      - id: jeda
        type: io.kestra.plugin.core.flow.Pause
      - id: lanjut
        type: io.kestra.plugin.core.execution.Resume
        executionId: "{{ execution.id }}"
`,
});
