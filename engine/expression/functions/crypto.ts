/** `encrypt` and `decrypt`: AES in GCM, the key in base64, as a Kestra keeps secrets: 12 bytes of chance, then the sealed text, in base64. */
import { gcm } from '@noble/ciphers/aes.js';
import { decoded, encoded } from '../base64.ts';
import { textIn } from '../convert.ts';
import { Failure } from '../failures.ts';
import { made, type Scope } from '../scope.ts';
import type { PebbleFunction } from './function.ts';

const NONCE = 12;

function keyOf(key: unknown, of: string): Uint8Array {
  const bytes = decoded(textIn(key, of));
  if (!bytes) throw new Failure('Illegal base64 character', `Kunci pada \`${of}\` harus base64.`, true);
  if (![16, 24, 32].includes(bytes.length))
    throw new Failure(
      `Invalid AES key length: ${bytes.length} bytes`,
      `Kunci pada \`${of}\` harus base64 dari 16, 24, atau 32 byte.`,
    );
  return bytes;
}

function both(of: string, key: unknown, text: unknown, name: string): void {
  if (key === undefined || text === undefined)
    throw new Failure(
      `The '${of}' function expects two arguments 'key' and '${name}'.`,
      `\`${of}\` memerlukan dua argumen: key dan ${name}.`,
    );
}

const nonce = ({ shared }: Scope): Uint8Array =>
  Uint8Array.from({ length: NONCE }, () => Math.floor((shared.options.random ?? Math.random)() * 256));

export const cryptoFunctions: readonly PebbleFunction[] = [
  {
    name: 'encrypt',
    args: ['key', 'plaintext'],
    cost: 100,
    help: 'Menyandikan teks dengan sebuah kunci AES (base64).',
    example: ["{{ encrypt('QUVTMjU2S2V5LTMyQ2hhcmFjdGVyczEyMzQ1Njc4OTA=', 'a') | length }}", '40'],
    call: ({ key, plaintext }, scope) => {
      both('encrypt', key, plaintext, 'plaintext');
      const secret = keyOf(key, 'encrypt');
      if (plaintext === null) return null;
      const text = textIn(plaintext, 'encrypt');
      const start = nonce(scope);
      const sealed = gcm(secret, start).encrypt(new TextEncoder().encode(text));
      return made(encoded(Uint8Array.from([...start, ...sealed])), scope);
    },
  },
  {
    name: 'decrypt',
    args: ['key', 'encrypted'],
    cost: 100,
    help: 'Membaca teks dari `encrypt` dengan kunci yang sama.',
    example: [
      "{{ decrypt('QUVTMjU2S2V5LTMyQ2hhcmFjdGVyczEyMzQ1Njc4OTA=', encrypt('QUVTMjU2S2V5LTMyQ2hhcmFjdGVyczEyMzQ1Njc4OTA=', 'a')) }}",
      'a',
    ],
    call: ({ key, encrypted }) => {
      both('decrypt', key, encrypted, 'encrypted');
      const secret = keyOf(key, 'decrypt');
      if (encrypted === null) return null;
      const bytes = decoded(textIn(encrypted, 'decrypt'));
      if (!bytes || bytes.length <= NONCE)
        throw new Failure('Illegal base64 character', 'Teks ini bukan hasil `encrypt`.', true);
      try {
        return new TextDecoder().decode(gcm(secret, bytes.slice(0, NONCE)).decrypt(bytes.slice(NONCE)));
      } catch {
        throw new Failure('Tag mismatch', 'Kuncinya bukan kunci yang dipakai waktu `encrypt`, atau teksnya berubah.');
      }
    },
  },
];
