/** Filters on text. */
import { asNumber, Double, isLong, isNumeric } from '../numbers.ts';
import { learnersPattern } from '../pattern.ts';
import { bounded, Failure } from '../scope.ts';
import { isMap, stringify } from '../values.ts';
import type { Filter } from './filter.ts';

/** Null stays null, as in Pebble. */
const onText = (change: (text: string) => unknown) => (value: unknown) =>
  value === null || value === undefined ? null : change(stringify(value));

const separated =
  (pick: (text: string, separator: string) => string): Filter['apply'] =>
  (value, { separator }) =>
    value === null || value === undefined ? null : pick(stringify(value), stringify(separator ?? ''));

const indented = (text: string, amount: unknown, prefix: unknown): string => {
  const count = isNumeric(amount) ? asNumber(amount) : Number(stringify(amount));
  if (!Number.isInteger(count) || count < 0 || count > 10_000) {
    throw new Failure(
      "The 'indent' filter expects a positive amount",
      'Jumlah pada `indent` harus angka bulat positif.',
    );
  }
  const before = (prefix === undefined || prefix === null ? ' ' : stringify(prefix)).repeat(count);
  return text.replace(/(\r\n|\n|\r)/g, (end) => end + before);
};

const slug = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .trim()
    .replace(/[\s_-]+/g, '-')
    .replace(/^-+|-+$/g, '');

const TITLE = /(^|\s)(\S)/g;

