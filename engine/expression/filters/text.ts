/** Filters on text. */
import { classOf } from '../classes.ts';
import { longIn, nothingGiven, textIn } from '../convert.ts';
import { eachText } from '../eachText.ts';
import { Failure } from '../failures.ts';
import { textOf } from '../operators.ts';
import { replacedIn } from '../pattern.ts';
import { made, type Scope } from '../scope.ts';
import { isMap, isNothing, sizeOf } from '../values.ts';
import type { Filter } from './filter.ts';

/** Text only, and null stays null, as in Pebble. */
const onText = (name: string, help: string, example: Filter['example'], change: (text: string) => string): Filter => ({
  name,
  args: 'any',
  help,
  example,
  apply: (value, _, scope) => (isNothing(value) ? null : made(change(textIn(value, name)), scope)),
});

/** Any value, by its Java text. */
const onAny = (name: string, help: string, example: Filter['example'], change: (text: string) => string): Filter => ({
  name,
  args: 'any',
  help,
  example,
  apply: (value, _, scope) => (isNothing(value) ? null : made(change(textOf(value, scope)), scope)),
});

const separated = (
  name: string,
  help: string,
  example: Filter['example'],
  pick: (text: string, separator: string) => string,
): Filter => ({
  name,
  args: ['separator'],
  help,
  example,
  apply: (value, { separator }, scope) => {
    if (isNothing(value)) return null;
    if (separator === undefined) {
      throw new Failure(
        `The '${name}' filter expects an argument 'separator'.`,
        `\`${name}\` memerlukan pemisah, misalnya ${name}(".").`,
      );
    }
    const text = textOf(value, scope);
    return separator === null ? whereNull(name, text) : pick(text, textIn(separator, name));
  },
});

/** Without a separator, what stands before is all and what stands after is nothing. */
const whereNull = (name: string, text: string): string => (name.startsWith('substringBefore') ? text : '');

const startOf = (name: 'startsWith' | 'endsWith', help: string, example: Filter['example']): Filter => ({
  name,
  args: ['value'],
  help,
  example,
  apply: (value, { value: part }, scope) => {
    if (isNothing(value) || isNothing(part)) throw nothingGiven(name, 'value');
    return textOf(value, scope)[name](textOf(part, scope));
  },
});

const slug = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[^\w\s-]/g, '')
    .replace(/[_\s]+/g, '-')
    .toLowerCase()
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '');

const SPACE = /\s/;

function capital(text: string): string {
  let at = 0;
  while (at < text.length && (text.charCodeAt(at) <= 32 || text.charCodeAt(at) > 127) && SPACE.test(text.charAt(at)))
    at++;
  return text.slice(0, at) + text.charAt(at).toUpperCase() + text.slice(at + 1);
}

const TITLE = /(^|\s)(\S)/g;

