/** The usual reasons for which Postgres refuses, by SQLSTATE, in Indonesian: the cause, then the fix. */
import type { DatabaseError } from '../../ports/Databases.ts';

/** Names in Postgres' messages stand between double quotes. */
const named = ({ message }: DatabaseError, index = 0): string => {
  const names = [...message.matchAll(/"([^"]*)"/g)];
  return `\`${names[index]?.[1] ?? '?'}\``;
};

const LOST =
  'Sambungan ke Postgres putus di tengah jalan; transaksi task ini batal. Periksa apakah servernya masih hidup, lalu jalankan lagi.';
const CAUSES: Record<string, (error: DatabaseError) => string> = {
  '42601': () => 'Penulisan SQL-nya belum benar. Periksa koma, kurung, dan kutip tepat sebelum tempat yang ditunjuk.',
  '42P01': (error) =>
    `Tabel ${named(error)} tidak ada. Buat dulu dengan CREATE TABLE, atau periksa namanya dan database di \`url\`.`,
  '42703': (error) =>
    `Kolom ${named(error)} tidak ada di tabel itu. Periksa ejaannya; nama berhuruf besar harus diapit kutip ganda.`,
  '42P07': (error) => `Tabel ${named(error)} sudah ada. Pakai CREATE TABLE IF NOT EXISTS.`,
  '42883': () =>
    'Tidak ada fungsi atau operator untuk jenis nilai itu. Ubah jenisnya dulu, misalnya dengan `::text`, atau periksa nama fungsinya.',
  '42804': () => 'Jenis nilainya tidak sama dengan jenis kolomnya. Samakan dengan cast, misalnya `::timestamp`.',
  '42702': (error) =>
    `Kolom ${named(error)} ada di lebih dari satu tabel. Tulis nama tabelnya di depan, misalnya \`t.kolom\`.`,
  '42501': ({ message }) =>
    message.includes('within security-definer function')
      ? 'Postgres bawaan hanya mengenal satu pengguna, dari awal sampai akhir: SET ROLE, SET SESSION AUTHORIZATION, dan DISCARD ALL tidak bisa dipakai. Hapus barisnya, atau pakai server sendiri lewat `--db` di terminal.'
      : 'Pengguna ini tidak punya hak untuk itu. Pakai pengguna lain atau minta haknya.',
  '3F000': (error) => `Skema ${named(error)} tidak ada. Buat dulu dengan CREATE SCHEMA.`,
  '3D000': (error) => `Database ${named(error)} tidak ada di server itu. Periksa nama di ujung \`url\`.`,
  '22P02': (error) =>
    `Ada nilai yang tidak bisa dibaca sebagai jenis kolomnya: ${named(error, 0)}. Periksa isi datanya, atau pakai jenis kolom yang lebih longgar.`,
  '22007': (error) => `${named(error)} bukan tanggal atau waktu yang dikenali. Tulis seperti \`2019-01-31 08:00:00\`.`,
  '22008': (error) => `Tanggal atau waktu ${named(error)} di luar jangkauan. Periksa datanya.`,
  '22003': () =>
    'Angkanya terlalu besar untuk jenis kolom itu. Pakai jenis yang lebih besar, misalnya bigint atau numeric.',
  '22001': () => 'Teksnya lebih panjang dari yang muat di kolom itu. Panjangkan kolomnya atau pakai text.',
  '22012': () => 'Ada pembagian dengan nol. Lindungi dengan NULLIF(pembagi, 0).',
  '22P04': (error) =>
    error.message.startsWith('missing data')
      ? 'Ada baris berkas yang kolomnya kurang. Berkasnya mungkin terpotong saat diunduh, pemisahnya berbeda, atau `columns` tidak cocok.'
      : 'Bentuk berkas tidak cocok dengan tabelnya. Periksa `format`, `header`, `delimiter`, dan urutan kolom.',
  '22021': () =>
    "Ada bita yang bukan huruf di pengodean itu. Untuk berkas, atur `encoding`, misalnya LATIN1; untuk isi tabel, baca kolomnya dengan `convert_from(kolom::bytea, 'LATIN1')`.",
  '23505': () =>
    'Baris dengan kunci yang sama sudah ada. Kosongkan tabelnya dulu (TRUNCATE), atau pakai MERGE atau ON CONFLICT DO NOTHING.',
  '23502': (error) => `Kolom ${named(error)} wajib diisi, tetapi nilainya kosong (NULL).`,
  '23503': () => 'Nilai itu menunjuk baris yang tidak ada di tabel lain. Isi tabel tujuannya dulu.',
  '23514': () => 'Nilainya melanggar aturan CHECK di tabel itu. Periksa datanya.',
  '21000': () =>
    'Satu baris tujuan kena lebih dari satu baris sumber. Buang baris kembar di sumbernya dulu, misalnya dengan SELECT DISTINCT.',
  '25P02': () => 'Pernyataan sebelumnya di transaksi ini sudah gagal. Perbaiki yang pertama gagal.',
  '25001': () => 'Pernyataan ini tidak boleh di dalam transaksi. Atur `transaction: false` di task-nya.',
  '0A000': (error) =>
    error.message.startsWith('extension')
      ? `Ekstensi ${named(error)} tidak terpasang di Postgres ini. Pakai Postgres yang memilikinya (lewat \`--db\` di terminal), atau cari cara tanpa ekstensi itu.`
      : 'Postgres ini tidak mendukung hal itu.',
  '58P02': (error) => `Postgres ini tidak memiliki ${named(error)}. Cari cara tanpa itu.`,
  '53100': () => 'Tempat penyimpanan penuh. Hapus data yang tidak dipakai, lalu coba lagi.',
  '53200': () => 'Memori database habis. Kecilkan datanya atau pecah pekerjaannya.',
  '57014': ({ message }) =>
    message.includes('statement timeout')
      ? 'Pernyataan ini lebih lama dari `statement_timeout`. Besarkan batas itu, atau ringankan query-nya.'
      : 'Query dihentikan sebelum selesai.',
  '57P01': () => LOST,
  '57P02': () => LOST,
  '08006': () => LOST,
  '40001': () => 'Transaksi lain mengubah baris yang sama. Jalankan lagi; `retry` di task melakukannya sendiri.',
  '40P01': () => 'Dua transaksi saling menunggu. Jalankan lagi; `retry` di task melakukannya sendiri.',
  '55P03': () => 'Tabel itu sedang dikunci transaksi lain. Tunggu sampai selesai, lalu coba lagi.',
  '58P01': () =>
    'Postgres di sini tidak bisa membaca atau menulis berkas di luar dirinya. Pakai task CopyIn atau CopyOut.',
};

export const cause = (error: DatabaseError): string => CAUSES[error.sqlState ?? '']?.(error) ?? '';
