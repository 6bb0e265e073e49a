import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { rendered } from '../../property.ts';

/** How large a stored file is. */
export const schema = z.strictObject({
  uri: rendered(z.string()).describe('Alamat `kestra://` berkasnya.'),
});

export default runnable({
  type: 'io.kestra.plugin.core.storage.Size',
  aliases: ['io.kestra.core.tasks.storages.Size'],
  title: 'Mengambil ukuran sebuah berkas.',
  schema,
  outputs: z.object({ size: z.int().describe('Ukurannya, byte.') }),
  load: () => import('./Size.run.ts'),
  example: `id: ukuran
namespace: belajar
tasks:
  - id: tulis
    type: io.kestra.plugin.core.storage.Write
    content: halo
  - id: ukur
    type: io.kestra.plugin.core.storage.Size
    uri: "{{ outputs.tulis.uri }}"
`,
});
