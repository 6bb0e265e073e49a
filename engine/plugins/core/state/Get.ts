import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { rendered } from '../../property.ts';
import { stateShape } from './shared.ts';

/** Reads a state. */
export const schema = z.strictObject({
  ...stateShape,
  errorOnMissing: rendered(z.boolean()).default(false).describe('Gagal kalau keadaannya belum ada.'),
});

export default runnable({
  type: 'io.kestra.plugin.core.state.Get',
  aliases: ['io.kestra.core.tasks.states.Get'],
  deprecated: 'io.kestra.plugin.core.kv.Get',
  title: 'Mengambil keadaan; bentuk lama dari kv.Get.',
  schema,
  outputs: z.object({
    count: z.int().describe('Banyaknya isi keadaan.'),
    data: z.record(z.string(), z.unknown()).describe('Isinya.'),
  }),
  load: () => import('./Get.run.ts'),
  example: `id: ambil-keadaan
namespace: belajar
tasks:
  - id: ambil
    type: io.kestra.plugin.core.state.Get
`,
});
