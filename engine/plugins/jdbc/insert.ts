/** The statement of a Batch: `?` becomes `$1`, and an INSERT takes many rows at once where that means the same. */
import { identifier } from './identifiers.ts';
import { scan } from './scan.ts';

/** Postgres takes no more parameters in one statement. */
const MOST_PARAMETERS = 65_535;

export interface BatchStatement {
  /** `?` in one row. */
  parameters: number;
  /** Rows that one statement may take. */
  mostRows: number;
  text(rows: number): string;
  /** Characters of the written statement before this position of the text, both from 1. */
  original(position: number): number;
}

export const insertInto = (table: string, columns: readonly string[]): string =>
  `INSERT INTO ${identifier(table)} (${columns.map(identifier).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;

/** Where each `?` stands, outside of quotes and comments. */
function marks(sql: string): number[] {
  const found: number[] = [];
  for (const { kind, from, to } of scan(sql)) {
    if (kind !== 'code') continue;
    for (let at = sql.indexOf('?', from); at >= 0 && at < to; at = sql.indexOf('?', at + 1)) found.push(at);
  }
  return found;
}

export function batchStatement(sql: string): BatchStatement {
  const at = marks(sql);
  const group = at.length === 0 ? undefined : valuesGroup(sql, at);
  const numbered = (from: number, to: number, first: number): string => {
    let text = '';
    let last = from;
    let number = first;
    for (const mark of at.filter((one) => one >= from && one < to)) {
      text += `${sql.slice(last, mark)}$${number}`;
      last = mark + 1;
      number += 1;
    }
    return text + sql.slice(last, to);
  };
  const single = numbered(0, sql.length, 1);
  const original = (position: number) => {
    let moved = position;
    for (const [index, mark] of at.entries()) {
      if (moved - 1 <= mark) break;
      moved = Math.max(mark + 1, moved - String(index + 1).length);
    }
    return Math.min(moved, sql.length);
  };
  return {
    parameters: at.length,
    mostRows: group ? Math.max(1, Math.floor(MOST_PARAMETERS / at.length)) : 1,
    text: (rows) => {
      if (rows === 1 || !group) return single;
      const groups = Array.from({ length: rows }, (_, row) => numbered(group.from, group.to, row * at.length + 1));
      return sql.slice(0, group.from) + groups.join(', ') + sql.slice(group.to);
    },
    original,
  };
}

/**
 * The only `(…)` behind VALUES, when all `?` stand in it and what follows it does not depend on how many rows come at once
 * (`ON CONFLICT DO UPDATE` refuses a row twice in one statement; `RETURNING` is of no use here).
 */
function valuesGroup(sql: string, at: readonly number[]): { from: number; to: number } | undefined {
  const code = [...scan(sql)]
    .map(({ kind, from, to }) => (kind === 'code' ? sql.slice(from, to) : '_'.repeat(to - from)))
    .join('');
  const head = /^\s*INSERT\s+INTO\b[^;]*?\bVALUES\s*(?=\()/i.exec(code);
  if (!head) return undefined;
  const from = head[0].length;
  let depth = 0;
  let to = from;
  do {
    if (code[to] === '(') depth += 1;
    if (code[to] === ')') depth -= 1;
    to += 1;
  } while (depth > 0 && to < code.length);
  const tail = code.slice(to).trim();
  const plainTail = tail === '' || /^ON\s+CONFLICT\b[^?]*\bDO\s+NOTHING$/i.test(tail);
  return plainTail && at.every((mark) => mark > from && mark < to) ? { from, to } : undefined;
}
