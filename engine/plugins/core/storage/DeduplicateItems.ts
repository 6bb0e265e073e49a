import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { late } from '../../property.ts';
import { from, storedUri } from './files.ts';

/** Keeps, of the items of a file with the same key, the last. */
export const schema = z.strictObject({
  from: from(),
  expr: late(z.string(), z.string()).describe('Ekspresi yang memberi kunci setiap item; isi item dipakai langsung.'),
});

export default runnable({
  type: 'io.kestra.plugin.core.storage.DeduplicateItems',
  aliases: ['io.kestra.core.tasks.storages.DeduplicateItems'],
  title: 'Membuang item kembar dari sebuah berkas.',
  schema,
  outputs: z.object({
    uri: storedUri('berkas tanpa item kembar'),
    numKeys: z.int().describe('Banyaknya kunci yang berbeda.'),
    processedItemsTotal: z.int().describe('Banyaknya item yang dibaca.'),
    droppedItemsTotal: z.int().describe('Banyaknya item yang dibuang.'),
  }),
  load: () => import('./DeduplicateItems.run.ts'),
  example: `id: tanpa-kembar
namespace: belajar
tasks:
  - id: tulis
    type: io.kestra.plugin.core.storage.Write
    extension: .ion
    content: |
      {kota: "Bandung", tahun: 2019}
      {kota: "Bandung", tahun: 2020}
  - id: terakhir
    type: io.kestra.plugin.core.storage.DeduplicateItems
    from: "{{ outputs.tulis.uri }}"
    expr: "{{ kota }}"
`,
});
