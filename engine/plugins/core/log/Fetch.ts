import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { rendered } from '../../property.ts';
import { storedUri } from '../storage/files.ts';

const LEVELS = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR'] as const;

/** Writes the log of an execution into a file, an Ion map a line. */
export const schema = z.strictObject({
  executionId: rendered(z.string()).optional().describe('Id eksekusinya; tanpa ini eksekusi ini sendiri.'),
  namespace: rendered(z.string()).optional().describe('Namespace flow-nya; hanya bersama `executionId`.'),
  flowId: rendered(z.string()).optional().describe('Id flow-nya; hanya bersama `executionId`.'),
  level: rendered(z.enum(LEVELS)).default('INFO').describe('Tingkat paling rendah yang diambil.'),
  tasksId: rendered(z.array(z.string())).optional().describe('Hanya log task-task ini.'),
});

export default runnable({
  type: 'io.kestra.plugin.core.log.Fetch',
  aliases: ['io.kestra.core.tasks.log.Fetch'],
  title: 'Menyimpan log sebuah eksekusi ke berkas.',
  schema,
  outputs: z.object({
    size: z.int().describe('Banyaknya baris.'),
    uri: storedUri('berkas Ion-nya'),
  }),
  load: () => import('./Fetch.run.ts'),
  example: `id: menyimpan-log
namespace: belajar
tasks:
  - id: kata
    type: io.kestra.plugin.core.log.Log
    message: Halo
  - id: ambil
    type: io.kestra.plugin.core.log.Fetch
    tasksId: [kata]
  - id: isi
    type: io.kestra.plugin.core.log.Log
    message: "{{ read(outputs.ambil.uri) }}"
`,
});
