/** JSON in, with doubles kept as doubles: 1.0 is not 1. */
import { Double } from './numbers.ts';

/** Throws `SyntaxError`. */
export function withDoubles(text: string): unknown {
  type Context = { source?: string };
  const reviver = (_: string, value: unknown, context?: Context): unknown =>
    typeof value === 'number' && /[.eE]/.test(context?.source ?? '') ? new Double(value) : value;
  return JSON.parse(text, reviver as (key: string, value: unknown) => unknown) as unknown;
}
