import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { labels, late, notHere, rendered } from '../../property.ts';
import { LATER } from './ForEachItem.ts';

/** Runs another flow, and waits for it. */
export const schema = z.strictObject({
  namespace: rendered(z.string(), z.string().min(1)).describe('Namespace flow yang dijalankan.'),
  flowId: rendered(z.string(), z.string()).describe('Id flow yang dijalankan.'),
  revision: z.int().min(1).optional().describe('Revisi tertentu; tanpa ini yang terbaru.'),
  inputs: late(z.record(z.string(), z.unknown()), z.record(z.string(), z.unknown()))
    .optional()
    .describe('Input untuk flow itu.'),
  labels: late(z.unknown(), labels()).optional().describe('Label tambahan untuk eksekusinya.'),
  inheritLabels: rendered(z.boolean()).default(false).describe('Benar bila label eksekusi ini ikut diwariskan.'),
  wait: z.boolean().default(true).describe('Benar bila task ini menunggu flow itu selesai.'),
  transmitFailed: z.boolean().default(true).describe('Benar bila kegagalan flow itu menggagalkan task ini.'),
  restartBehavior: z
    .enum(['RETRY_FAILED', 'NEW_EXECUTION'])
    .default('RETRY_FAILED')
    .describe('Saat diulang dengan restart: melanjutkan eksekusi yang gagal, atau membuat yang baru.'),
  scheduleDate: notHere(rendered(z.string()), LATER).optional().describe('Kapan dijalankan.'),
  outputs: late(z.record(z.string(), z.unknown()), z.record(z.string(), z.unknown()))
    .optional()
    .describe('Bentuk lama; output flow itu kini ada di `outputs`.'),
});

export default runnable({
  type: 'io.kestra.plugin.core.flow.Subflow',
  aliases: ['io.kestra.core.tasks.flows.Subflow', 'io.kestra.core.tasks.flows.Flow'],
  title: 'Menjalankan flow lain.',
  schema,
  inExecutor: true,
  startsItself: true,
  outputs: z.object({
    executionId: z.string().describe('Id eksekusi flow itu.'),
    state: z.string().optional().describe('Keadaan akhirnya.'),
    outputs: z.record(z.string(), z.unknown()).optional().describe('Output flow itu.'),
  }),
  load: () => import('./Subflow.run.ts'),
  example: `id: induk
namespace: belajar
tasks:
  - id: sub
    type: io.kestra.plugin.core.flow.Subflow
    namespace: belajar
    flowId: anak
`,
});
