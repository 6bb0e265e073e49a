import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { duration, late, rendered } from '../../property.ts';
import { key, namespace } from './shared.ts';

/** Writes a value into the KV store of a namespace. */
export const schema = z.strictObject({
  key: key(),
  value: late(z.unknown()).describe('Nilainya. Satu `{{ }}` saja mempertahankan tipenya.'),
  namespace: namespace(),
  overwrite: rendered(z.boolean())
    .default(true)
    .describe('Ganti nilai lama; false membuat task gagal kalau key sudah ada.'),
  ttl: rendered(duration()).optional().describe('Umur nilai, durasi ISO-8601: P1D untuk sehari.'),
  kvType: rendered(z.enum(['STRING', 'NUMBER', 'BOOLEAN', 'DATETIME', 'DATE', 'DURATION', 'JSON']))
    .optional()
    .describe('Tipe nilai, kalau teksnya harus diubah.'),
  kvDescription: rendered(z.string()).optional().describe('Keterangan untuk orang.'),
});

export default runnable({
  type: 'io.kestra.plugin.core.kv.Set',
  title: 'Menyimpan nilai di KV store.',
  schema,
  load: () => import('./Set.run.ts'),
  example: `id: simpan
namespace: belajar
tasks:
  - id: simpan_kota
    type: io.kestra.plugin.core.kv.Set
    key: kota
    value: Bandung
`,
});
