import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { rendered } from '../../property.ts';
import { key, namespace } from './shared.ts';

/** Reads a value of the KV store. */
export const schema = z.strictObject({
  key: key(),
  namespace: namespace(),
  errorOnMissing: rendered(z.boolean()).default(false).describe('Gagal kalau key belum ada.'),
});

export default runnable({
  type: 'io.kestra.plugin.core.kv.Get',
  title: 'Mengambil nilai dari KV store.',
  schema,
  outputs: z.object({ value: z.unknown().describe('Nilainya, dengan tipe aslinya.') }),
  load: () => import('./Get.run.ts'),
  example: `id: ambil
namespace: belajar
tasks:
  - id: ambil_kota
    type: io.kestra.plugin.core.kv.Get
    key: kota
`,
});
