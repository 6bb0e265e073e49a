/** Operators to closures. */
import { calculate } from './arithmetic.ts';
import type { Expr } from './ast.ts';
import { type Compile, type Evaluate, type Names, placed, stamped } from './closure.ts';
import { either, soft } from './compileName.ts';
import { wrapped } from './failures.ts';
import { COULD_NOT, comparedWith, OPERATIONS } from './operators.ts';
import type { Scope } from './scope.ts';
import { logicTruth, notTruth } from './truth.ts';
import { isNothing } from './values.ts';

export function compileUnary(
  { operator, value, at }: Extract<Expr, { kind: 'unary' }>,
  names: Names,
  compile: Compile,
): Evaluate {
  const operand = compile(value, names);
  if (operator === 'not') return placed(at, (scope) => !notTruth(operand(scope), scope.shared.strict));
  const factor = operator === '-' ? -1n : 1n;
  return placed(at, (scope) => calculate('*', operand(scope), factor));
}

export function compileBinary(
  { operator, left, right, at }: Extract<Expr, { kind: 'binary' }>,
  names: Names,
  compile: Compile,
): Evaluate {
  const b = compile(right, names);
  if (operator === '??' || operator === '???') return either(operator, soft(left, names, compile), b);
  const a = compile(left, names);
  if (operator === 'or') return placed(at, (scope) => isTrue(a, scope) || isTrue(b, scope));
  if (operator === 'and') return placed(at, (scope) => isTrue(a, scope) && isTrue(b, scope));
  if (operator === 'contains') {
    return placed(at, (scope) => {
      const container = a(scope);
      return isNothing(container) ? false : OPERATIONS.contains(container, b(scope), scope);
    });
  }
  const operation = (right.kind === 'literal' && comparedWith(operator, right.value)) || OPERATIONS[operator];
  const what = COULD_NOT[operator];
  return (scope) => {
    try {
      return operation(a(scope), b(scope), scope);
    } catch (error) {
      throw what === undefined ? stamped(error, at) : wrapped(error, `Could not perform ${what}`, at);
    }
  };
}

const isTrue = (value: Evaluate, scope: Scope): boolean => logicTruth(value(scope), scope.shared.strict);
