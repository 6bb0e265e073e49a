import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { rendered } from '../../property.ts';
import { stateShape } from './shared.ts';

/** Adds to a state. */
export const schema = z.strictObject({
  ...stateShape,
  data: rendered(z.record(z.string(), z.unknown())).optional().describe('Data yang ditambahkan ke keadaan.'),
});

export default runnable({
  type: 'io.kestra.plugin.core.state.Set',
  aliases: ['io.kestra.core.tasks.states.Set'],
  deprecated: 'io.kestra.plugin.core.kv.Set',
  title: 'Menyimpan keadaan; bentuk lama dari kv.Set.',
  schema,
  outputs: z.object({
    count: z.int().describe('Banyaknya isi keadaan.'),
    key: z.string().describe('Nama keadaan di KV store.'),
  }),
  load: () => import('./Set.run.ts'),
  example: `id: simpan-keadaan
namespace: belajar
tasks:
  - id: simpan
    type: io.kestra.plugin.core.state.Set
    data:
      terakhir: "2019-01"
`,
});
