import * as z from 'zod';
import { flowable } from '../../definition.ts';
import { tasks } from '../../property.ts';

/** A group of tasks, one after the other. */
export default flowable({
  type: 'io.kestra.plugin.core.flow.Sequential',
  aliases: ['io.kestra.core.tasks.flows.Sequential'],
  title: 'Menjalankan task satu per satu, berurutan.',
  schema: z.strictObject({
    tasks: tasks().describe('Task yang dijalankan berurutan.'),
    errors: tasks().optional().describe('Task yang dijalankan bila ada yang gagal di dalamnya.'),
    finally: tasks().optional().describe('Task yang selalu dijalankan di akhir.'),
  }),
  example: `id: berurutan
namespace: belajar
tasks:
  - id: kelompok
    type: io.kestra.plugin.core.flow.Sequential
    tasks:
      - id: satu
        type: io.kestra.plugin.core.log.Log
        message: pertama
      - id: dua
        type: io.kestra.plugin.core.log.Log
        message: kedua
`,
});
