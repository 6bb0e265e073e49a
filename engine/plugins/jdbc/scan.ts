/**
 * Walks over SQL text in pieces: what is quoted or commented away, and the code between. Made for Postgres: `'…'`, `E'…'`, `"…"`,
 * `$tag$…$tag$`, `--` and nested block comments. What never ends lasts to the end of the text.
 */

export interface Piece {
  kind: 'code' | 'quoted' | 'comment';
  from: number;
  /** Exclusive. */
  to: number;
}

const OPENING = /'|"|--|\/\*|\$/g;
const WORD = /[\p{L}\p{N}_$]/u;

export function* scan(sql: string): Generator<Piece> {
  let code = 0;
  let at = 0;
  while (at < sql.length) {
    OPENING.lastIndex = at;
    const opening = OPENING.exec(sql);
    if (!opening) break;
    const found = endOf(sql, opening.index, opening[0]);
    if (!found) {
      at = opening.index + 1;
      continue;
    }
    if (opening.index > code) yield { kind: 'code', from: code, to: opening.index };
    yield { kind: found.kind, from: opening.index, to: found.end };
    code = found.end;
    at = found.end;
  }
  if (code < sql.length) yield { kind: 'code', from: code, to: sql.length };
}

function endOf(sql: string, from: number, opening: string): { kind: 'quoted' | 'comment'; end: number } | undefined {
  switch (opening) {
    case '--':
      return { kind: 'comment', end: behind(sql, '\n', from) };
    case '/*':
      return { kind: 'comment', end: endOfBlock(sql, from) };
    case '$':
      return endOfDollar(sql, from);
    default:
      return { kind: 'quoted', end: endOfQuote(sql, from, opening, opening === "'" && isEscapeString(sql, from)) };
  }
}

function behind(sql: string, text: string, from: number): number {
  const found = sql.indexOf(text, from);
  return found < 0 ? sql.length : found + text.length;
}

/** `E'…'`, where a backslash escapes. */
function isEscapeString(sql: string, quote: number): boolean {
  const prefix = sql[quote - 1];
  return (prefix === 'E' || prefix === 'e') && !WORD.test(sql[quote - 2] ?? ' ');
}

/** A doubled quote needs no care here: it ends one piece and begins the next. */
function endOfQuote(sql: string, from: number, quote: string, escapes: boolean): number {
  if (!escapes) return behind(sql, quote, from + 1);
  for (let at = from + 1; at < sql.length; at += 1) {
    if (sql[at] === '\\') at += 1;
    else if (sql[at] === quote && sql[at + 1] === quote) at += 1;
    else if (sql[at] === quote) return at + 1;
  }
  return sql.length;
}

function endOfBlock(sql: string, from: number): number {
  const mark = /\/\*|\*\//g;
  mark.lastIndex = from;
  let depth = 0;
  for (let found = mark.exec(sql); found; found = mark.exec(sql)) {
    depth += found[0] === '/*' ? 1 : -1;
    if (depth === 0) return mark.lastIndex;
  }
  return sql.length;
}

/** `$1` is a parameter and `a$b` a name: only a whole tag that stands free opens a quote. */
function endOfDollar(sql: string, from: number): { kind: 'quoted'; end: number } | undefined {
  if (WORD.test(sql[from - 1] ?? ' ')) return undefined;
  const tag = /\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/uy;
  tag.lastIndex = from;
  const opening = tag.exec(sql)?.[0];
  return opening === undefined ? undefined : { kind: 'quoted', end: behind(sql, opening, from + opening.length) };
}
