/** What is written out in a template: its value is the same each time, and nothing in the language changes it, so it can be shared. */
import { calculate } from './arithmetic.ts';
import type { Expr } from './ast.ts';
import { hashMap } from './hashMap.ts';
import { isNumeric } from './numbers.ts';

/** Undefined for what has to be worked out when rendered. */
export function constantOf(expr: Expr): { value: unknown } | undefined {
  switch (expr.kind) {
    case 'literal':
      return { value: expr.value };
    case 'list': {
      const items = constantsOf(expr.items);
      return items && { value: items };
    }
    case 'map': {
      const keys = constantsOf(expr.entries.map(({ key }) => key));
      const values = constantsOf(expr.entries.map(({ value }) => value));
      return keys && values && { value: hashMap(keys.map((key, index) => [key, values[index]] as const)) };
    }
    case 'unary': {
      const of = constantOf(expr.value);
      if (expr.operator === 'not' || !isNumeric(of?.value)) return undefined;
      return { value: calculate('*', of.value, expr.operator === '-' ? -1n : 1n) };
    }
    default:
      return undefined;
  }
}

function constantsOf(exprs: readonly Expr[]): unknown[] | undefined {
  const values: unknown[] = [];
  for (const expr of exprs) {
    const constant = constantOf(expr);
    if (!constant) return undefined;
    values.push(constant.value);
  }
  return values;
}
