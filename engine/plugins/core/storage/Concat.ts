import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { rendered } from '../../property.ts';
import { storedUri } from './files.ts';

/** Joins stored files, in order. */
export const schema = z.strictObject({
  files: rendered(z.union([z.array(z.string()), z.string()])).describe(
    'Daftar alamat `kestra://`, atau teks JSON yang berisi daftar itu.',
  ),
  separator: rendered(z.string()).optional().describe('Teks yang ditulis setelah setiap berkas.'),
  extension: rendered(z.string()).default('.tmp').describe('Akhiran nama berkas hasilnya.'),
});

export default runnable({
  type: 'io.kestra.plugin.core.storage.Concat',
  aliases: ['io.kestra.core.tasks.storages.Concat'],
  title: 'Menggabungkan beberapa berkas menjadi satu.',
  schema,
  outputs: z.object({ uri: storedUri('berkas gabungannya') }),
  load: () => import('./Concat.run.ts'),
  example: `id: gabung
namespace: belajar
tasks:
  - id: satu
    type: io.kestra.plugin.core.storage.Write
    content: "a\\n"
  - id: dua
    type: io.kestra.plugin.core.storage.Write
    content: "b\\n"
  - id: semua
    type: io.kestra.plugin.core.storage.Concat
    files:
      - "{{ outputs.satu.uri }}"
      - "{{ outputs.dua.uri }}"
`,
});
