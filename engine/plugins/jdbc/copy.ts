/** COPY statements made of a task's properties. */
import { TaskError } from '../definition.ts';
import { identifier, literal } from './identifiers.ts';

export interface CopyProperties {
  table?: string | undefined;
  columns?: string[] | undefined;
  format: 'TEXT' | 'CSV' | 'BINARY';
  freeze?: boolean | undefined;
  header?: boolean | undefined;
  delimiter?: string | undefined;
  nullString?: string | undefined;
  quote?: string | undefined;
  escape?: string | undefined;
  forceQuote?: string[] | undefined;
  forceNotNull?: string[] | undefined;
  forceNull?: string[] | undefined;
  encoding?: string | undefined;
}

const flag = (value: boolean | undefined) => (value === undefined ? undefined : String(value).toUpperCase());
const text = (value: string | undefined) => (value === undefined ? undefined : literal(value));
const list = (names: string[] | undefined) => names && `(${names.map(identifier).join(', ')})`;

/** `(FORMAT CSV, HEADER TRUE)`. */
function options(properties: CopyProperties): string {
  const parts: [string, string | undefined][] = [
    ['FORMAT', properties.format],
    ['FREEZE', flag(properties.freeze)],
    ['DELIMITER', text(properties.delimiter)],
    ['NULL', text(properties.nullString)],
    ['HEADER', flag(properties.header)],
    ['QUOTE', text(properties.quote)],
    ['ESCAPE', text(properties.escape)],
    ['FORCE_QUOTE', list(properties.forceQuote)],
    ['FORCE_NOT_NULL', list(properties.forceNotNull)],
    ['FORCE_NULL', list(properties.forceNull)],
    ['ENCODING', text(properties.encoding)],
  ];
  return `(${parts.flatMap(([name, value]) => (value === undefined ? [] : [`${name} ${value}`])).join(', ')})`;
}

function target({ table, columns }: CopyProperties): string {
  if (!table?.trim()) {
    throw new TaskError('table must not be null', {
      explanation: 'Properti `table` belum diisi. Tulis nama tabelnya.',
    });
  }
  return identifier(table) + (columns?.length ? `(${columns.map(identifier).join(', ')})` : '');
}

export const copyInStatement = (properties: CopyProperties): string =>
  `COPY ${target(properties)} FROM STDIN WITH ${options(properties)}`;

/** `sql` is one query, already without its `;`. */
export const copyOutStatement = (properties: CopyProperties, sql?: string): string =>
  `COPY ${sql === undefined ? target(properties) : `(${sql}\n)`} TO STDOUT WITH ${options(properties)}`;
