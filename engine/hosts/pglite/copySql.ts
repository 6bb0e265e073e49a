/** What the cutting of a file into segments needs, read from the options of its COPY statement. */

export interface CopyFormat {
  format: 'text' | 'csv' | 'binary';
  header: boolean;
  quote: string;
  escape: string;
  /** The bytes of line end and quote stand for themselves only. */
  plainBytes: boolean;
}

const STDIN = /\bFROM\s+STDIN\b/i;
/** Quoted names and strings, in which no keyword counts. */
const QUOTED = /"(?:[^"]|"")*"|[eE]?'(?:[^']|'')*'/g;

function findOutsideQuotes(sql: string, keyword: RegExp): RegExpExecArray | null {
  return keyword.exec(sql.replace(QUOTED, (text) => '_'.repeat(text.length)));
}

const optionsOf = (sql: string) => sql.slice(findOutsideQuotes(sql, STDIN)?.index ?? sql.length);

export function formatOf(sql: string): CopyFormat {
  const options = optionsOf(sql);
  const named = /\bFORMAT\s+'?(\w+)/i.exec(options)?.[1]?.toLowerCase();
  const format = named === 'csv' || named === 'binary' ? named : 'text';
  const quote = character(options, 'QUOTE') ?? '"';
  const encoding = /\bENCODING\s+'([^']*)'/i.exec(options)?.[1] ?? 'UTF8';
  return {
    format,
    header: /\bHEADER\b(?!\s+(FALSE|OFF|0)\b)/i.test(options),
    quote,
    escape: /\bESCAPE\b/i.test(options) ? (character(options, 'ESCAPE') ?? '\\') : quote,
    plainBytes: quote.charCodeAt(0) < 128 && /^(utf-?8|latin|iso|win|sql_ascii|koi8)/i.test(encoding),
  };
}

function character(options: string, name: string): string | undefined {
  return new RegExp(`\\b${name}\\s+'(''|[^'])'`, 'i').exec(options)?.[1]?.replace("''", "'");
}

/** The statement for all but the first segment: the header is in the first one. */
export function withoutHeader(sql: string): string {
  const from = findOutsideQuotes(sql, STDIN)?.index ?? sql.length;
  return sql.slice(0, from) + sql.slice(from).replace(/\bHEADER\b(\s+(TRUE|ON|1|MATCH))?/i, 'HEADER FALSE');
}
