import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { rendered } from '../../property.ts';
import { from } from './files.ts';

/** Cuts a stored file into several, line by line. */
export const schema = z.strictObject({
  from: from(),
  bytes: rendered(z.string()).optional().describe('Ukuran setiap bagian: `10MB`, `500KB`, atau jumlah byte.'),
  partitions: rendered(z.int()).optional().describe('Banyaknya bagian; baris dibagikan bergiliran.'),
  rows: rendered(z.int()).optional().describe('Banyaknya baris dalam setiap bagian.'),
  regexPattern: rendered(z.string())
    .optional()
    .describe('Regular expression dengan satu kelompok; baris berkumpul menurut isi kelompoknya.'),
  separator: rendered(z.string()).default('\n').describe('Teks yang ditulis setelah setiap baris.'),
});

export default runnable({
  type: 'io.kestra.plugin.core.storage.Split',
  aliases: ['io.kestra.core.tasks.storages.Split'],
  title: 'Memecah sebuah berkas menjadi beberapa berkas.',
  schema,
  outputs: z.object({ uris: z.array(z.string()).describe('Alamat `kestra://` bagian-bagiannya, berurutan.') }),
  load: () => import('./Split.run.ts'),
  example: `id: pecah
namespace: belajar
tasks:
  - id: tulis
    type: io.kestra.plugin.core.storage.Write
    content: "1\\n2\\n3\\n"
  - id: bagian
    type: io.kestra.plugin.core.storage.Split
    from: "{{ outputs.tulis.uri }}"
    rows: 2
`,
});
