/** What an expression is made into: a closure that gives its value; what goes wrong inside is said to be where it stands. */
import type { Expr } from './ast.ts';
import { Problem } from './failures.ts';
import type { Scope } from './scope.ts';

export type Evaluate = (scope: Scope) => unknown;

/** Names that the template itself sets; any other is a variable. */
export type Names = ReadonlySet<string>;

export type Compile = (expr: Expr, names: Names) => Evaluate;

/** What goes wrong inside is said to be here, unless it knows better. */
export function placed(at: number, evaluate: Evaluate): Evaluate {
  return (scope) => {
    try {
      return evaluate(scope);
    } catch (error) {
      throw stamped(error, at);
    }
  };
}

export function stamped(error: unknown, at: number): unknown {
  if (error instanceof Problem) error.at ??= at;
  return error;
}
