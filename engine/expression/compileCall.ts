/** Calls, filters and tests to closures; a filter whose arguments are written out is made ready once. */
import { bindArguments } from './arguments.ts';
import type { Expr, FilterCall } from './ast.ts';
import { MISSING } from './attributes.ts';
import { type Compile, type Evaluate, type Names, placed, stamped } from './closure.ts';
import { soft } from './compileName.ts';
import { Failure } from './failures.ts';
import { filterNamed } from './filters/index.ts';
import { functionNamed } from './functions/index.ts';
import { callMacro } from './macros.ts';
import { type Scope, sizeOfCost, step } from './scope.ts';
import { testNamed, testNames } from './tests/index.ts';

/** A macro is a small template of its own. */
const CALLING = sizeOfCost(4);

export function compileCall(
  { name, args: given, at }: Extract<Expr, { kind: 'call' }>,
  names: Names,
  compile: Compile,
): Evaluate {
  const known = functionNamed(name);
  const value = (expr: Expr) => compile(expr, names);
  if (known) {
    const args = bindArguments(given, known.args, value);
    const size = sizeOfCost(known.cost);
    return placed(at, (scope) => {
      step(scope, size);
      return known.call(args.known ?? args.of(scope), scope);
    });
  }
  return placed(at, (scope) => {
    step(scope, CALLING);
    const macro = scope.shared.template.macros.get(name);
    if (macro) return callMacro(macro, bindArguments(given, macro.parameters, value).of(scope), scope);
    throw new Failure(`Function or Macro [${name}] does not exist.`, `Fungsi \`${name}\` tidak ada. Periksa ejaannya.`);
  });
}

export function compileFiltered(
  { value, filter }: Extract<Expr, { kind: 'filtered' }>,
  names: Names,
  compile: Compile,
): Evaluate {
  const apply = compileFilter(filter, names, compile);
  if (!filterNamed(filter.name)?.catches) {
    const input = compile(value, names);
    return (scope) => apply(input(scope), scope);
  }
  const input = soft(value, names, compile);
  return (scope) => {
    const given = input(scope);
    return apply(given === MISSING ? null : given, scope);
  };
}

export function compileFilter(
  { name, args: given, at }: FilterCall,
  names: Names,
  compile: Compile,
): (value: unknown, scope: Scope) => unknown {
  const known = filterNamed(name);
  if (!known) {
    return () => {
      throw stamped(
        new Failure(`Filter [${name}] does not exist.`, `Filter \`${name}\` tidak ada. Periksa ejaannya.`),
        at,
      );
    };
  }
  const args = bindArguments(given, known.args, (value) => compile(value, names));
  const ready = args.known && known.ready?.(args.known);
  const size = sizeOfCost(known.cost);
  return (value, scope) => {
    try {
      step(scope, size);
      return ready ? ready(value, scope) : known.apply(value, args.known ?? args.of(scope), scope);
    } catch (error) {
      throw stamped(error, at);
    }
  };
}

export function compileTest(
  { value, name, negated, at }: Extract<Expr, { kind: 'test' }>,
  names: Names,
  compile: Compile,
): Evaluate {
  const known = testNamed(name);
  const subject = known?.catches ? soft(value, names, compile) : compile(value, names);
  return placed(at, (scope) => {
    if (!known) {
      throw new Failure(
        `Test [${name}] does not exist.`,
        `Pengujian \`is ${name}\` tidak ada. Yang ada: ${testNames().join(', ')}.`,
      );
    }
    const given = subject(scope);
    return known.test(given === MISSING ? null : given) !== negated;
  });
}
