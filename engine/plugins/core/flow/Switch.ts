import * as z from 'zod';
import { flowable } from '../../definition.ts';
import { cases, rendered, tasks } from '../../property.ts';

/** One of many branches, by exact text. */
export default flowable({
  type: 'io.kestra.plugin.core.flow.Switch',
  aliases: ['io.kestra.core.tasks.flows.Switch'],
  title: 'Memilih cabang menurut sebuah nilai.',
  schema: z.strictObject({
    value: rendered(z.string()).describe('Nilai yang dicocokkan, huruf demi huruf.'),
    cases: cases().optional().describe('Task untuk tiap nilai.'),
    defaults: tasks().optional().describe('Task bila tidak ada nilai yang cocok.'),
    errors: tasks().optional().describe('Task yang dijalankan bila ada yang gagal di dalamnya.'),
    finally: tasks().optional().describe('Task yang selalu dijalankan di akhir.'),
  }),
  outputs: z.object({
    value: z.string().describe('Nilainya.'),
    defaults: z.boolean().describe('Benar bila tidak ada yang cocok.'),
  }),
  example: `id: cabang
namespace: belajar
tasks:
  - id: pilih
    type: io.kestra.plugin.core.flow.Switch
    value: kuning
    cases:
      kuning:
        - id: kuning
          type: io.kestra.plugin.core.log.Log
          message: taksi kuning
`,
});