export const textFilters: readonly Filter[] = [
  onAny('upper', 'Huruf besar semua.', ["{{ 'taksi' | upper }}", 'TAKSI'], (text) => text.toUpperCase()),
  onAny('lower', 'Huruf kecil semua.', ["{{ 'TAKSI' | lower }}", 'taksi'], (text) => text.toLowerCase()),
  onText('capitalize', 'Huruf pertama menjadi besar.', ["{{ 'taksi hijau' | capitalize }}", 'Taksi hijau'], capital),
  onText('title', 'Huruf pertama tiap kata menjadi besar.', ["{{ 'taksi hijau' | title }}", 'Taksi Hijau'], (text) =>
    text.replace(TITLE, (_, before: string, first: string) => before + first.toUpperCase()),
  ),
  onText('trim', 'Membuang spasi di kedua ujung.', ["{{ '  a ' | trim }}", 'a'], (text) => text.trim()),
  {
    name: 'abbreviate',
    args: ['length'],
    help: 'Memotong teks yang terlalu panjang, dengan titik-titik.',
    example: ["{{ 'taksi hijau' | abbreviate(8) }}", 'taksi...'],
    apply: (value, { length }) => {
      if (isNothing(value)) return null;
      const text = textIn(value, 'abbreviate');
      const most = longIn(length, 'abbreviate', 'length');
      if (most < 0)
        throw new Failure(
          'Invalid argument to abbreviate filter; must be greater than zero',
          'Panjang pada `abbreviate` harus lebih dari nol.',
        );
      if (text.length <= 3 || text.length < most) return text;
      return most <= 3 ? text.slice(0, most) : `${text.slice(0, most - 3)}...`;
    },
  },
  startOf('startsWith', 'Benar bila teks diawali ini.', ["{{ 'taksi' | startsWith('ta') }}", 'true']),
  startOf('endsWith', 'Benar bila teks diakhiri ini.', ["{{ 'a.csv' | endsWith('.csv') }}", 'true']),
  separated(
    'substringBefore',
    'Bagian sebelum pemisah pertama.',
    ["{{ 'a.b.c' | substringBefore('.') }}", 'a'],
    (text, by) => (text.includes(by) ? text.slice(0, text.indexOf(by)) : text),
  ),
  separated(
    'substringBeforeLast',
    'Bagian sebelum pemisah terakhir.',
    ["{{ 'a.b.c' | substringBeforeLast('.') }}", 'a.b'],
    (text, by) => (by !== '' && text.includes(by) ? text.slice(0, text.lastIndexOf(by)) : text),
  ),
  separated(
    'substringAfter',
    'Bagian sesudah pemisah pertama.',
    ["{{ 'a.b.c' | substringAfter('.') }}", 'b.c'],
    (text, by) => (text.includes(by) ? text.slice(text.indexOf(by) + by.length) : ''),
  ),
  separated(
    'substringAfterLast',
    'Bagian sesudah pemisah terakhir.',
    ["{{ 'a.b.c' | substringAfterLast('.') }}", 'c'],
    (text, by) => (by !== '' && text.includes(by) ? text.slice(text.lastIndexOf(by) + by.length) : ''),
  ),
  onAny('slugify', 'Teks yang cocok untuk alamat web.', ["{{ 'Taksi Hijau!' | slugify }}", 'taksi-hijau'], slug),
  {
    name: 'escapeChar',
    args: ['type'],
    help: 'Mengamankan tanda kutip: single, double, atau shell.',
    example: ["{{ \"it's\" | escapeChar('shell') }}", "it'\\''s"],
    apply: (value, { type }, scope) => (isNothing(value) ? null : escaped(value, type, scope)),
  },
  {
    name: 'string',
    args: 'any',
    help: 'Mengubah nilai menjadi teks.',
    example: ['{{ 12 | string }}', '12'],
    apply: (value, _, scope) => (isNothing(value) ? null : made(textOf(value, scope), scope)),
  },
  {
    name: 'className',
    args: 'any',
    help: 'Nama jenis nilai itu di Java.',
    example: ["{{ 'a' | className }}", 'java.lang.String'],
    apply: (value) => (isNothing(value) ? null : classOf(value)),
  },
];

const ESCAPES: Readonly<Record<string, readonly [what: string, by: string]>> = {
  single: ["'", "\\'"],
  double: ['"', '\\"'],
  shell: ["'", "'\\''"],
};

function escaped(value: unknown, type: unknown, scope: Scope): unknown {
  // Where there is nothing to escape, nobody asks how.
  if ((Array.isArray(value) && value.length === 0) || (isMap(value) && sizeOf(value) === 0)) return value;
  if (isNothing(type))
    throw new Failure(
      "The 'escapeChar' filter expects an argument 'type'.",
      '`escapeChar` memerlukan jenis: single, double, atau shell.',
    );
  const pair = typeof type === 'string' && Object.hasOwn(ESCAPES, type) ? ESCAPES[type] : undefined;
  if (!pair)
    throw new Failure(
      "The 'escapeChar' filter expects the value of 'type' to be either 'single', 'double', or 'shell'.",
      'Jenis pada `escapeChar` hanya single, double, atau shell.',
    );
  return eachText(value, (text) => replacedIn(text, pair[0], pair[1], scope), scope);
}
