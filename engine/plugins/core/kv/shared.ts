/** What the KV tasks have in common. */
import * as z from 'zod';
import { TaskError } from '../../definition.ts';
import { rendered } from '../../property.ts';

export const key = () => rendered(z.string()).describe('Nama nilai: huruf, angka, titik, `_` dan `-`.');

export const namespace = () =>
  rendered(z.string()).default('{{ flow.namespace }}').describe('Namespace pemilik KV store.');

export function checkKey(name: string): void {
  if (/^[a-zA-Z0-9][a-zA-Z0-9._-]*$/.test(name)) return;
  throw new TaskError(
    'Key must start with an alphanumeric character (uppercase or lowercase) and can contain alphanumeric characters (uppercase or lowercase), dots (.), underscores (_), and hyphens (-) only.',
    { explanation: `Key \`${name.slice(0, 100)}\` diawali atau memuat karakter yang tidak boleh.` },
  );
}

export const missingKey = (name: string, space: string): TaskError =>
  new TaskError(`No value found for key '${name}' in namespace '${space}' and \`errorOnMissing\` is set to true`, {
    explanation: `Belum ada nilai \`${name}\` di namespace \`${space}\`. Simpan dulu dengan task kv.Set.`,
  });
