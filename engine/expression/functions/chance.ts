/** Functions of time and chance: both come from the options, so that a test can say what they are. */
import { Temporal } from 'temporal-polyfill';
import { optionalText } from '../convert.ts';
import { formatDate, zonedOf } from '../dates.ts';
import { Failure } from '../failures.ts';
import { type Scope, spend } from '../scope.ts';
import { isNothing } from '../values.ts';
import type { PebbleFunction } from './function.ts';

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

const draw = ({ shared }: Scope): number => (shared.options.random ?? Math.random)();
const nowOf = ({ shared }: Scope): number => (shared.options.clock ?? Date).now();

function letters(count: number, alphabet: string, scope: Scope): string {
  return Array.from({ length: count }, () => alphabet[Math.floor(draw(scope) * alphabet.length)] ?? '').join('');
}

function uuid(scope: Scope): string {
  const hex = letters(32, '0123456789abcdef', scope).split('');
  hex[12] = '4';
  hex[16] = '89ab'[Math.floor(draw(scope) * 4)] ?? '8';
  const text = hex.join('');
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-');
}

function bound(name: string, value: unknown): number {
  if (isNothing(value))
    throw new Failure(`The 'randomIn()' function expects an argument ${name}`, `\`randomInt\` memerlukan \`${name}\`.`);
  if (typeof value !== 'bigint')
    throw new Failure(
      `The 'randomIn()' function expects an argument ${name} of type Long.`,
      `\`${name}\` pada \`randomInt\` harus angka bulat.`,
    );
  return Number(value);
}

export const chanceFunctions: readonly PebbleFunction[] = [
  {
    name: 'now',
    args: ['format', 'timeZone', 'existingFormat', 'locale'],
    cost: 20,
    help: 'Waktu sekarang.',
    example: ["{{ now('yyyy') | length }}", '4'],
    call: ({ format, timeZone, locale }, scope) => {
      const zone = optionalText(timeZone, 'now') ?? scope.shared.options.timeZone ?? 'UTC';
      const date = zonedOf(Temporal.Instant.fromEpochMilliseconds(nowOf(scope)), zone);
      return formatDate(date, optionalText(format, 'now'), optionalText(locale, 'now'));
    },
  },
  {
    name: 'uuid',
    args: [],
    cost: 5,
    help: 'UUID acak.',
    example: ['{{ uuid() | length }}', '36'],
    call: (_, scope) => uuid(scope),
  },
  {
    name: 'id',
    args: [],
    cost: 4,
    help: 'Id acak seperti id eksekusi.',
    example: ['{{ id() | length }}', '22'],
    call: (_, scope) => letters(22, LETTERS, scope),
  },
  {
    name: 'ksuid',
    args: [],
    cost: 10,
    help: 'KSUID: id yang terurut menurut waktu.',
    example: ['{{ ksuid() | length }}', '27'],
    call: (_, scope) => {
      const seconds = BigInt(Math.floor(nowOf(scope) / 1000) - 1_400_000_000);
      const payload = BigInt(`0x${letters(32, '0123456789abcdef', scope)}`);
      let value = (seconds << 128n) | payload;
      let text = '';
      for (let digit = 0; digit < 27; digit++) {
        text = (LETTERS[Number(value % 62n)] ?? '') + text;
        value /= 62n;
      }
      return text;
    },
  },
  {
    name: 'nanoId',
    args: ['length', 'alphabet'],
    cost: 4,
    help: 'Id acak yang pendek.',
    example: ['{{ nanoId(5) | length }}', '5'],
    call: ({ length, alphabet }, scope) => {
      const count = typeof length === 'bigint' ? Number(length) : 21;
      if (count < 0) throw new Failure(String(count), 'Panjang nanoId tidak boleh kurang dari 0.', true);
      spend(scope, count);
      return letters(count, typeof alphabet === 'string' && alphabet !== '' ? alphabet : `_-${LETTERS}`, scope);
    },
  },
  {
    name: 'randomInt',
    args: ['lower', 'upper'],
    help: 'Angka acak dari batas bawah sampai sebelum batas atas.',
    example: ['{{ randomInt(5, 6) }}', '5'],
    call: ({ lower, upper }, scope) => {
      const [from, to] = [bound('lower', lower), bound('upper', upper)];
      if (from > to)
        throw new Failure(
          "In 'randomIn()' upper is less than lower",
          'Batas atas `randomInt` harus lebih besar daripada batas bawah.',
        );
      return from + Math.floor(draw(scope) * (to - from));
    },
  },
  {
    name: 'randomPort',
    args: [],
    help: 'Nomor port acak.',
    example: ['{{ randomPort() > 1023 }}', 'true'],
    call: (_, scope) => 32_768 + Math.floor(draw(scope) * 28_232),
  },
];
