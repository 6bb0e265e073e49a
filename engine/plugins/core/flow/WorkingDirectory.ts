import * as z from 'zod';
import { flowable } from '../../definition.ts';
import { tasks } from '../../property.ts';

/** Its tasks share one folder. */
export default flowable({
  type: 'io.kestra.plugin.core.flow.WorkingDirectory',
  aliases: ['io.kestra.core.tasks.flows.WorkingDirectory'],
  title: 'Menjalankan task dalam satu folder kerja bersama.',
  schema: z.strictObject({
    tasks: tasks().describe('Task yang berbagi folder kerja, dijalankan berurutan.'),
    errors: tasks().optional().describe('Task yang dijalankan bila ada yang gagal di dalamnya.'),
    finally: tasks().optional().describe('Task yang selalu dijalankan di akhir.'),
  }),
  example: `id: folder-bersama
namespace: belajar
tasks:
  - id: folder
    type: io.kestra.plugin.core.flow.WorkingDirectory
    tasks:
      - id: satu
        type: io.kestra.plugin.core.log.Log
        message: di folder yang sama
`,
});
