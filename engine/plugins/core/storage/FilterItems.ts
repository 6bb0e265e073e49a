import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { late, rendered } from '../../property.ts';
import { from, storedUri } from './files.ts';

/** Keeps the items of a file for which a condition holds. */
export const schema = z.strictObject({
  from: from(),
  filterCondition: late(z.string(), z.string()).describe(
    'Ekspresi yang dinilai untuk setiap item; isi item dipakai langsung.',
  ),
  filterType: rendered(z.enum(['INCLUDE', 'EXCLUDE']))
    .default('INCLUDE')
    .describe('INCLUDE menyimpan item yang cocok, EXCLUDE membuangnya.'),
  errorOrNullBehavior: rendered(z.enum(['FAIL', 'INCLUDE', 'EXCLUDE']))
    .default('FAIL')
    .describe('Yang terjadi kalau ekspresinya tidak bisa dinilai untuk sebuah item.'),
});

export default runnable({
  type: 'io.kestra.plugin.core.storage.FilterItems',
  aliases: ['io.kestra.core.tasks.storages.FilterItems'],
  title: 'Menyaring item dalam sebuah berkas.',
  schema,
  outputs: z.object({
    uri: storedUri('berkas hasil saringan'),
    processedItemsTotal: z.int().describe('Banyaknya item yang dibaca.'),
    droppedItemsTotal: z.int().describe('Banyaknya item yang dibuang.'),
  }),
  load: () => import('./FilterItems.run.ts'),
  example: `id: saring
namespace: belajar
tasks:
  - id: tulis
    type: io.kestra.plugin.core.storage.Write
    extension: .ion
    content: |
      {kota: "Bandung", warga: 2500000}
      {kota: "Cimahi", warga: 580000}
  - id: besar
    type: io.kestra.plugin.core.storage.FilterItems
    from: "{{ outputs.tulis.uri }}"
    filterCondition: "{{ warga > 1000000 }}"
`,
});