export const textFilters: readonly Filter[] = [
  {
    name: 'upper',
    args: [],
    help: 'Huruf besar semua.',
    example: ["{{ 'taksi' | upper }}", 'TAKSI'],
    apply: onText((text) => text.toUpperCase()),
  },
  {
    name: 'lower',
    args: [],
    help: 'Huruf kecil semua.',
    example: ["{{ 'TAKSI' | lower }}", 'taksi'],
    apply: onText((text) => text.toLowerCase()),
  },
  {
    name: 'capitalize',
    args: [],
    help: 'Huruf pertama menjadi besar.',
    example: ["{{ 'taksi hijau' | capitalize }}", 'Taksi hijau'],
    apply: onText((text) => text.replace(/\S/, (first) => first.toUpperCase())),
  },
  {
    name: 'title',
    args: [],
    help: 'Huruf pertama tiap kata menjadi besar.',
    example: ["{{ 'taksi hijau' | title }}", 'Taksi Hijau'],
    apply: onText((text) => text.replace(TITLE, (_, before: string, first: string) => before + first.toUpperCase())),
  },
  {
    name: 'trim',
    args: [],
    help: 'Membuang spasi di kedua ujung.',
    example: ["{{ '  a ' | trim }}", 'a'],
    apply: onText((text) => text.trim()),
  },
  {
    name: 'abbreviate',
    args: ['length'],
    help: 'Memotong teks yang terlalu panjang, dengan titik-titik.',
    example: ["{{ 'taksi hijau' | abbreviate(8) }}", 'taksi...'],
    apply: (value, { length }) => {
      if (value === null || value === undefined) return null;
      const text = stringify(value);
      const most = isNumeric(length) ? asNumber(length) : 0;
      if (most < 0)
        throw new Failure(
          'Invalid argument to abbreviate filter; must be greater than zero',
          'Panjang pada `abbreviate` harus lebih dari nol.',
        );
      if (text.length <= most) return text;
      return most <= 3 ? text.slice(0, most) : `${text.slice(0, most - 3)}...`;
    },
  },
  {
    name: 'split',
    args: ['delimiter', 'limit'],
    help: 'Memecah teks menjadi daftar.',
    example: ["{{ 'a,b' | split(',') | last }}", 'b'],
    apply: (value, { delimiter, limit }) =>
      value === null || value === undefined ? null : split(stringify(value), stringify(delimiter ?? ''), limit),
  },
  {
    name: 'replace',
    args: ['replace_pairs', 'regexp'],
    help: 'Mengganti bagian teks; pasangannya sebuah map.',
    example: ["{{ 'a-b' | replace({'-': '+'}) }}", 'a+b'],
    apply: (value, { replace_pairs: pairs, regexp }, scope) => {
      if (value === null || value === undefined) return null;
      if (!isMap(pairs))
        throw new Failure(
          "Argument 'replace_pairs' of replace filter must be a map",
          '`replace` memerlukan sebuah map: {"lama": "baru"}.',
        );
      let text = stringify(value);
      for (const [from, to] of Object.entries(pairs)) {
        text =
          regexp === true
            ? learnersPattern(from).replaceAll(text, stringify(to))
            : text.replaceAll(from, () => stringify(to));
        bounded(text, scope);
      }
      return text;
    },
  },
  {
    name: 'startsWith',
    args: ['value'],
    help: 'Benar bila teks diawali ini.',
    example: ["{{ 'taksi' | startsWith('ta') }}", 'true'],
    apply: (value, { value: start }) => value !== null && stringify(value).startsWith(stringify(start)),
  },
  {
    name: 'endsWith',
    args: ['value'],
    help: 'Benar bila teks diakhiri ini.',
    example: ["{{ 'a.csv' | endsWith('.csv') }}", 'true'],
    apply: (value, { value: end }) => value !== null && stringify(value).endsWith(stringify(end)),
  },
  {
    name: 'substringBefore',
    args: ['separator'],
    help: 'Bagian sebelum pemisah pertama.',
    example: ["{{ 'a.b.c' | substringBefore('.') }}", 'a'],
    apply: separated((text, by) => (text.includes(by) ? text.slice(0, text.indexOf(by)) : text)),
  },
  {
    name: 'substringBeforeLast',
    args: ['separator'],
    help: 'Bagian sebelum pemisah terakhir.',
    example: ["{{ 'a.b.c' | substringBeforeLast('.') }}", 'a.b'],
    apply: separated((text, by) => (text.includes(by) ? text.slice(0, text.lastIndexOf(by)) : text)),
  },
  {
    name: 'substringAfter',
    args: ['separator'],
    help: 'Bagian sesudah pemisah pertama.',
    example: ["{{ 'a.b.c' | substringAfter('.') }}", 'b.c'],
    apply: separated((text, by) => (text.includes(by) ? text.slice(text.indexOf(by) + by.length) : '')),
  },
  {
    name: 'substringAfterLast',
    args: ['separator'],
    help: 'Bagian sesudah pemisah terakhir.',
    example: ["{{ 'a.b.c' | substringAfterLast('.') }}", 'c'],
    apply: separated((text, by) => (text.includes(by) ? text.slice(text.lastIndexOf(by) + by.length) : '')),
  },
  {
    name: 'slugify',
    args: [],
    help: 'Teks yang cocok untuk alamat web.',
    example: ["{{ 'Taksi Hijau!' | slugify }}", 'taksi-hijau'],
    apply: onText(slug),
  },
  {
    name: 'indent',
    args: ['amount', 'prefix'],
    help: 'Menjorokkan baris sesudah yang pertama.',
    example: ["{{ 'a' | indent(2) }}", 'a'],
    apply: (value, { amount, prefix }) => (value === null ? null : indented(stringify(value), amount, prefix)),
  },
  {
    name: 'nindent',
    args: ['amount', 'prefix'],
    help: 'Baris baru, lalu semua baris dijorokkan.',
    example: ["{{ 'a' | nindent(2) }}", '\n  a'],
    apply: (value, { amount, prefix }) =>
      value === null || value === ''
        ? value
        : indented(`${ending(stringify(value))}${stringify(value)}`, amount, prefix),
  },
  {
    name: 'urlencode',
    args: [],
    help: 'Menyandikan teks untuk alamat web.',
    example: ["{{ 'a b' | urlencode }}", 'a+b'],
    apply: onText((text) =>
      encodeURIComponent(text)
        .replaceAll('%20', '+')
        .replace(/[!'()~]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`),
    ),
  },
  {
    name: 'urldecode',
    args: [],
    help: 'Membaca teks yang disandikan untuk alamat web.',
    example: ["{{ 'a+b' | urldecode }}", 'a b'],
    apply: onText((text) => decodeURIComponent(text.replaceAll('+', ' '))),
  },
  {
    name: 'escapeChar',
    args: ['type'],
    help: 'Mengamankan tanda kutip: single, double, atau shell.',
    example: ["{{ \"it's\" | escapeChar('shell') }}", "it'\\''s"],
    apply: (value, { type }) => {
      if (value === null || value === undefined) return null;
      const text = stringify(value);
      if (type === 'single') return text.replaceAll("'", "\\'");
      if (type === 'double') return text.replaceAll('"', '\\"');
      if (type === 'shell') return text.replaceAll("'", "'\\''");
      throw new Failure(
        `Unknown escape type: ${stringify(type)}`,
        'Jenis pada `escapeChar` hanya single, double, atau shell.',
      );
    },
  },
  {
    name: 'string',
    args: [],
    help: 'Mengubah nilai menjadi teks.',
    example: ['{{ 12 | string }}', '12'],
    apply: (value) => (value === null ? null : stringify(value)),
  },
  {
    name: 'className',
    args: [],
    help: 'Nama jenis nilai itu di Java.',
    example: ["{{ 'a' | className }}", 'java.lang.String'],
    apply: className,
  },
];

/** The kind of line end the text itself uses. */
const ending = (text: string): string => /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';

/** A regular expression splits; trailing empty parts go, as in Java's `String.split`. */
function split(text: string, delimiter: string, limit: unknown): string[] {
  const most = isNumeric(limit) ? asNumber(limit) : 0;
  const parts = learnersPattern(delimiter).split(text, most);
  if (most === 0) while (parts.length > 1 && parts.at(-1) === '') parts.pop();
  return parts;
}

function className(value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return 'java.lang.String';
  if (typeof value === 'boolean') return 'java.lang.Boolean';
  if (value instanceof Double) return value.kind;
  if (isNumeric(value))
    return isLong(value)
      ? Math.abs(Number(value)) <= 2_147_483_647
        ? 'java.lang.Integer'
        : 'java.lang.Long'
      : 'java.lang.Double';
  return Array.isArray(value) ? 'java.util.ArrayList' : 'java.util.LinkedHashMap';
}
