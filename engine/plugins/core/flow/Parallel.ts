import * as z from 'zod';
import { flowable } from '../../definition.ts';
import { rendered, tasks } from '../../property.ts';

/** Its tasks side by side. */
export default flowable({
  type: 'io.kestra.plugin.core.flow.Parallel',
  aliases: ['io.kestra.core.tasks.flows.Parallel'],
  title: 'Menjalankan beberapa task bersamaan.',
  schema: z.strictObject({
    concurrent: rendered(z.int()).default(0).describe('Berapa task yang boleh berjalan bersamaan; 0 berarti semuanya.'),
    tasks: tasks('onlyTasks').describe('Task yang dijalankan bersamaan.'),
    errors: tasks().optional().describe('Task yang dijalankan bila ada yang gagal di dalamnya.'),
    finally: tasks().optional().describe('Task yang selalu dijalankan di akhir.'),
  }),
  example: `id: bersamaan
namespace: belajar
tasks:
  - id: sekaligus
    type: io.kestra.plugin.core.flow.Parallel
    concurrent: 2
    tasks:
      - id: satu
        type: io.kestra.plugin.core.log.Log
        message: kiri
      - id: dua
        type: io.kestra.plugin.core.log.Log
        message: kanan
`,
});
