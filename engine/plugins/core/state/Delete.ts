import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { rendered } from '../../property.ts';
import { stateShape } from './shared.ts';

/** Removes a state. */
export const schema = z.strictObject({
  ...stateShape,
  errorOnMissing: rendered(z.boolean()).default(false).describe('Gagal kalau keadaannya belum ada.'),
});

export default runnable({
  type: 'io.kestra.plugin.core.state.Delete',
  aliases: ['io.kestra.core.tasks.states.Delete'],
  deprecated: 'io.kestra.plugin.core.kv.Delete',
  title: 'Menghapus keadaan; bentuk lama dari kv.Delete.',
  schema,
  outputs: z.object({ deleted: z.boolean().describe('Apakah ada yang dihapus.') }),
  load: () => import('./Delete.run.ts'),
  example: `id: hapus-keadaan
namespace: belajar
tasks:
  - id: hapus
    type: io.kestra.plugin.core.state.Delete
`,
});
