import * as z from 'zod';
import { flowable } from '../../definition.ts';
import { labels, late, notHere, rendered, tasks } from '../../property.ts';

/** Of `scheduleDate`. */
export const LATER = 'Menjadwalkan subflow untuk nanti belum bisa di sini. Pakai trigger Schedule di flow itu.';

const batch = z.strictObject({
  rows: rendered(z.int().min(1)).optional().describe('Berapa baris dalam satu bagian; bawaannya 1.'),
  bytes: rendered(z.string()).optional().describe('Ukuran satu bagian, misalnya 10MB.'),
  partitions: rendered(z.int().min(1)).optional().describe('Menjadi berapa bagian berkas itu dipecah.'),
  separator: rendered(z.string()).optional().describe('Pemisah baris.'),
  regexPattern: rendered(z.string())
    .optional()
    .describe('Pola yang kelompok pertamanya menentukan bagian sebuah baris.'),
});

/** What a ForEachItem and the three tasks it stands for are told. */
export const properties = {
  items: rendered(z.string(), z.string().min(1)).describe('Berkas `kestra://` yang dipecah; satu baris satu butir.'),
  batch: batch.default({ rows: 1 }).describe('Besar tiap bagian.'),
  namespace: rendered(z.string(), z.string().min(1)).describe('Namespace flow yang dijalankan.'),
  flowId: rendered(z.string(), z.string().min(1)).describe('Id flow yang dijalankan untuk tiap bagian.'),
  revision: z.int().optional().describe('Revisi tertentu; tanpa ini yang terbaru.'),
  inputs: late(z.record(z.string(), z.unknown()), z.record(z.string(), z.unknown()))
    .optional()
    .describe('Input untuk flow itu; bagiannya ada di `taskrun.items`.'),
  labels: late(z.unknown(), labels()).optional().describe('Label tambahan untuk eksekusinya.'),
  inheritLabels: z.boolean().default(false).describe('Benar bila label eksekusi ini ikut diwariskan.'),
  wait: z.boolean().default(true).describe('Benar bila task ini menunggu semuanya selesai.'),
  transmitFailed: z.boolean().default(true).describe('Benar bila satu kegagalan menggagalkan task ini.'),
  scheduleDate: notHere(rendered(z.string()), LATER).optional().describe('Kapan dijalankan.'),
  restartBehavior: z
    .enum(['RETRY_FAILED', 'NEW_EXECUTION'])
    .default('RETRY_FAILED')
    .describe('Saat diulang dengan restart: melanjutkan eksekusi yang gagal, atau membuat yang baru.'),
};

/** Splits a file, and runs another flow for each part. */
export default flowable({
  type: 'io.kestra.plugin.core.flow.ForEachItem',
  title: 'Memecah sebuah berkas, dan menjalankan flow lain untuk tiap bagiannya.',
  schema: z.strictObject({
    ...properties,
    tasks: tasks('unused').optional().describe('Bentuk lama; Kestra menyimpannya dan tidak menjalankannya.'),
    errors: tasks().optional().describe('Task yang dijalankan bila ada yang gagal di dalamnya.'),
    finally: tasks().optional().describe('Task yang selalu dijalankan di akhir.'),
  }),
  example: `id: tiap-bagian
namespace: belajar
tasks:
  - id: berkas
    type: io.kestra.plugin.core.storage.Write
    content: |
      satu
      dua
  - id: tiap
    type: io.kestra.plugin.core.flow.ForEachItem
    items: "{{ outputs.berkas.uri }}"
    namespace: belajar
    flowId: anak
`,
});
