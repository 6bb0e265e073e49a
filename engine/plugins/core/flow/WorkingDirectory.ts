import * as z from 'zod';
import { flowable } from '../../definition.ts';
import { late, rendered, tasks } from '../../property.ts';
import { namespaceFilesSchema } from '../namespace/schema.ts';

/** Its tasks share one folder. */
export const schema = z.strictObject({
  tasks: tasks('onlyTasks').describe('Task yang berbagi folder kerja, dijalankan berurutan.'),
  errors: tasks().optional().describe('Task yang dijalankan bila ada yang gagal di dalamnya.'),
  finally: tasks().optional().describe('Task yang selalu dijalankan di akhir.'),
  inputFiles: late(z.union([z.record(z.string(), z.unknown()), z.string()]))
    .optional()
    .describe('Berkas yang disiapkan: nama dan isinya, atau alamat kestra:// atau nsfile://.'),
  outputFiles: rendered(z.array(z.string())).optional().describe('Pola berkas yang diserahkan di akhir.'),
  namespaceFiles: namespaceFilesSchema.optional().describe('Berkas namespace yang disiapkan.'),
  cache: z
    .strictObject({
      patterns: rendered(z.array(z.string())).optional().describe('Pola berkas yang disimpan untuk eksekusi lain.'),
      ttl: rendered(z.string()).optional().describe('Umur simpanannya, durasi ISO-8601.'),
    })
    .optional()
    .describe('Berkas yang disimpan dari satu eksekusi ke eksekusi berikutnya.'),
});

export default flowable({
  type: 'io.kestra.plugin.core.flow.WorkingDirectory',
  aliases: ['io.kestra.core.tasks.flows.WorkingDirectory', 'io.kestra.core.tasks.flows.Worker'],
  title: 'Menjalankan task dalam satu folder kerja bersama.',
  schema,
  outputs: z.object({
    outputFiles: z.record(z.string(), z.string()).optional().describe('Jalur dan alamat berkas yang diserahkan.'),
  }),
  around: () => import('./WorkingDirectory.run.ts'),
  example: `id: folder-bersama
namespace: belajar
tasks:
  - id: folder
    type: io.kestra.plugin.core.flow.WorkingDirectory
    inputFiles:
      nama.txt: Bandung
    outputFiles: ["*.txt"]
    tasks:
      - id: sapa
        type: io.kestra.plugin.scripts.shell.Commands
        commands:
          - echo "halo $(cat nama.txt)" > sapaan.txt
`,
});
