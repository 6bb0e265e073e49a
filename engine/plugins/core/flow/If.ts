import * as z from 'zod';
import { flowable } from '../../definition.ts';
import { rendered, tasks } from '../../property.ts';

/** One of two branches. */
export default flowable({
  type: 'io.kestra.plugin.core.flow.If',
  aliases: ['io.kestra.core.tasks.flows.If'],
  title: 'Memilih cabang menurut sebuah syarat.',
  schema: z.strictObject({
    condition: rendered(z.string(), z.string())
      .optional()
      .describe('Syarat; salah bila hasilnya false, 0, atau kosong.'),
    then: tasks().describe('Task bila syaratnya benar.'),
    else: tasks().optional().describe('Task bila syaratnya salah.'),
    errors: tasks().optional().describe('Task yang dijalankan bila ada yang gagal di dalamnya.'),
    finally: tasks().optional().describe('Task yang selalu dijalankan di akhir.'),
  }),
  outputs: z.object({ evaluationResult: z.boolean().describe('Hasil syaratnya.') }),
  example: `id: memilih
namespace: belajar
inputs:
  - id: taksi
    type: STRING
    defaults: green
tasks:
  - id: hijau
    type: io.kestra.plugin.core.flow.If
    condition: "{{ inputs.taksi == 'green' }}"
    then:
      - id: ya
        type: io.kestra.plugin.core.log.Log
        message: taksi hijau
`,
});
