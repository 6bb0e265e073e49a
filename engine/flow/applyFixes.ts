/** Fixes put into the text, those that touch the same place one at a time. */
import type { Fix } from '../door.ts';

export interface Applied {
  text: string;
  applied: Fix[];
}

/** Of two that overlap the first counts. */
export function applyFixes(source: string, fixes: readonly Fix[]): Applied {
  const starts = lineStarts(source);
  const at = (line: number, column: number): number => (starts[line - 1] ?? source.length) + column - 1;
  const sorted = fixes
    .map((fix) => ({ fix, from: at(fix.line, fix.column), to: at(fix.endLine, fix.endColumn) }))
    .sort((a, b) => a.from - b.from || a.to - b.to);
  let text = '';
  let done = 0;
  const applied: Fix[] = [];
  for (const { fix, from, to } of sorted) {
    if (from < done) continue;
    text += source.slice(done, from) + fix.replacement;
    done = to;
    applied.push(fix);
  }
  return { text: text + source.slice(done), applied };
}

function lineStarts(source: string): number[] {
  const starts = [0];
  for (const { 0: end, index } of source.matchAll(/\r\n|[\n\r\u0085\u2028\u2029]/g)) starts.push(index + end.length);
  return starts;
}
