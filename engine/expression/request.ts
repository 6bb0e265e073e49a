/** A function that needs a host: answered beforehand, or asked for by starting over. */
import { Failure, RequestSignal } from './failures.ts';
import type { Scope } from './scope.ts';
import { stringify, toJson, toPlain } from './values.ts';

export function asked(scope: Scope, name: string, given: Readonly<Record<string, unknown>>): unknown {
  const args = Object.fromEntries(Object.entries(given).map(([key, value]) => [key, toPlain(value)]));
  const { answers } = scope.shared.options;
  if (!answers) {
    throw new Failure(
      `The function '${name}' needs a running execution`,
      `\`${name}\` hanya bisa dipakai di dalam eksekusi, karena memerlukan penyimpanan atau jaringan.`,
    );
  }
  const key = `${name}:${toJson(args)}`;
  const answer = answers.get(key);
  if (!answer) throw new RequestSignal({ name, args, key });
  if ('error' in answer)
    throw new Failure(answer.error, explanationOf(name, stringify(args.key ?? args.path ?? args.uri ?? '')));
  return answer.value;
}

function explanationOf(name: string, what: string): string {
  switch (name) {
    case 'kv':
      return `Kunci \`${what}\` belum ada di KV store namespace ini. Isi dulu dengan task kv.Set.`;
    case 'secret':
      return `Secret \`${what}\` belum ada. Pasang lewat variabel lingkungan SECRET_${what} (base64).`;
    case 'read':
      return `Berkas \`${what}\` tidak bisa dibaca. Mungkin sudah dihapus, atau alamatnya salah.`;
    default:
      return `\`${name}\` tidak berhasil.`;
  }
}
