import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { rendered } from '../../property.ts';

/** Copies files of a namespace into the execution. */
export const schema = z.strictObject({
  namespace: rendered(z.string()).describe('Namespace asalnya.'),
  files: rendered(z.union([z.array(z.string()), z.string()])).describe('Jalur atau pola, misalnya `kueri/*.sql`.'),
  destination: rendered(z.string()).default('/').describe('Folder di depan nama berkas hasilnya.'),
});

export default runnable({
  type: 'io.kestra.plugin.core.namespace.DownloadFiles',
  title: 'Mengambil berkas dari sebuah namespace.',
  schema,
  outputs: z.object({
    files: z.record(z.string(), z.string()).describe('Jalur di namespace dan alamat `kestra://` salinannya.'),
  }),
  load: () => import('./DownloadFiles.run.ts'),
  example: `id: ambil-berkas
namespace: belajar
tasks:
  - id: ambil
    type: io.kestra.plugin.core.namespace.DownloadFiles
    namespace: belajar
    files: "**/*.sql"
`,
});
