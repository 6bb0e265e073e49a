import * as z from 'zod';
import { flowable } from '../../definition.ts';
import { duration, rendered, task, tasks } from '../../property.ts';

/** Waits for a person or for a time; the whole execution waits with it. */
export default flowable({
  type: 'io.kestra.plugin.core.flow.Pause',
  aliases: ['io.kestra.core.tasks.flows.Pause'],
  title: 'Menjeda eksekusi sampai dilanjutkan orang, atau sampai waktunya habis.',
  schema: z.strictObject({
    pauseDuration: rendered(duration())
      .optional()
      .describe('Berapa lama dijeda; tanpa ini sampai ada yang melanjutkan.'),
    delay: rendered(duration()).optional().describe('Nama lama `pauseDuration`.'),
    behavior: rendered(z.enum(['RESUME', 'WARN', 'FAIL', 'CANCEL']))
      .default('RESUME')
      .describe('Apa yang terjadi bila waktunya habis.'),
    onResume: z
      .array(z.record(z.string(), z.unknown()))
      .optional()
      .describe('Input yang ditanyakan saat dilanjutkan; ada di `outputs.ID.onResume`.'),
    onPause: task().optional().describe('Task yang dijalankan begitu eksekusi dijeda.'),
    tasks: tasks().optional().describe('Task yang dijalankan sesudah jeda.'),
    errors: tasks().optional().describe('Task yang dijalankan bila ada yang gagal di dalamnya.'),
    finally: tasks().optional().describe('Task yang selalu dijalankan di akhir.'),
  }),
  outputs: z.object({
    onResume: z.record(z.string(), z.unknown()).optional().describe('Nilai yang diisi saat dilanjutkan.'),
    resumed: z
      .record(z.string(), z.unknown())
      .optional()
      .describe('Kapan dilanjutkan (`on`), dan ke keadaan apa (`to`).'),
  }),
  example: `id: menjeda
namespace: belajar
tasks:
  - id: jeda
    type: io.kestra.plugin.core.flow.Pause
    pauseDuration: PT0.01S
  - id: sesudah
    type: io.kestra.plugin.core.log.Log
    message: lanjut {{ outputs.jeda.resumed.to }}
`,
});
