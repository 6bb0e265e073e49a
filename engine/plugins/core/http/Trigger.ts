import * as z from 'zod';
import { pollingTrigger } from '../../definition.ts';
import { conditions, duration, late, rendered } from '../../property.ts';
import { requestShape } from './options.ts';

/** Asks an address now and then, and starts the flow when the answer is as wished. */
export const schema = z.strictObject({
  ...requestShape,
  responseCondition: late(z.string())
    .default('{{ response.statusCode < 400 }}')
    .describe('Ungkapan atas `response` (statusCode, body, headers); bila benar, flow dijalankan.'),
  interval: z
    .union([duration(), z.number()])
    .default('PT1M')
    .describe('Jarak antara dua pemeriksaan: durasi, atau detik.'),
  encryptBody: rendered(z.boolean()).default(false).describe('Enkripsi isi jawaban; belum bisa di sini.'),
  conditions: conditions().optional().describe('Syarat tambahan.'),
});

export default pollingTrigger({
  type: 'io.kestra.plugin.core.http.Trigger',
  aliases: ['io.kestra.plugin.fs.http.Trigger'],
  title: 'Menjalankan flow bila sebuah alamat HTTP menjawab seperti yang diharapkan.',
  schema,
  load: () => import('./Trigger.run.ts'),
  example: `id: pantau
namespace: belajar
tasks:
  - id: catat
    type: io.kestra.plugin.core.log.Log
    message: "{{ trigger.code ?? 'dijalankan sendiri' }}"
triggers:
  - id: tanya
    type: io.kestra.plugin.core.http.Trigger
    uri: https://github.com/DataTalksClub/nyc-tlc-data/releases/download/green/green_tripdata_2020-04.csv
    interval: PT5M
    stopAfter: [SUCCESS]
`,
});
