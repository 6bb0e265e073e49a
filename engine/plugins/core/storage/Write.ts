import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { rendered } from '../../property.ts';
import { storedUri } from './files.ts';

/** Writes text into a file of the internal storage. */
export const schema = z.strictObject({
  content: rendered(z.string()).describe('Isi berkasnya.'),
  extension: rendered(z.string()).optional().describe('Akhiran nama berkas, misalnya `.csv`.'),
});

export default runnable({
  type: 'io.kestra.plugin.core.storage.Write',
  title: 'Menulis teks menjadi berkas.',
  schema,
  outputs: z.object({ uri: storedUri('berkas yang ditulis') }),
  load: () => import('./Write.run.ts'),
  example: `id: tulis-berkas
namespace: belajar
tasks:
  - id: tulis
    type: io.kestra.plugin.core.storage.Write
    content: |
      kota,warga
      Bandung,2500000
    extension: .csv
`,
});
