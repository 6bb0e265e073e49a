import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { rendered } from '../../property.ts';

/** Puts files into a namespace. */
export const schema = z.strictObject({
  namespace: rendered(z.string()).describe('Namespace tujuannya.'),
  files: rendered(z.union([z.array(z.string()), z.string()]))
    .optional()
    .describe('Pola berkas di WorkingDirectory, misalnya `glob:**/*.sql`.'),
  filesMap: rendered(z.record(z.string(), z.string()))
    .optional()
    .describe('Jalur di namespace dan alamat `kestra://` isinya.'),
  destination: rendered(z.string()).default('/').describe('Folder tujuan, diawali dan diakhiri `/`.'),
  conflict: rendered(z.enum(['OVERWRITE', 'ERROR', 'SKIP']))
    .default('OVERWRITE')
    .describe('Kalau berkasnya sudah ada: ganti, gagal, atau biarkan.'),
});

export default runnable({
  type: 'io.kestra.plugin.core.namespace.UploadFiles',
  title: 'Menyimpan berkas ke sebuah namespace.',
  schema,
  load: () => import('./UploadFiles.run.ts'),
  example: `id: simpan-berkas
namespace: belajar
tasks:
  - id: tulis
    type: io.kestra.plugin.core.storage.Write
    content: SELECT 1
  - id: simpan
    type: io.kestra.plugin.core.namespace.UploadFiles
    namespace: belajar
    filesMap:
      kueri/satu.sql: "{{ outputs.tulis.uri }}"
`,
});
