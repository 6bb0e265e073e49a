/** jq 1.6 as Kestra has it (by jackson-jq): a program on a value gives a list. Everything it does is counted, so that none hangs. */
import type { JqNode } from './ast.ts';
import { Break, JqError } from './errors.ts';
import { flowNatives } from './flow.ts';
import { listNatives } from './lists.ts';
import { type Counter, Machine } from './machine.ts';
import { plain } from './native.ts';
import { parseJq } from './parser.ts';
import { regexNatives } from './regex.ts';
import { textNatives } from './texts.ts';

export { JqError } from './errors.ts';

const MOST_KEPT = 500;
const kept = new Map<string, JqNode>();

function programOf(source: string): JqNode {
  const known = kept.get(source);
  if (known) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const program = parseJq(source);
  kept.set(source, program);
  return program;
}

/** Throws `JqError`, and whatever the counter throws. */
export function runJq(source: string, value: unknown, counter: Counter, now: () => number): unknown[] {
  const machine = new Machine(counter, NATIVES, now);
  try {
    const results: unknown[] = [];
    for (const result of machine.values(programOf(source), undefined, value)) {
      results.push(result);
      counter.made(1);
    }
    return results;
  } catch (error) {
    throw error instanceof Break ? new JqError('break') : error;
  }
}

const names = [...flowNatives, ...listNatives, ...textNatives, ...regexNatives];
const NATIVES = new Map([
  ...names,
  plain('now', 0, (_, __, machine) => machine.now() / 1_000),
  plain('builtins', 0, () => names.map(([name]) => name)),
]);
