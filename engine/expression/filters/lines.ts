/** Filters that take text apart or put lines together: split, replace, indent. */
import type { Bound } from '../arguments.ts';
import { longIn, numberIn, textIn } from '../convert.ts';
import { eachText } from '../eachText.ts';
import { Failure, wrongClass } from '../failures.ts';
import { textOf } from '../operators.ts';
import { learnersPattern, replacedIn } from '../pattern.ts';
import { made, type Scope, spend } from '../scope.ts';
import { entriesOf, isMap, isNothing } from '../values.ts';
import type { Filter } from './filter.ts';

function indented(text: string, filter: string, args: Readonly<Record<string, unknown>>, scope: Scope): string {
  if (text === '') return '';
  const { amount, prefix } = args;
  if (isNothing(amount))
    throw new Failure(
      `The '${filter}' filter expects an integer as argument 'amount'.`,
      `\`${filter}\` memerlukan jumlah, misalnya ${filter}(2).`,
    );
  const count = longIn(amount, filter, 'amount');
  if (count < 0)
    throw new Failure(
      `The '${filter}' filter expects a positive integer >=0 as argument 'amount'.`,
      `Jumlah pada \`${filter}\` harus 0 atau lebih.`,
    );
  const one = isNothing(prefix) ? ' ' : textIn(prefix, filter);
  const end = ending(text);
  const lines = text.split(end).length - 1;
  spend(scope, text.length + lines * one.length * count);
  const before = lines > 0 ? one.repeat(count) : '';
  return text.replaceAll(end, () => end + before);
}

/** The kind of line end that the text itself uses. */
const ending = (text: string): string => /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';

function replaced(value: unknown, pairs: unknown, regexp: unknown, scope: Scope): unknown {
  if (isNothing(pairs))
    throw new Failure(
      "The argument 'replace_pairs' is required.",
      '`replace` memerlukan sebuah map: replace({"lama": "baru"}).',
    );
  if (!isMap(pairs))
    throw wrongClass(pairs, 'java.util.Map', '`replace` memerlukan sebuah map: replace({"lama": "baru"}).');
  return eachText(value, (text) => replacedBy(text, entriesOf(pairs), regexp === true, scope), scope);
}

function replacedBy(given: string, pairs: readonly [unknown, unknown][], regexp: boolean, scope: Scope): string {
  let text = given;
  for (const [from, to] of pairs) {
    if (isNothing(to))
      throw new Failure(
        'Cannot invoke "Object.toString()" because the return value of "java.util.Map$Entry.getValue()" is null',
        'Pengganti pada `replace` tidak boleh null.',
        true,
      );
    const [what, by] = [textOf(from, scope), textOf(to, scope)];
    text = regexp ? learnersPattern(what, scope).replaceAll(text, by) : replacedIn(text, what, by, scope);
  }
  return text;
}

/** Pairs of texts, replaced as they stand. */
function replacing({ replace_pairs: pairs, regexp }: Bound): ((value: unknown, scope: Scope) => unknown) | undefined {
  if (!isMap(pairs) || regexp === true) return undefined;
  const texts: [from: string, to: string][] = [];
  for (const [from, to] of entriesOf(pairs)) {
    if (typeof from !== 'string' || typeof to !== 'string') return undefined;
    texts.push([from, to]);
  }
  const change = (given: string, scope: Scope): string => {
    let text = given;
    for (const [from, to] of texts) text = replacedIn(text, from, to, scope);
    return text;
  };
  return (value, scope) => {
    if (typeof value === 'string') return change(value, scope);
    return isNothing(value) ? null : eachText(value, (text) => change(text, scope), scope);
  };
}

export const lineFilters: readonly Filter[] = [
  {
    name: 'split',
    args: ['delimiter', 'limit'],
    help: 'Memecah teks menjadi daftar.',
    example: ["{{ 'a,b' | split(',') | last }}", 'b'],
    apply: (value, { delimiter, limit }, scope) => {
      if (isNothing(value)) return null;
      const text = textIn(value, 'split');
      if (isNothing(delimiter))
        throw new Failure(
          'missing delimiter parameter in split filter',
          '`split` memerlukan pemisah, misalnya split(",").',
        );
      const most = isNothing(limit) ? 0 : Math.trunc(numberIn(limit, 'split', 'limit'));
      return learnersPattern(textIn(delimiter, 'split'), scope).split(text, most);
    },
  },
  {
    name: 'replace',
    args: ['replace_pairs', 'regexp'],
    help: 'Mengganti bagian teks; pasangannya sebuah map.',
    example: ["{{ 'a-b' | replace({'-': '+'}) }}", 'a+b'],
    apply: (value, { replace_pairs: pairs, regexp }, scope) =>
      isNothing(value) ? null : replaced(value, pairs, regexp, scope),
    ready: replacing,
  },
  {
    name: 'indent',
    args: ['amount', 'prefix'],
    help: 'Menjorokkan baris sesudah yang pertama.',
    example: ["{{ 'a' | indent(2) }}", 'a'],
    apply: (value, args, scope) => (isNothing(value) ? null : indented(textOf(value, scope), 'indent', args, scope)),
  },
  {
    name: 'nindent',
    args: ['amount', 'prefix'],
    help: 'Baris baru, lalu semua baris dijorokkan.',
    example: ["{{ 'a' | nindent(2) }}", '\n  a'],
    apply: (value, args, scope) => {
      if (isNothing(value)) return null;
      const text = textOf(value, scope);
      return text === '' ? '' : indented(made(ending(text) + text, scope), 'nindent', args, scope);
    },
  },
];
