/** The lock file is whole: every optional platform package that some package asks for has its entry, so `npm ci` works everywhere. */
import { readFileSync } from 'node:fs';

interface Entry {
  optionalDependencies?: Record<string, string>;
  resolved?: string;
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Entry> };
const names = new Set(
  Object.keys(packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)),
);

const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
  Object.keys(optionalDependencies)
    .filter((name) => !names.has(name))
    .map((name) => `${path} meminta ${name}, yang tidak ada di package-lock.json`),
);
for (const line of missing) console.error(line);
process.exit(missing.length > 0 ? 1 : 0);
