/** What a script wrote before it failed, in Indonesian: the cause, then the fix. Only where the last lines are of a kind that is known. */
import { missingModule, type Runner } from './missingModule.ts';

type Say = (found: RegExpExecArray, runner: Runner) => string;

const KNOWN: readonly [RegExp, Say][] = [
  [/^Script ini dihentikan: .*/, ([said]) => said],
  [
    /unexpected end of file/i,
    () =>
      'Berkas gzip-nya terpotong: unduhannya tidak lengkap, atau alamatnya menjawab dengan galat. Periksa alamat dan nama berkasnya, lalu jalankan lagi.',
  ],
  [
    /not in gzip format/i,
    () =>
      'Yang datang bukan berkas gzip. Biasanya alamatnya menjawab dengan halaman galat. Periksa alamat dan nama berkasnya.',
  ],
  [
    /ERROR 404|returned error: 404|HTTP Error 404/i,
    () => 'Alamat yang diunduh tidak ada (404). Periksa nama berkas, tahun, dan bulannya.',
  ],
  [
    /(?:^|: )([\w./-]+): (?:command )?not found/m,
    ([, name = '']) => `Perintah \`${name}\` tidak ada di sini. Periksa ejaannya, atau pakai perintah lain.`,
  ],
  [/ModuleNotFoundError: No module named '([^']+)'/, ([, name = ''], runner) => missingModule(name, runner)],
  [
    /NameError: name '([^']+)' is not defined/,
    ([, name = '']) => `Nama \`${name}\` belum dibuat di script ini. Periksa ejaannya, atau beri nilai dulu.`,
  ],
  [/IndentationError|TabError/, () => 'Jorokan baris script Python ini tidak cocok. Samakan jumlah spasinya.'],
  [/syntax error|unterminated quoted string|unexpected EOF/i, shellSyntax],
  [/SyntaxError: (.*)/, () => 'Penulisan script Python ini belum benar. Lihat baris yang ditunjuk di log.'],
  [
    /KeyError: (.*)/,
    ([, name = '']) => `Kunci ${name.trim()} tidak ada di data itu. Periksa namanya, atau pakai \`.get()\`.`,
  ],
  [/ZeroDivisionError/, () => 'Ada pembagian dengan nol. Periksa dulu pembaginya.'],
  [
    /exceeded \(>\d+ bytes\)|is too large$/,
    () =>
      'Isinya melebihi batas sandbox (400 MB). Olah sedikit demi sedikit, atau jalankan di terminal dengan `--runner process`.',
  ],
  [
    /(?:No matching distribution found for|Could not find a version that satisfies the requirement) ([\w.-]+)/,
    ([, name = '']) =>
      `Paket \`${name}\` tidak bisa dipasang: namanya salah, versinya tidak ada, atau tidak ada internet. Periksa ejaannya di \`dependencies\`, lalu koneksimu.`,
  ],
  [
    /externally-managed-environment/,
    () => 'Python komputer ini tidak mau dipasangi paket. Tulis paketnya di `dependencies`, atau pakai venv.',
  ],
  [
    /(?:Temporary failure in name resolution|NameResolutionError|Could not resolve host|unable to resolve host address)/i,
    () =>
      'Nama server itu tidak bisa dicari: tidak ada internet, atau ejaannya salah. Periksa koneksimu, lalu alamatnya.',
  ],
  [/MemoryError|out of memory/i, () => 'Script kehabisan memori. Olah datanya sedikit demi sedikit.'],
  [
    /FileNotFoundError: .*'([^']+)'|([^\s:']+): No such file or directory/,
    ([, first, second]) =>
      `Berkas \`${first ?? second}\` tidak ada di folder task ini. Periksa namanya, atau serahkan lewat \`inputFiles\`.`,
  ],
  [/Permission denied/i, () => 'Script tidak boleh membuka berkas itu. Pakai folder kerja task ini saja.'],
];

/** Python's has no space. */
function shellSyntax(): string {
  return 'Penulisan perintah shell-nya belum benar. Periksa tanda kutip, kurung, dan pasangan if … fi, do … done.';
}

/** `lines`: the last ones of stderr. The last that is known counts. */
export function stderrSays(lines: readonly string[], runner: Runner): string | undefined {
  for (const line of lines.toReversed()) {
    for (const [pattern, say] of KNOWN) {
      const found = pattern.exec(line);
      if (found) return say(found, runner);
    }
  }
  return undefined;
}
