import * as z from 'zod';
import { flowable } from '../../definition.ts';
import { rendered, tasks } from '../../property.ts';

/** The older name of a ForEach, one value at a time. */
export default flowable({
  type: 'io.kestra.plugin.core.flow.EachSequential',
  aliases: ['io.kestra.core.tasks.flows.EachSequential'],
  title: 'Mengulang task untuk tiap nilai, satu per satu.',
  deprecated: 'io.kestra.plugin.core.flow.ForEach',
  schema: z.strictObject({
    value: rendered(z.union([z.array(z.unknown()), z.string()])).describe(
      'Daftar nilai, atau teks JSON yang berisi daftar.',
    ),
    tasks: tasks().describe('Task untuk tiap nilai.'),
    errors: tasks().optional().describe('Task yang dijalankan bila ada yang gagal di dalamnya.'),
    finally: tasks().optional().describe('Task yang selalu dijalankan di akhir.'),
  }),
  example: `id: ulangi-lama
namespace: belajar
tasks:
  - id: bulan
    type: io.kestra.plugin.core.flow.EachSequential
    value: ["01", "02"]
    tasks:
      - id: cetak
        type: io.kestra.plugin.core.log.Log
        message: "{{ taskrun.value }}"
`,
});
