/** What to do about `import pandas` where there is none: it depends on who runs the script. */
export type Runner = 'sandbox' | 'process' | 'docker';

/** What the standard library has for what most lessons use the package for. */
const INSTEAD: Record<string, string> = {
  pandas: 'modul `csv`, atau SQL dengan task jdbc.duckdb.Query',
  polars: 'modul `csv`, atau SQL dengan task jdbc.duckdb.Query',
  numpy: 'modul `math` dan `statistics`',
  duckdb: 'task jdbc.duckdb.Query',
  pyarrow: 'task jdbc.duckdb.Query, yang bisa membaca Parquet',
  psycopg2: 'task jdbc.postgresql.Query',
  psycopg: 'task jdbc.postgresql.Query',
  sqlalchemy: 'task jdbc.postgresql.Query',
  httpx: '`requests`',
  aiohttp: '`requests`',
  yaml: 'modul `json`',
};

/** Packages that `import` calls by another name. */
const PACKAGES: Record<string, string> = {
  yaml: 'pyyaml',
  sklearn: 'scikit-learn',
  bs4: 'beautifulsoup4',
  PIL: 'pillow',
};

export function missingModule(module: string, runner: Runner): string {
  const [name = module] = module.split('.');
  const install = PACKAGES[name] ?? name;
  if (runner !== 'sandbox') {
    return `Paket Python \`${install}\` belum terpasang di sana. Tulis \`dependencies: [${install}]\` di task ini: paketnya dipasang sebelum script mulai, dan itu butuh internet.`;
  }
  const instead = INSTEAD[name];
  return `Paket Python \`${name}\` tidak ada di sandbox, yang hanya membawa pustaka standar, \`kestra\`, dan \`requests\`.${instead ? ` Pakai ${instead}.` : ''} Atau jalankan di terminal dengan \`--runner process\` (Python komputermu) atau \`--runner docker\`, dan tulis \`dependencies: [${install}]\`.`;
}
