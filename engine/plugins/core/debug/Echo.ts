import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { rendered } from '../../property.ts';

/** The old way to log. */
export const schema = z.strictObject({
  format: rendered(z.string()).optional().describe('Kalimat yang dicatat.'),
  level: rendered(z.enum(['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR']))
    .default('INFO')
    .describe('Tingkat log.'),
});

export default runnable({
  type: 'io.kestra.plugin.core.debug.Echo',
  aliases: ['io.kestra.core.tasks.debugs.Echo'],
  deprecated: 'io.kestra.plugin.core.log.Log',
  title: 'Mencatat kalimat ke log; bentuk lama dari Log.',
  schema,
  load: () => import('./Echo.run.ts'),
  example: `id: gema
namespace: belajar
tasks:
  - id: halo
    type: io.kestra.plugin.core.debug.Echo
    format: Halo dari Alur
`,
});
