/**
 * Which database a DuckDB task's address means: one of its own, or one that is kept under the name that the address gives. That name is
 * a name only: the file lies with the host, wherever the path would point.
 */
import { TaskError } from '../../definition.ts';

const KINDS = /\.(db|duckdb|ddb)$/i;

/** The name of a kept database; nothing for one that ends with the task. */
export function databaseOf(url: string): string | undefined {
  const rest = /^jdbc:duckdb:(.*)$/s.exec(url.trim())?.[1]?.replace(/[?;].*$/s, '');
  if (rest === undefined) {
    throw new TaskError(`No suitable driver found for ${url}`, {
      explanation: `\`${url}\` bukan alamat DuckDB. Hapus \`url\`, atau tulis \`jdbc:duckdb:\`.`,
    });
  }
  if (rest === '' || rest === ':memory:') return undefined;
  if (rest.startsWith('md:')) {
    throw new TaskError(`Cannot connect to ${url.replace(/token=[^&]*/, 'token=******')}`, {
      explanation:
        'MotherDuck tidak bisa dihubungi dari sini. Pakai `jdbc:duckdb:` dan serahkan datanya lewat `inputFiles`.',
    });
  }
  if (KINDS.test(rest) && !rest.split('/').includes('..') && !rest.includes('\\') && !rest.includes('\0')) return rest;
  throw new TaskError(`Cannot open database "${rest}"`, {
    explanation:
      'Database yang disimpan dikenal dari namanya, yang berakhir `.db` atau `.duckdb`, misalnya `jdbc:duckdb:gudang.duckdb`; berkas lain di komputer ini tidak bisa dibuka. Untuk database dari task lain, pakai `outputDbFile: true` lalu `databaseUri: "{{ outputs.task.databaseUri }}"`.',
  });
}
