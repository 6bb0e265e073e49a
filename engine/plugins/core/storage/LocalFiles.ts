import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { late, rendered } from '../../property.ts';

/** The old way to put files into a working directory and to take them out. */
export const schema = z.strictObject({
  inputs: late(z.union([z.record(z.string(), z.unknown()), z.string()]))
    .optional()
    .describe('Berkas yang disiapkan: nama dan isinya, atau alamat `kestra://`.'),
  outputs: rendered(z.array(z.string())).optional().describe('Pola berkas yang diserahkan.'),
});

export default runnable({
  type: 'io.kestra.plugin.core.storage.LocalFiles',
  aliases: ['io.kestra.core.tasks.storages.LocalFiles'],
  deprecated: '`inputFiles` dan `outputFiles` pada WorkingDirectory atau task script',
  title: 'Menyiapkan dan menyerahkan berkas folder kerja; bentuk lama.',
  schema,
  outputs: z.object({ uris: z.record(z.string(), z.string()).describe('Jalur dan alamat berkas yang diserahkan.') }),
  load: () => import('./LocalFiles.run.ts'),
  example: `id: berkas-lokal
namespace: belajar
tasks:
  - id: folder
    type: io.kestra.plugin.core.flow.WorkingDirectory
    tasks:
      - id: siapkan
        type: io.kestra.plugin.core.storage.LocalFiles
        inputs:
          halo.txt: halo
      - id: serahkan
        type: io.kestra.plugin.core.storage.LocalFiles
        outputs: ["*.txt"]
`,
});
