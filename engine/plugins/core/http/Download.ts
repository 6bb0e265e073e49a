import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { rendered } from '../../property.ts';
import { requestShape } from './options.ts';

/** Downloads a file into the internal storage. */
export const schema = z.strictObject({
  ...requestShape,
  failOnEmptyResponse: rendered(z.boolean()).default(true).describe('Gagal kalau jawabannya kosong.'),
  saveAs: rendered(z.string()).optional().describe('Nama berkas; tanpa ini, nama dari server.'),
});

export default runnable({
  type: 'io.kestra.plugin.core.http.Download',
  aliases: ['io.kestra.plugin.fs.http.Download'],
  title: 'Mengunduh berkas ke penyimpanan internal.',
  schema,
  outputs: z.object({
    uri: z.string().describe('Alamat `kestra://` berkasnya.'),
    code: z.number().describe('Kode status jawaban.'),
    length: z.number().describe('Ukuran berkas, byte.'),
    headers: z.record(z.string(), z.array(z.string())).describe('Header jawaban.'),
  }),
  load: () => import('./Download.run.ts'),
  example: `id: unduh_taksi
namespace: belajar
tasks:
  - id: unduh
    type: io.kestra.plugin.core.http.Download
    uri: https://github.com/DataTalksClub/nyc-tlc-data/releases/download/green/green_tripdata_2019-01.csv.gz
`,
});
