import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { late, rendered } from '../../property.ts';

/** Writes to the execution's log. */
export const schema = z.strictObject({
  message: late(z.union([z.string(), z.array(z.string())])).describe('Kalimat yang dicatat, satu atau beberapa.'),
  level: rendered(z.enum(['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR']))
    .default('INFO')
    .describe('Tingkat log. ERROR hanya memberi warna merah, task tetap berhasil.'),
});

export default runnable({
  type: 'io.kestra.plugin.core.log.Log',
  aliases: ['io.kestra.core.tasks.log.Log', 'io.kestra.core.tasks.debugs.Echo'],
  title: 'Mencatat kalimat ke log.',
  schema,
  load: () => import('./Log.run.ts'),
  example: `id: sapa
namespace: belajar
tasks:
  - id: halo
    type: io.kestra.plugin.core.log.Log
    message: Halo dari Alur
`,
});
