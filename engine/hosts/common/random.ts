/** Randomness: the system's own, or the same again from a seed (sfc32). */
import type { Random } from '../../ports/Random.ts';

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const ID_LENGTH = 22;
/** The system is asked for so many bytes at once: asking costs more than an id does. */
const POOL = 4_096;

export const systemRandom: Random = {
  next: () => Math.random(),
  id: idsFrom(() => crypto.getRandomValues(new Uint8Array(POOL))),
};

const CODES = [...LETTERS].map((letter) => letter.charCodeAt(0));

function idsFrom(more: () => Uint8Array<ArrayBuffer>): () => string {
  let pool = new Uint8Array(0);
  let at = 0;
  return () => {
    const codes: number[] = [];
    while (codes.length < ID_LENGTH) {
      if (at === pool.length) [pool, at] = [more(), 0];
      const byte = pool[at++] ?? 255;
      // 248 is the last multiple of 62 that fits a byte: beyond it some letters would come more often.
      if (byte < 248) codes.push(CODES[byte % 62] ?? 0);
    }
    return String.fromCharCode(...codes);
  };
}

export function seededRandom(seed: string): Random {
  const next = numbersFrom(seed);
  return {
    next,
    id: () => Array.from({ length: ID_LENGTH }, () => LETTERS[Math.floor(next() * 62)]).join(''),
  };
}

/** Numbers from 0 up to, not including, 1: the same for the same seed, on every machine. */
export function numbersFrom(seed: string): () => number {
  let [a, b, c, d] = [hash(seed, 1), hash(seed, 2), hash(seed, 3), 1];
  const next = (): number => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let round = 0; round < 12; round++) next();
  return next;
}

/** FNV-1a, 32 bits, with a salt. */
function hash(text: string, salt: number): number {
  let value = 2166136261 ^ Math.imul(salt, 0x9e3779b1);
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 16777619);
  return value | 0;
}
