import * as z from 'zod';
import { flowable } from '../../definition.ts';
import { rendered, tasks } from '../../property.ts';

/** Its tasks again and again until a condition is true. */
export default flowable({
  type: 'io.kestra.plugin.core.flow.LoopUntil',
  aliases: ['io.kestra.plugin.core.flow.WaitFor'],
  title: 'Mengulang task sampai sebuah syarat terpenuhi.',
  schema: z.strictObject({
    condition: rendered(z.string()).describe('Pengulangan berhenti bila ini benar.'),
    tasks: tasks('mayBeEmpty').describe('Task yang diulang.'),
    checkFrequency: z
      .strictObject({
        interval: rendered(z.string()).default('PT1M').describe('Jeda di antara dua putaran.'),
        maxIterations: rendered(z.int()).optional().describe('Paling banyak berapa putaran.'),
        maxDuration: rendered(z.string()).optional().describe('Paling lama berapa lama.'),
      })
      .optional()
      .describe('Seberapa sering syaratnya diperiksa.'),
    failOnMaxReached: rendered(z.boolean()).default(false).describe('Gagal bila batasnya tercapai.'),
    errors: tasks().optional().describe('Task yang dijalankan bila ada yang gagal di dalamnya.'),
    finally: tasks().optional().describe('Task yang selalu dijalankan di akhir.'),
  }),
  outputs: z.object({ iterationCount: z.int().describe('Putaran yang ke berapa, mulai dari 1.') }),
  example: `id: sampai-siap
namespace: belajar
tasks:
  - id: tunggu
    type: io.kestra.plugin.core.flow.LoopUntil
    condition: "{{ outputs.tunggu.iterationCount >= 2 }}"
    checkFrequency:
      interval: PT0.01S
    tasks:
      - id: cek
        type: io.kestra.plugin.core.log.Log
        message: putaran {{ outputs.tunggu.iterationCount }}
`,
});
