import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { rendered } from '../../property.ts';
import { from, storedUri } from './files.ts';

/** Turns the order of a file's lines around. */
export const schema = z.strictObject({
  from: from(),
  separator: rendered(z.string()).default('\n').describe('Teks yang ditulis setelah setiap baris.'),
  charset: rendered(z.string()).default('UTF-8').describe('Charset berkas: UTF-8, ISO-8859-1, US-ASCII.'),
});

export default runnable({
  type: 'io.kestra.plugin.core.storage.Reverse',
  aliases: ['io.kestra.core.tasks.storages.Reverse'],
  title: 'Membalik urutan baris sebuah berkas.',
  schema,
  outputs: z.object({ uri: storedUri('berkas yang sudah dibalik') }),
  load: () => import('./Reverse.run.ts'),
  example: `id: balik
namespace: belajar
tasks:
  - id: tulis
    type: io.kestra.plugin.core.storage.Write
    content: "satu\\ndua\\n"
  - id: terbalik
    type: io.kestra.plugin.core.storage.Reverse
    from: "{{ outputs.tulis.uri }}"
`,
});
