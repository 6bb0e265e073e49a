/** A DuckDB task has a database of its own: any other that its address names is refused, with the way to do it here. */
import { TaskError } from '../../definition.ts';

export function checkAddress(url: string): void {
  const rest = /^jdbc:duckdb:(.*)$/s.exec(url.trim())?.[1];
  if (rest === undefined) {
    throw new TaskError(`No suitable driver found for ${url}`, {
      explanation: `\`${url}\` bukan alamat DuckDB. Hapus \`url\`, atau tulis \`jdbc:duckdb:\`.`,
    });
  }
  if (rest === '' || rest === ':memory:' || rest.startsWith('?')) return;
  if (rest.startsWith('md:')) {
    throw new TaskError(`Cannot connect to ${url.replace(/token=[^&]*/, 'token=******')}`, {
      explanation:
        'MotherDuck tidak bisa dihubungi dari sini. Pakai `jdbc:duckdb:` dan serahkan datanya lewat `inputFiles`.',
    });
  }
  throw new TaskError(`Cannot open database "${rest}"`, {
    explanation:
      'Sebuah task hanya boleh membuka berkas di folder kerjanya sendiri. Untuk membawa database ke task lain, pakai `outputDbFile: true` lalu `databaseUri: "{{ outputs.task.databaseUri }}"`.',
  });
}
