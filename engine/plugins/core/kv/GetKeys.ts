import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { rendered } from '../../property.ts';
import { namespace } from './shared.ts';

/** Lists the keys of a namespace. */
export const schema = z.strictObject({
  prefix: rendered(z.string()).optional().describe('Hanya key yang diawali teks ini.'),
  namespace: namespace(),
});

export default runnable({
  type: 'io.kestra.plugin.core.kv.GetKeys',
  title: 'Mendaftar key di KV store.',
  schema,
  outputs: z.object({ keys: z.array(z.string()).describe('Key yang ada, menurut abjad.') }),
  load: () => import('./GetKeys.run.ts'),
  example: `id: daftar
namespace: belajar
tasks:
  - id: semua
    type: io.kestra.plugin.core.kv.GetKeys
`,
});
