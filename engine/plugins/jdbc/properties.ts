/** The properties that the JDBC tasks have in common. */
import * as z from 'zod';
import { conditions, duration, rendered } from '../property.ts';

export const connection = {
  url: rendered(z.string()).describe('Alamat JDBC, misalnya `jdbc:postgresql://pgdatabase:5432/ny_taxi`.'),
  username: rendered(z.string()).optional().describe('Nama pengguna database.'),
  password: rendered(z.string()).optional().describe('Kata sandi database.'),
  ssl: rendered(z.boolean()).optional().describe('Pakai koneksi SSL.'),
  sslMode: rendered(z.enum(['DISABLE', 'ALLOW', 'PREFER', 'REQUIRE', 'VERIFY_CA', 'VERIFY_FULL']))
    .optional()
    .describe('Cara memeriksa SSL.'),
};

export const fetching = {
  timeZoneId: rendered(z.string()).optional().describe('Zona waktu hasil `timestamptz`, misalnya `Asia/Jakarta`.'),
  fetchType: rendered(z.enum(['NONE', 'STORE', 'FETCH', 'FETCH_ONE']))
    .default('NONE')
    .describe('Apa yang dilakukan dengan baris hasil: dibuang, disimpan ke berkas, atau jadi output.'),
  fetchSize: rendered(z.number().int().positive()).default(10_000).describe('Banyaknya baris sekali ambil.'),
  parameters: rendered(z.record(z.string(), z.unknown())).optional().describe('Nilai untuk `:nama` di dalam SQL.'),
};

export const afterSQL = 'SQL yang dijalankan sesudahnya, di transaksi yang sama.';

/** What Queries has beside. */
export const transaction = rendered(z.boolean())
  .default(true)
  .describe('Semua pernyataan dalam satu transaksi: satu gagal, semua batal.');

const row = z.record(z.string(), z.unknown());

/** What Query hands on. */
export const rowOutputs = {
  row: row.nullish().describe('Baris pertama, untuk FETCH_ONE.'),
  rows: z.array(row).optional().describe('Semua baris, untuk FETCH.'),
  uri: z.string().optional().describe('Berkas Ion berisi semua baris, untuk STORE.'),
  size: z.number().optional().describe('Banyaknya baris.'),
};

/** What Queries hands on. */
export const scriptOutputs = {
  outputs: z.array(row).describe('Satu isi untuk tiap pernyataan yang memberi baris.'),
};

/** The older way to say `fetchType`, which Query and Trigger still take. */
export const oldFetching = {
  fetchOne: rendered(z.boolean()).default(false).describe('Bentuk lama dari `fetchType: FETCH_ONE`.'),
  store: rendered(z.boolean()).default(false).describe('Bentuk lama dari `fetchType: STORE`.'),
  fetch: rendered(z.boolean()).default(false).describe('Bentuk lama dari `fetchType: FETCH`.'),
};

/** What a trigger has that looks from time to time. */
export const polling = {
  interval: duration().default('PT1M').describe('Jarak antara dua pemeriksaan, misalnya PT5M.'),
  conditions: conditions().optional().describe('Syarat tambahan agar flow dijalankan.'),
};

/** What COPY calls its options, for reading and writing. */
export const copying = {
  table: rendered(z.string()).optional().describe('Nama tabel.'),
  columns: rendered(z.array(z.string())).optional().describe('Kolom yang disalin, sesuai urutan di berkas.'),
  format: rendered(z.enum(['TEXT', 'CSV', 'BINARY']))
    .default('TEXT')
    .describe('Bentuk berkas.'),
  header: rendered(z.boolean()).optional().describe('Baris pertama berisi nama kolom.'),
  delimiter: rendered(z.string()).optional().describe('Pemisah kolom.'),
  nullString: rendered(z.string()).optional().describe('Teks yang berarti kosong (NULL).'),
  quote: rendered(z.string()).optional().describe('Tanda kutip di CSV.'),
  escape: rendered(z.string()).optional().describe('Tanda pelepas di dalam kutip CSV.'),
  forceQuote: rendered(z.array(z.string())).optional().describe('Kolom yang selalu diberi kutip.'),
  forceNotNull: rendered(z.array(z.string())).optional().describe('Kolom yang isinya tidak dibaca sebagai NULL.'),
  forceNull: rendered(z.array(z.string())).optional().describe('Kolom yang isi berkutipnya boleh dibaca sebagai NULL.'),
  encoding: rendered(z.string()).optional().describe('Pengodean huruf berkas.'),
};
