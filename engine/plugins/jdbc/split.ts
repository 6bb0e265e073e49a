/** Cuts a script into its statements at every `;` that is neither quoted nor commented. */
import { scan } from './scan.ts';

export interface Statement {
  /** Trimmed, without its `;`. */
  sql: string;
  /** Where it starts in the script: 1-based line. */
  line: number;
  /** And its offset, from 0. */
  from: number;
}

export function splitStatements(script: string): Statement[] {
  const statements: Statement[] = [];
  let from = 0;
  let hasCode = false;
  let depth = 0;
  let line = 1;
  let counted = 0;

  const add = (to: number) => {
    const text = script.slice(from, to);
    const start = from + text.length - text.trimStart().length;
    line += lineEnds(script, counted, start);
    counted = start;
    if (hasCode) statements.push({ sql: text.trim(), line, from: start });
    hasCode = false;
    depth = 0;
  };

  for (const piece of scan(script)) {
    if (piece.kind === 'quoted') hasCode = true;
    if (piece.kind !== 'code') continue;
    for (let at = piece.from; at < piece.to; at += 1) {
      const character = script[at];
      if (character === ';' && depth === 0) {
        add(at);
        from = at + 1;
      } else if (character !== undefined && character > ' ') {
        hasCode = true;
        depth = bodyDepth(script, from, at, depth);
      }
    }
  }
  add(script.length);
  return statements;
}

/** A function written in SQL's own way (`BEGIN ATOMIC … END`) has `;` inside. */
function bodyDepth(script: string, from: number, at: number, depth: number): number {
  const character = script[at];
  if (character !== 'A' && character !== 'a' && depth === 0) return 0;
  if (/[\p{L}\p{N}_$]/u.test(script[at - 1] ?? ' ')) return depth;
  const rest = script.slice(at, at + 7).toLowerCase();
  if (depth === 0) {
    const opens = /^atomic\b/.test(rest) && /\bbegin\s+$/i.test(script.slice(Math.max(from, at - 40), at));
    return opens ? 1 : 0;
  }
  if (/^case\b/.test(rest)) return depth + 1;
  return /^end\b/.test(rest) ? depth - 1 : depth;
}

function lineEnds(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
