import * as z from 'zod';
import { flowable } from '../../definition.ts';
import { filled, rendered, tasks } from '../../property.ts';

/** Its tasks once for each value. */
export default flowable({
  type: 'io.kestra.plugin.core.flow.ForEach',
  title: 'Mengulang task untuk tiap nilai.',
  schema: z.strictObject({
    values: rendered(z.union([z.array(z.unknown()), z.string()])).describe(
      'Daftar nilai, atau teks JSON yang berisi daftar.',
    ),
    concurrencyLimit: filled(z.int().min(0))
      .default(1)
      .describe('Berapa nilai yang boleh dikerjakan bersamaan; 0 berarti semuanya.'),
    tasks: tasks().describe('Task untuk tiap nilai; nilainya ada di `taskrun.value`.'),
    errors: tasks().optional().describe('Task yang dijalankan bila ada yang gagal di dalamnya.'),
    finally: tasks().optional().describe('Task yang selalu dijalankan di akhir.'),
  }),
  example: `id: ulangi
namespace: belajar
tasks:
  - id: bulan
    type: io.kestra.plugin.core.flow.ForEach
    values: ["01", "02"]
    tasks:
      - id: cetak
        type: io.kestra.plugin.core.log.Log
        message: "{{ taskrun.value }}"
`,
});
