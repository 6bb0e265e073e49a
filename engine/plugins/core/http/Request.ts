import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { rendered } from '../../property.ts';
import { requestShape } from './options.ts';

/** Makes an HTTP request and gives its answer as an output. */
export const schema = z.strictObject({
  ...requestShape,
  encryptBody: rendered(z.boolean())
    .default(false)
    .describe('Serahkan isi jawaban sebagai `encryptedBody`; tanpa kunci, isinya tidak terenkripsi.'),
});

export default runnable({
  type: 'io.kestra.plugin.core.http.Request',
  aliases: ['io.kestra.plugin.fs.http.Request'],
  title: 'Mengirim permintaan HTTP dan mengambil jawabannya.',
  schema,
  outputs: z.object({
    uri: z.string().describe('Alamat yang menjawab.'),
    code: z.number().describe('Kode status jawaban.'),
    headers: z.record(z.string(), z.array(z.string())).describe('Header jawaban.'),
    body: z.unknown().optional().describe('Isi jawaban sebagai teks.'),
    encryptedBody: z.unknown().optional().describe('Isi jawaban, kalau `encryptBody` diminta.'),
  }),
  load: () => import('./Request.run.ts'),
  example: `id: minta
namespace: belajar
tasks:
  - id: tanya
    type: io.kestra.plugin.core.http.Request
    uri: https://github.com/DataTalksClub/nyc-tlc-data/releases/download/green/green_tripdata_2020-04.csv
`,
});
