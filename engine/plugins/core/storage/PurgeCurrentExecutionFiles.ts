import * as z from 'zod';
import { runnable } from '../../definition.ts';

/** Deletes all files of the running execution. */
export const schema = z.strictObject({});

export default runnable({
  type: 'io.kestra.plugin.core.storage.PurgeCurrentExecutionFiles',
  aliases: [
    'io.kestra.core.tasks.storages.PurgeExecution',
    'io.kestra.plugin.core.storage.PurgeExecution',
    'io.kestra.core.tasks.storages.PurgeCurrentExecutionFiles',
  ],
  title: 'Menghapus semua berkas eksekusi ini.',
  schema,
  outputs: z.object({ uris: z.array(z.string()).describe('Alamat yang dihapus, berkas dan foldernya.') }),
  load: () => import('./PurgeCurrentExecutionFiles.run.ts'),
  example: `id: bersih
namespace: belajar
tasks:
  - id: hapus
    type: io.kestra.plugin.core.storage.PurgeCurrentExecutionFiles
`,
});
