import * as z from 'zod';
import { flowable } from '../../definition.ts';
import { tasks } from '../../property.ts';

/** What fails inside is only a warning outside. */
export default flowable({
  type: 'io.kestra.plugin.core.flow.AllowFailure',
  aliases: ['io.kestra.core.tasks.flows.AllowFailure'],
  title: 'Menjalankan task; bila ada yang gagal, hasilnya hanya WARNING.',
  schema: z.strictObject({
    tasks: tasks().describe('Task yang boleh gagal.'),
    errors: tasks().optional().describe('Task yang dijalankan bila ada yang gagal di dalamnya.'),
    finally: tasks().optional().describe('Task yang selalu dijalankan di akhir.'),
  }),
  example: `id: boleh-gagal
namespace: belajar
tasks:
  - id: coba
    type: io.kestra.plugin.core.flow.AllowFailure
    tasks:
      - id: satu
        type: io.kestra.plugin.core.log.Log
        message: mencoba
`,
});
