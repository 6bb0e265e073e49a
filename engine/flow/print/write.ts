/**
 * Values as YAML, the way a person writes it and a Kestra (YAML 1.1) reads it back: plain where that is safe, quoted where it is not,
 * several lines as a block.
 */
import { plainScalar } from '../scalars.ts';

export interface Where {
  /** Inside `[ ]` or `{ }`: all on one line. */
  flow: boolean;
  /** Columns before the lines that belong to the value. */
  indent: number;
  /** How it was written before: kept where the new value can be written so. */
  quotes?: 'single' | 'double' | 'block' | 'inline' | undefined;
}

export function written(value: unknown, where: Where): string {
  if (typeof value === 'string') return text(value, where);
  if (Array.isArray(value)) return where.flow || value.length === 0 ? flowList(value) : blockList(value, where.indent);
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value);
    return where.flow || entries.length === 0 ? flowMap(entries) : blockMap(entries, where.indent);
  }
  return String(value);
}

/** What stands behind `key:` — a list or map begins on its own line. */
export function afterKey(value: unknown, where: Where): string {
  const inner = written(value, where);
  return isBlock(value, where) ? `\n${' '.repeat(where.indent)}${inner}` : ` ${inner}`;
}

const isBlock = (value: unknown, { flow }: Where): boolean =>
  !flow && typeof value === 'object' && value !== null && Object.keys(value).length > 0;

export const key = (name: string): string => text(name, { flow: true, indent: 0 });

const flowList = (items: readonly unknown[]): string =>
  `[${items.map((item) => written(item, { flow: true, indent: 0 })).join(', ')}]`;

const flowMap = (entries: readonly [string, unknown][]): string =>
  `{${entries.map(([name, value]) => `${key(name)}: ${written(value, { flow: true, indent: 0 })}`).join(', ')}}`;

/** The first line has its indentation already. */
const blockList = (items: readonly unknown[], indent: number): string =>
  items.map((item) => `- ${written(item, { flow: false, indent: indent + 2 })}`).join(`\n${' '.repeat(indent)}`);

const blockMap = (entries: readonly [string, unknown][], indent: number): string =>
  entries
    .map(([name, value]) => `${key(name)}:${afterKey(value, { flow: false, indent: indent + 2 })}`)
    .join(`\n${' '.repeat(indent)}`);

function text(value: string, { flow, indent, quotes }: Where): string {
  if (!flow && (quotes === 'block' || (quotes === undefined && value.includes('\n')))) {
    const block = literal(value, indent);
    if (block !== undefined) return block;
  }
  if (quotes === 'double') return double(value);
  if (quotes === 'single') return isOneLine(value) ? single(value) : double(value);
  if (isPlain(value, flow)) return value;
  return /["\\]/.test(value) && isOneLine(value) ? single(value) : double(value);
}

const isOneLine = (value: string): boolean =>
  !/[^\t\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]/.test(value);

/** Careful rather than pretty: what is in doubt is quoted. */
const isPlain = (value: string, flow: boolean): boolean =>
  /^[\p{L}\d_./(][^\n\t\r]*$/u.test(value) &&
  !/[\s:]$|:\s|\s#|[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]/.test(value) &&
  !(flow && /[,[\]{}:]/.test(value)) &&
  !/^(\.\.\.|---)/.test(value) &&
  typeof plainScalar(value) === 'string';

const single = (value: string): string => `'${value.replaceAll("'", "''")}'`;

const double = (value: string): string =>
  JSON.stringify(value).replace(
    /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** Nothing where YAML's blocks would change it. */
function literal(value: string, indent: number): string | undefined {
  if (
    value.trim() === '' ||
    /^[ \t\n]|\n\n$|\r|[^\n\t\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]/.test(value)
  )
    return undefined;
  const lines = value.replace(/\n$/, '').split('\n');
  if (lines.some((line) => /^\s+$|^\t/.test(line))) return undefined;
  const head = value.endsWith('\n') ? '|' : '|-';
  return [head, ...lines.map((line) => (line === '' ? '' : ' '.repeat(Math.max(indent, 1)) + line))].join('\n');
}
