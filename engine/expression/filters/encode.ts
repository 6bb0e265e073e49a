/** Filters that encode and hash. */
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { decoded, encoded } from '../base64.ts';
import { textIn } from '../convert.ts';
import { Failure } from '../failures.ts';
import { textOf } from '../operators.ts';
import { made, step } from '../scope.ts';
import { isNothing } from '../values.ts';
import type { Filter } from './filter.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const hash = (name: string, of: (bytes: Uint8Array) => Uint8Array, prints: string): Filter => ({
  name,
  args: 'any',
  cost: 8,
  help: `Sidik jari ${name.toUpperCase()} dari teks.`,
  example: [`{{ 'a' | ${name} }}`, prints],
  apply: (value, _, scope) => {
    if (isNothing(value)) return null;
    if (typeof value !== 'string') {
      throw new Failure(
        'Need a string to hash\n',
        `Filter \`${name}\` hanya untuk teks. Ubah dulu dengan filter \`string\`.`,
      );
    }
    step(scope, value.length);
    return bytesToHex(of(bytesOf(value)));
  },
});

export const encodeFilters: readonly Filter[] = [
  {
    name: 'base64encode',
    args: 'any',
    help: 'Menyandikan teks ke base64.',
    example: ["{{ 'test' | base64encode }}", 'dGVzdA=='],
    apply: (value, _, scope) => (isNothing(value) ? null : made(encoded(bytesOf(textOf(value, scope))), scope)),
  },
  {
    name: 'base64decode',
    args: 'any',
    help: 'Membaca teks base64.',
    example: ["{{ 'dGVzdA==' | base64decode }}", 'test'],
    apply: (value) => {
      if (isNothing(value)) return null;
      if (typeof value !== 'string')
        throw new Failure('This filter applies to String\n', '`base64decode` hanya untuk teks.');
      const bytes = decoded(value);
      if (bytes) return new TextDecoder().decode(bytes);
      throw new Failure(
        'Please provide a correctly Base64 encoded string containing an UTF-8 string\n',
        'Teks ini bukan base64 yang benar. Periksa apakah ada spasi atau huruf yang terpotong.',
      );
    },
  },
  {
    name: 'urlencode',
    args: 'any',
    help: 'Menyandikan teks untuk alamat web.',
    example: ["{{ 'a b' | urlencode }}", 'a+b'],
    apply: (value, _, scope) => (isNothing(value) ? null : made(urlencoded(textIn(value, 'urlencode')), scope)),
  },
  {
    name: 'urldecode',
    args: 'any',
    help: 'Membaca teks yang disandikan untuk alamat web.',
    example: ["{{ 'a+b' | urldecode }}", 'a b'],
    apply: (value) => (isNothing(value) ? null : urldecoded(textIn(value, 'urldecode'))),
  },
  hash('md5', md5, '0cc175b9c0f1b6a831c399e269772661'),
  hash('sha1', sha1, '86f7e437faa5a7fce15d1ddcb9eaeaea377667b8'),
  hash('sha256', sha256, 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb'),
  hash(
    'sha512',
    sha512,
    '1f40fc92da241694750979ee6cf582f2d5d7d28e18335de05abc54d0560e0f5302860c652bf08d560252aa5e74210546f369fbbbce8c12cfc7957b2652fe9a75',
  ),
];

/** As Java's URLEncoder: a lone half of a surrogate pair becomes `?`. */
const urlencoded = (text: string): string =>
  encodeURIComponent(text.toWellFormed().replaceAll('\uFFFD', '?'))
    .replaceAll('%20', '+')
    .replace(/[!'()~]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);

/** As Java's URLDecoder: bytes that are no UTF-8 become the replacement character, a `%` without two digits is refused. */
function urldecoded(text: string): string {
  if (/%(?![\da-fA-F]{2})/.test(text)) {
    throw new Failure(
      'URLDecoder: Illegal hex characters in escape (%) pattern',
      'Ada tanda % yang tidak diikuti dua angka heksadesimal. Tulis % sebagai %25.',
      true,
    );
  }
  return text
    .replaceAll('+', ' ')
    .replace(/(?:%[\da-fA-F]{2})+/g, (run) =>
      new TextDecoder().decode(Uint8Array.from(run.slice(1).split('%'), (hex) => Number.parseInt(hex, 16))),
    );
}
