import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { rendered } from '../../property.ts';

/** Deletes files of a namespace. */
export const schema = z.strictObject({
  namespace: rendered(z.string()).describe('Namespace pemilik berkasnya.'),
  files: rendered(z.union([z.array(z.string()), z.string()])).describe('Jalur atau pola berkas yang dihapus.'),
  deleteParentFolder: rendered(z.boolean())
    .default(false)
    .describe('Hapus juga folder yang menjadi kosong; di sini folder kosong memang tidak disimpan.'),
});

export default runnable({
  type: 'io.kestra.plugin.core.namespace.DeleteFiles',
  title: 'Menghapus berkas dari sebuah namespace.',
  schema,
  load: () => import('./DeleteFiles.run.ts'),
  example: `id: hapus-berkas-namespace
namespace: belajar
tasks:
  - id: hapus
    type: io.kestra.plugin.core.namespace.DeleteFiles
    namespace: belajar
    files:
      - sementara/**
`,
});
