/** `@csv`, `@base64` and their kind. */
import { decoded, encoded } from '../base64.ts';
import { JqError } from './errors.ts';
import { kindOf, named, text } from './order.ts';

const string = (value: unknown): string => (typeof value === 'string' ? value : text(value));

const HTML: Record<string, string> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', "'": '&#39;', '"': '&quot;' };
const TSV: Record<string, string> = { '\t': '\\t', '\n': '\\n', '\r': '\\r', '\\': '\\\\' };

function row(value: unknown, name: string, quote: (text: string) => string, between: string): string {
  if (!Array.isArray(value)) throw new JqError(`${named(value)} cannot be ${name}-formatted, only array`);
  return value
    .map((item: unknown) => {
      if (item === null) return '';
      if (typeof item === 'string') return quote(item);
      if (kindOf(item) === 'array' || kindOf(item) === 'object')
        throw new JqError(`${named(item)} is not valid in a ${name} row`);
      return text(item);
    })
    .join(between);
}

function shell(value: unknown): string {
  if (typeof value === 'string') return `'${value.replaceAll("'", "'\\''")}'`;
  if (kindOf(value) === 'array' || kindOf(value) === 'object')
    throw new JqError(`${named(value)} can not be escaped for shell`);
  return text(value);
}

const FORMATS: Readonly<Record<string, (value: unknown) => string>> = {
  '@text': string,
  '@json': text,
  '@csv': (value) => row(value, 'csv', (one) => `"${one.replaceAll('"', '""')}"`, ','),
  '@tsv': (value) => row(value, 'tsv', (one) => one.replace(/[\t\n\r\\]/g, (letter) => TSV[letter] ?? letter), '\t'),
  '@html': (value) => string(value).replace(/[<>&'"]/g, (letter) => HTML[letter] ?? letter),
  '@uri': (value) =>
    encodeURIComponent(string(value).toWellFormed()).replace(
      /[!'()*]/g,
      (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
    ),
  '@sh': (value) => (Array.isArray(value) ? value.map(shell).join(' ') : shell(value)),
  '@base64': (value) => encoded(new TextEncoder().encode(string(value))),
  '@base64d': (value) => {
    const bytes = decoded(string(value));
    if (!bytes) throw new JqError(`${named(string(value))} is not valid base64 data`);
    return new TextDecoder().decode(bytes);
  },
};

export function formatted(name: string, value: unknown): string {
  const format = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
  if (!format) throw new JqError(`Formatting operator ${name} does not exist`);
  return format(value);
}
