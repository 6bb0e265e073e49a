/** What the KV tasks have in common. */
import * as z from 'zod';
import { type TaskContext, TaskError } from '../../definition.ts';
import { rendered } from '../../property.ts';

export const key = () => rendered(z.string()).describe('Nama nilai: huruf, angka, titik, `_` dan `-`.');

export const namespace = () =>
  rendered(z.string()).default('{{ flow.namespace }}').describe('Namespace pemilik KV store.');

export function checkKey(name: string): void {
  if (name === '') {
    throw new TaskError('Key cannot be null or empty', { explanation: 'Isi `key` dengan nama nilainya.' });
  }
  if (/^[a-zA-Z0-9][a-zA-Z0-9._-]*$/.test(name)) return;
  throw new TaskError(
    'Key must start with an alphanumeric character (uppercase or lowercase) and can contain alphanumeric characters (uppercase or lowercase), dots (.), underscores (_), and hyphens (-) only.',
    { explanation: `Key \`${name.slice(0, 100)}\` diawali atau memuat karakter yang tidak boleh.` },
  );
}

/** A namespace is there when a flow lives in it, or below it. */
export function checkNamespace(space: string, { engine }: TaskContext): void {
  if (engine.namespaces().some((known) => known === space || known.startsWith(`${space}.`))) return;
  throw new TaskError(`Cannot access the KV store. The namespace '${space}' does not exist.`, {
    explanation: `Belum ada flow di namespace \`${space.slice(0, 100)}\`, jadi KV store-nya belum ada. Periksa ejaannya, atau pasang dulu sebuah flow di sana.`,
  });
}

export const missingKey = (name: string, space: string): TaskError =>
  new TaskError(`No value found for key '${name}' in namespace '${space}' and \`errorOnMissing\` is set to true`, {
    explanation: `Belum ada nilai \`${name}\` di namespace \`${space}\`. Simpan dulu dengan task kv.Set.`,
  });
