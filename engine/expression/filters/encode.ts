/** Filters that encode and hash. */
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { stringify } from '../values.ts';
import type { Filter } from './filter.ts';

const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(stringify(value));

const hash = (name: string, of: (bytes: Uint8Array) => Uint8Array, prints: string): Filter => ({
  name,
  args: [],
  help: `Sidik jari ${name.toUpperCase()} dari teks.`,
  example: [`{{ 'a' | ${name} }}`, prints],
  apply: (value) => (value === null || value === undefined ? null : bytesToHex(of(bytesOf(value)))),
});

export const encodeFilters: readonly Filter[] = [
  {
    name: 'base64encode',
    args: [],
    help: 'Menyandikan teks ke base64.',
    example: ["{{ 'test' | base64encode }}", 'dGVzdA=='],
    apply: (value) => (value === null || value === undefined ? null : btoa(String.fromCharCode(...bytesOf(value)))),
  },
  {
    name: 'base64decode',
    args: [],
    help: 'Membaca teks base64.',
    example: ["{{ 'dGVzdA==' | base64decode }}", 'test'],
    apply: (value) => {
      if (value === null || value === undefined) return null;
      const bytes = Uint8Array.from(atob(stringify(value)), (character) => character.charCodeAt(0));
      return new TextDecoder().decode(bytes);
    },
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
