import * as z from 'zod';
import { flowable } from '../../definition.ts';
import { dagTasks, rendered, tasks } from '../../property.ts';

/** A graph: each task starts when those it depends on have ended. */
export default flowable({
  type: 'io.kestra.plugin.core.flow.Dag',
  aliases: ['io.kestra.core.tasks.flows.Dag'],
  title: 'Menjalankan task menurut ketergantungannya.',
  schema: z.strictObject({
    concurrent: rendered(z.int()).default(0).describe('Berapa task yang boleh berjalan bersamaan; 0 berarti semuanya.'),
    tasks: dagTasks().describe('Daftar `task` dan `dependsOn`-nya.'),
    errors: tasks().optional().describe('Task yang dijalankan bila ada yang gagal di dalamnya.'),
    finally: tasks().optional().describe('Task yang selalu dijalankan di akhir.'),
  }),
  example: `id: graf
namespace: belajar
tasks:
  - id: graf
    type: io.kestra.plugin.core.flow.Dag
    tasks:
      - task:
          id: kedua
          type: io.kestra.plugin.core.log.Log
          message: sesudah
        dependsOn: [pertama]
      - task:
          id: pertama
          type: io.kestra.plugin.core.log.Log
          message: sebelum
`,
});
