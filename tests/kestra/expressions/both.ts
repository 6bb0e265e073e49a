/** One expression on both sides: what came out, or that it was refused. */
import { ExpressionError, render, renderTyped } from '#engine/expression/index.ts';
import { isRefused, type Reference } from '../reference.ts';
import { VARIABLES } from './variables.ts';

export type Outcome = { value: unknown } | { refused: string };

/** Kestra's JSON leaves an entry out whose value is null. */
function sayable(item: unknown): unknown {
  if (typeof item === 'bigint') return Number(item);
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return item;
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== null));
}

/** A value as JSON has it: what a reference's answer can say. */
const plain = (value: unknown): unknown =>
  value === undefined ? null : (JSON.parse(JSON.stringify(value, (_, item: unknown) => sayable(item))) as unknown);

export function oursOf(expression: string, typed: boolean): Outcome {
  try {
    return { value: plain((typed ? renderTyped : render)(expression, VARIABLES)) };
  } catch (error) {
    if (error instanceof ExpressionError) return { refused: error.message };
    throw error;
  }
}

export async function theirsOf(kestra: Reference, expression: string, typed: boolean): Promise<Outcome> {
  const answer = await kestra.render(expression, VARIABLES, typed);
  return isRefused(answer) ? { refused: answer.message ?? '' } : { value: answer.value ?? null };
}

/** The same value, or both refused; a Java array in a text prints as its address, which says nothing. */
export function agrees(ours: Outcome, theirs: Outcome): boolean {
  if ('refused' in ours || 'refused' in theirs) return 'refused' in ours && 'refused' in theirs;
  if (/ljava\.?lang/i.test(JSON.stringify(theirs.value))) return true;
  return JSON.stringify(ours.value) === JSON.stringify(theirs.value);
}
