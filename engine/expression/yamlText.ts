/** Values as YAML text, laid out and quoted as Jackson's writer does it. */
import { isNumeric } from './numbers.ts';
import { Entry, entriesOf, isMap, isNothing, JavaMap, javaString, sizeOf } from './values.ts';

export function yamlOf(value: unknown): string {
  if (isNothing(value)) return 'null';
  if (value === '') return '--- ""\n';
  return block(value, 0, true);
}

/** A value that begins at the start of a line; a list within a list stands two further in. */
function block(value: unknown, indent: number, top = false): string {
  if (Array.isArray(value) && value.length > 0) {
    const lead = ' '.repeat(indent + 1);
    return value.map((item) => `${lead}-${itemText(item, indent)}`).join('');
  }
  const map = value instanceof Entry ? new JavaMap([[value.key, value.value]]) : value;
  if (isMap(map) && sizeOf(map) > 0) {
    return entriesOf(map)
      .map(([key, item]) => entry(key, item, indent))
      .join('');
  }
  return `${scalar(value, top ? 0 : indent, top)}\n`;
}

function entry(of: unknown, item: unknown, indent: number): string {
  const lead = ' '.repeat(indent);
  const key = javaString(of);
  if (typeof of !== 'string') return `${lead}${key}:${after(item, indent)}`;
  if (key === '') return `${lead}? ""\n${lead}:${after(item, indent)}`;
  return `${lead}${isPlainKey(key) ? key : quoted(key)}:${after(item, indent)}`;
}

const isFull = (value: unknown): boolean =>
  (Array.isArray(value) && value.length > 0) || value instanceof Entry || (isMap(value) && sizeOf(value) > 0);

/** After `key:`. */
function after(value: unknown, indent: number): string {
  if (!isFull(value)) return ` ${scalar(value, indent + 2)}\n`;
  return `\n${Array.isArray(value) ? block(value, indent) : block(value, indent + 2)}`;
}

/** After `-`. */
function itemText(value: unknown, indent: number): string {
  if (!isFull(value)) return ` ${scalar(value, indent + 2)}\n`;
  return `\n${block(value, indent + 2)}`;
}

function scalar(value: unknown, indent: number, top = false): string {
  if (isNothing(value)) return 'null';
  if (isNumeric(value)) return javaString(value);
  if (Array.isArray(value)) return '[]';
  if (typeof value === 'boolean') return String(value);
  if (isMap(value)) return '{}';
  const text = javaString(value);
  if (text.includes('\n') && !/ (?:\n|$)/.test(text) && !/\p{Cc}/u.test(text.replaceAll('\n', '')))
    return literal(text, Math.max(2, indent), top);
  return plainText(text);
}

function literal(text: string, indent: number, top: boolean): string {
  const lines = text.replace(/\n$/, '').split('\n');
  const hint = /^[\n ]/.test(text) ? '2' : '';
  const chomp = text.endsWith('\n\n') || text === '\n' ? '+' : text.endsWith('\n') ? '' : '-';
  const lead = ' '.repeat(top ? 2 : indent);
  return `|${hint}${chomp}\n${lines.map((line) => (line === '' ? '' : lead + line)).join('\n')}`;
}

const WORDS = ['true', 'false', 'null', 'yes', 'no', 'on', 'off', 'y', 'n', '~', ''];

/** What would read as something else. */
function plainText(text: string): string {
  if (WORDS.includes(text.toLowerCase()) || /[[\]{},]|: |:$| #|^#/.test(text)) return quoted(text);
  if (/\p{Cc}/u.test(text)) return quoted(text);
  if (/^[-?:](?: |$)|^[@%&*!|>'"`]|^ | $|^0\d+$|^---|^\.\.\.$/.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return text;
}

const isPlainKey = (key: string): boolean => plainText(key) === key && !/^[-+]?[\d.]/.test(key);

const quoted = (text: string): string => JSON.stringify(text).replaceAll('\\u001b', '\\e').replaceAll('\\u0000', '\\0');
