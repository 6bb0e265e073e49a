import * as z from 'zod';
import { flowable } from '../../definition.ts';
import { rendered, tasks } from '../../property.ts';

/** The older name of a ForEach, all values at once. */
export default flowable({
  type: 'io.kestra.plugin.core.flow.EachParallel',
  aliases: ['io.kestra.core.tasks.flows.EachParallel'],
  title: 'Mengulang task untuk semua nilai bersamaan.',
  deprecated: 'io.kestra.plugin.core.flow.ForEach',
  schema: z.strictObject({
    value: rendered(z.union([z.array(z.unknown()), z.string()])).describe(
      'Daftar nilai, atau teks JSON yang berisi daftar.',
    ),
    concurrent: rendered(z.int())
      .default(0)
      .describe('Berapa nilai yang boleh dikerjakan bersamaan; 0 berarti semuanya.'),
    tasks: tasks('onlyTasks').describe('Task untuk tiap nilai.'),
    errors: tasks().optional().describe('Task yang dijalankan bila ada yang gagal di dalamnya.'),
    finally: tasks().optional().describe('Task yang selalu dijalankan di akhir.'),
  }),
  example: `id: ulangi-bersama
namespace: belajar
tasks:
  - id: bulan
    type: io.kestra.plugin.core.flow.EachParallel
    value: ["01", "02"]
    tasks:
      - id: cetak
        type: io.kestra.plugin.core.log.Log
        message: "{{ taskrun.value }}"
`,
});
