import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { rendered } from '../../property.ts';
import { key, namespace } from './shared.ts';

/** Removes a value from the KV store. */
export const schema = z.strictObject({
  key: key(),
  namespace: namespace(),
  errorOnMissing: rendered(z.boolean()).default(false).describe('Gagal kalau key belum ada.'),
});

export default runnable({
  type: 'io.kestra.plugin.core.kv.Delete',
  title: 'Menghapus nilai dari KV store.',
  schema,
  outputs: z.object({ deleted: z.boolean().describe('Apakah ada yang dihapus.') }),
  load: () => import('./Delete.run.ts'),
  example: `id: hapus
namespace: belajar
tasks:
  - id: hapus_kota
    type: io.kestra.plugin.core.kv.Delete
    key: kota
`,
});
