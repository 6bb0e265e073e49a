/** The labs of the project, by their folder or the last part of it. */
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Lab, readLab } from '../check/index.ts';
import { cliMessages as say } from '../messages/cli.ts';
import { UsageError } from './exit.ts';

const LABS = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'labs');

export async function labIds(): Promise<string[]> {
  const files = await readdir(LABS, { recursive: true });
  return files
    .filter((path) => path.endsWith(`${sep}lab.yaml`))
    .map((path) => dirname(path).split(sep).join('/'))
    .sort();
}

/** `taksi-postgres`, `02-taksi-postgres` or `03-etl/02-taksi-postgres`, with or without `labs/`. Throws `UsageError`. */
export async function findLab(name: string): Promise<Lab> {
  const wanted = name.replace(/\/+$/, '').replace(/^(\.\/)?labs\//, '');
  const ids = await labIds();
  const last = (id: string) => id.slice(id.lastIndexOf('/') + 1);
  const found = ids.filter((id) => id === wanted || last(id) === wanted || last(id).replace(/^\d+-/, '') === wanted);
  if (found.length > 1) throw new UsageError(say.severalLabs(name, found));
  if (found[0] === undefined) throw new UsageError(say.noLab(name, ids));
  return loadLab(found[0]);
}

export async function loadLab(id: string): Promise<Lab> {
  const folder = join(LABS, ...id.split('/'));
  const files: Record<string, string> = {};
  for (const path of await readdir(folder, { recursive: true })) {
    if (/\.(ya?ml|md)$/.test(path))
      files[relative('.', path).split(sep).join('/')] = await readFile(join(folder, path), 'utf8');
  }
  return readLab(id, files);
}
