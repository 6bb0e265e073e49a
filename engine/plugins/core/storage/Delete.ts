import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { rendered } from '../../property.ts';

/** Deletes a stored file. */
export const schema = z.strictObject({
  uri: rendered(z.string()).describe('Alamat `kestra://` berkas yang dihapus.'),
  errorOnMissing: rendered(z.boolean()).default(false).describe('Gagal kalau berkasnya tidak ada.'),
});

export default runnable({
  type: 'io.kestra.plugin.core.storage.Delete',
  aliases: ['io.kestra.core.tasks.storages.Delete'],
  title: 'Menghapus sebuah berkas.',
  schema,
  outputs: z.object({
    uri: z.string().describe('Alamat berkasnya.'),
    deleted: z.boolean().describe('Apakah ada yang dihapus.'),
  }),
  load: () => import('./Delete.run.ts'),
  example: `id: hapus-berkas
namespace: belajar
tasks:
  - id: tulis
    type: io.kestra.plugin.core.storage.Write
    content: halo
  - id: hapus
    type: io.kestra.plugin.core.storage.Delete
    uri: "{{ outputs.tulis.uri }}"
`,
});
