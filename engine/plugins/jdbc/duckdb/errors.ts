/** What DuckDB refuses: its own sentence is kept; the place is read from the excerpt that it prints, the cause from its words. */
import type { DatabaseError } from '../../../ports/Databases.ts';
import type { Dialect } from '../errors.ts';

const OUTSIDE =
  'Sebuah task DuckDB hanya bisa memakai berkas di folder kerjanya. Siapkan berkas lewat `inputFiles`, dan tulis hasil ke nama relatif atau `{{ outputFiles.nama }}`.';

const CAUSES: [RegExp, string][] = [
  [
    /https?:|s3:|gs:|network access/,
    'DuckDB di sini tidak memakai jaringan. Unduh dulu dengan task http.Download, lalu serahkan lewat `inputFiles`.',
  ],
  [
    /[Ee]xtension|\.duckdb\/extensions/,
    'Ekstensi itu tidak ada di sini dan tidak bisa dipasang. Di terminal ada json, parquet, dan icu; di halaman hanya CSV dan berkas JSON (tanpa fungsi `json_…`). Untuk yang lain, siapkan datanya dengan task lain.',
  ],
  [
    /configuration has been locked|while database is running|when enable_external_access is disabled|Cannot change/,
    'Setelan itu terkunci di sini agar task tidak keluar dari folder kerjanya. Hapus barisnya.',
  ],
  [/file system operations are disabled|Permission Error/, OUTSIDE],
  [
    /No files found that match/,
    'Tidak ada berkas dengan nama itu di folder kerja. Siapkan lewat `inputFiles`, dan samakan namanya.',
  ],
  [
    /Table with name .* does not exist/,
    'Tabel atau berkas itu tidak ada. Buat tabelnya dulu, atau siapkan berkasnya lewat `inputFiles` dan tulis namanya di antara kutip tunggal.',
  ],
  [
    /Referenced (update )?column|not found in FROM clause/,
    'Kolom itu tidak ada. Periksa ejaannya; DuckDB menyebut nama yang mirip di atas.',
  ],
  [
    /^Parser Error/,
    'Penulisan SQL-nya belum benar. Periksa koma, kurung, dan kutip tepat sebelum tempat yang ditunjuk.',
  ],
  [
    /^Conversion Error|Could not convert/,
    'Ada nilai yang tidak bisa dibaca sebagai jenis kolomnya. Periksa datanya, atau baca kolomnya sebagai VARCHAR dulu.',
  ],
  [/^Constraint Error/, 'Baris itu melanggar aturan tabelnya. Periksa kunci ganda atau nilai kosong.'],
  [
    /^Out of Memory|memory limit/i,
    'Memorinya tidak cukup. Kecilkan datanya, saring lebih awal, atau pecah menjadi beberapa task.',
  ],
  [/already exists/, 'Nama itu sudah dipakai. Tambahkan IF NOT EXISTS atau OR REPLACE.'],
  [
    /No function matches/,
    'Tidak ada fungsi itu untuk jenis nilai itu. Periksa nama fungsinya, atau ubah jenisnya dengan CAST.',
  ],
  [/not a valid DuckDB database file/, 'Berkas itu bukan database DuckDB.'],
];

export const duckdbDialect: Dialect = {
  message: (error) => error.message,
  cause: ({ message }) => CAUSES.find(([pattern]) => pattern.test(message))?.[1] ?? '',
  position,
};

/** `LINE 2:   salah` with a caret below it, to characters from the start of the statement. A long line is shown in part: then only its start is known. */
function position({ message }: DatabaseError, sql: string): number | undefined {
  const shown = /^(LINE (\d+): )(.*)\n( *)\^/m.exec(message);
  if (!shown) return undefined;
  const [, label = '', number = '1', text = '', spaces = ''] = shown;
  const lines = sql.split('\n');
  const before = lines.slice(0, Number(number) - 1).reduce((sum, line) => sum + line.length + 1, 0);
  const column = text.startsWith('...') ? 0 : Math.max(0, spaces.length - label.length);
  return before + column + 1;
}
