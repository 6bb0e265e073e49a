/** What a script wrote before it failed, in Indonesian: the cause, then the fix. Only where the last lines are of a kind that is known. */
type Say = (found: RegExpExecArray) => string;

const KNOWN: readonly [RegExp, Say][] = [
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
  [
    /ModuleNotFoundError: No module named '([^']+)'/,
    ([, name = '']) =>
      `Modul Python \`${name}\` tidak ada di sini. Pakai pustaka bawaan Python, atau jalankan di terminal dengan \`--runner process\`.`,
  ],
  [
    /NameError: name '([^']+)' is not defined/,
    ([, name = '']) => `Nama \`${name}\` belum dibuat di script ini. Periksa ejaannya, atau beri nilai dulu.`,
  ],
  [/IndentationError|TabError/, () => 'Jorokan baris script Python ini tidak cocok. Samakan jumlah spasinya.'],
  [/SyntaxError: (.*)/, () => 'Penulisan script Python ini belum benar. Lihat baris yang ditunjuk di log.'],
  [
    /KeyError: (.*)/,
    ([, name = '']) => `Kunci ${name.trim()} tidak ada di data itu. Periksa namanya, atau pakai \`.get()\`.`,
  ],
  [/ZeroDivisionError/, () => 'Ada pembagian dengan nol. Periksa dulu pembaginya.'],
  [/MemoryError|out of memory/i, () => 'Script kehabisan memori. Olah datanya sedikit demi sedikit.'],
  [
    /FileNotFoundError: .*'([^']+)'|([^\s:']+): No such file or directory/,
    ([, first, second]) =>
      `Berkas \`${first ?? second}\` tidak ada di folder task ini. Periksa namanya, atau serahkan lewat \`inputFiles\`.`,
  ],
  [/Permission denied/i, () => 'Script tidak boleh membuka berkas itu. Pakai folder kerja task ini saja.'],
];

/** `lines`: the last ones of stderr. The last that is known counts. */
export function stderrSays(lines: readonly string[]): string | undefined {
  for (const line of lines.toReversed()) {
    for (const [pattern, say] of KNOWN) {
      const found = pattern.exec(line);
      if (found) return say(found);
    }
  }
  return undefined;
}
