import * as z from 'zod';
import { trigger } from '../../definition.ts';
import { conditions } from '../../property.ts';

/** Starts the flow when its address, which has the key in it, is called. */
export default trigger({
  type: 'io.kestra.plugin.core.trigger.Webhook',
  aliases: ['io.kestra.core.models.triggers.types.Webhook'],
  title: 'Menjalankan flow bila alamat webhook-nya dipanggil.',
  fires: 'calls',
  schema: z.strictObject({
    key: z.string().max(256).describe('Kunci rahasia di dalam alamatnya.'),
    inputs: z.record(z.string(), z.unknown()).optional().describe('Input, misalnya dari `trigger.body`.'),
    conditions: conditions().optional().describe('Syarat atas panggilan yang datang.'),
    wait: z.boolean().default(false).describe('Benar bila jawabannya menunggu eksekusi selesai.'),
    returnOutputs: z.boolean().default(false).describe('Benar bila jawabannya berisi output flow.'),
  }),
  example: `id: dipanggil
namespace: belajar
tasks:
  - id: halo
    type: io.kestra.plugin.core.log.Log
    message: "{{ trigger.body ?? 'dijalankan sendiri' }}"
triggers:
  - id: kait
    type: io.kestra.plugin.core.trigger.Webhook
    key: kunci-rahasia
`,
});
