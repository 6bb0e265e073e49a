/** What Query and Queries of DuckDB have in common. */
import * as z from 'zod';
import { late, rendered } from '../../property.ts';
import { afterSQL, fetching } from '../properties.ts';

export const duckdb = {
  url: rendered(z.string())
    .default('jdbc:duckdb:')
    .describe(
      'Alamat JDBC: `jdbc:duckdb:` untuk database milik task ini sendiri, `jdbc:duckdb:nama.duckdb` untuk yang disimpan dan dipakai task lain.',
    ),
  username: rendered(z.string()).optional().describe('Tidak dipakai DuckDB.'),
  password: rendered(z.string()).optional().describe('Tidak dipakai DuckDB.'),
  afterSQL: late(z.string()).optional().describe(afterSQL),
  ...fetching,
  inputFiles: late(z.union([z.record(z.string(), z.unknown()), z.string()]))
    .optional()
    .describe('Berkas yang disiapkan di folder kerja: nama dan isinya, atau alamat kestra://.'),
  outputFiles: late(z.array(z.string()))
    .optional()
    .describe('Nama berkas yang diserahkan; tulis ke `{{ outputFiles.nama }}` dari SQL.'),
  databaseUri: rendered(z.string()).optional().describe('Berkas database DuckDB yang dibuka, dari internal storage.'),
  outputDbFile: rendered(z.boolean())
    .default(false)
    .describe('Serahkan berkas databasenya sebagai output `databaseUri`.'),
};

export const duckdbOutputs = {
  outputFiles: z.record(z.string(), z.string()).optional().describe('Berkas yang diserahkan: nama dan alamatnya.'),
  databaseUri: z.string().optional().describe('Alamat berkas database, untuk `outputDbFile`.'),
};
