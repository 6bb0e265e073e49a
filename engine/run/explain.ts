/** Our Indonesian words beside an error: the error's own, or what is known of its kind. */
import { ExpressionError } from '../expression/index.ts';
import { TaskError } from '../plugins/definition.ts';
import { ConnectionError } from '../ports/Databases.ts';
import { HttpUnreachableError } from '../ports/Http.ts';
import { OutputTooLargeError, ScriptUnavailableError } from '../ports/Scripts.ts';
import { FileNotFoundError, StorageFullError } from '../ports/Storage.ts';
import { WorkerGoneError } from '../ports/WorkerGone.ts';

export function explain(error: unknown): string | undefined {
  if (error instanceof TaskError || error instanceof ExpressionError) return error.explanation;
  if (error instanceof ConnectionError) {
    return 'Basis data tidak bisa dihubungi. Periksa host dan port di `url`: untuk Postgres bawaan, pakai jdbc:postgresql://pgdatabase:5432/ny_taxi.';
  }
  if (error instanceof HttpUnreachableError)
    return 'Alamat itu tidak menjawab. Periksa ejaannya, lalu koneksi internetmu.';
  if (error instanceof FileNotFoundError)
    return 'Berkas itu tidak ada. Mungkin sudah dihapus, atau task yang membuatnya belum berjalan.';
  if (error instanceof StorageFullError) return 'Ruang penyimpanan habis. Hapus berkas lama, lalu jalankan lagi.';
  if (error instanceof OutputTooLargeError)
    return 'Keluaran task ini terlalu besar. Kurangi isinya, atau bagi menjadi beberapa berkas.';
  if (error instanceof WorkerGoneError)
    return 'Bagian Alur yang mengerjakan task ini mati di tengah jalan, biasanya karena kehabisan memori. Yang sudah selesai tetap tersimpan. Jalankan lagi, beri task ini `retry`, atau kecilkan pekerjaannya.';
  if (error instanceof ScriptUnavailableError) return error.explanation ?? 'Script tidak bisa dijalankan di sini.';
  return undefined;
}
