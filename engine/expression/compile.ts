/** Expressions to closures: what can be known beforehand is worked out once, and rendering only runs what is left. */
import { bindArguments, type Evaluate } from './arguments.ts';
import { calculate } from './arithmetic.ts';
import type { Expr, FilterCall } from './ast.ts';
import { attribute, called, MISSING } from './attributes.ts';
import { Failure, Problem, Undefined, wrapped } from './failures.ts';
import { filterNamed } from './filters/index.ts';
import { functionNamed } from './functions/index.ts';
import { hashMap } from './hashMap.ts';
import { callMacro } from './macros.ts';
import { COULD_NOT, OPERATIONS, textOf } from './operators.ts';
import { made, type Scope, step } from './scope.ts';
import { testNamed, testNames } from './tests/index.ts';
import { choiceTruth, logicTruth, notTruth } from './truth.ts';
import { isNothing, javaString } from './values.ts';

export type { Evaluate } from './arguments.ts';

/** Names that the template itself sets; any other is a variable. */
export type Names = ReadonlySet<string>;

export function compile(expr: Expr, names: Names): Evaluate {
  switch (expr.kind) {
    case 'literal': {
      const { value } = expr;
      return () => value;
    }
    case 'joined': {
      const solid = expr.parts.filter((part) => part.kind !== 'literal' || part.value !== '');
      const parts = solid.map((part) => compile(part, names));
      const [only] = parts;
      if (only && parts.length === 1) return only;
      return (scope) => {
        let text = '';
        for (const part of parts) {
          const value = part(scope);
          if (value !== null && value !== undefined) text += textOf(value, scope);
        }
        return made(text, scope);
      };
    }
    case 'list': {
      const items = expr.items.map((item) => compile(item, names));
      if (expr.items.every(isLiteral)) return constant(expr.items.map(literal));
      return (scope) => items.map((item) => item(scope));
    }
    case 'map': {
      const entries = expr.entries.map(({ key, value }) => [compile(key, names), compile(value, names)] as const);
      if (expr.entries.every(({ key, value }) => isLiteral(key) && isLiteral(value)))
        return constant(hashMap(expr.entries.map(({ key, value }) => [literal(key), literal(value)] as const)));
      return (scope) => hashMap(entries.map(([key, value]) => [key(scope), value(scope)] as const));
    }
    case 'name':
    case 'attribute':
      return strict(expr, names);
    case 'call':
      return compileCall(expr, names);
    case 'filtered':
      return compileFiltered(expr, names);
    case 'test':
      return compileTest(expr, names);
    case 'unary':
      return compileUnary(expr, names);
    case 'binary':
      return compileBinary(expr, names);
    case 'ternary': {
      const [test, then, otherwise] = [expr.test, expr.then, expr.otherwise].map((part) => compile(part, names));
      if (!test || !then || !otherwise) return () => null;
      return (scope) => (choiceTruth(test(scope)) ? then(scope) : otherwise(scope));
    }
  }
}

/** Nothing in the language changes a list or map, so one that is written out can be shared. */
const constant =
  (value: unknown): Evaluate =>
  () =>
    value;

const isLiteral = (expr: Expr): expr is Extract<Expr, { kind: 'literal' }> => expr.kind === 'literal';

const literal = (expr: Expr): unknown => (isLiteral(expr) ? expr.value : null);

type Path = Extract<Expr, { kind: 'name' | 'attribute' }>;

/** A name or attribute that has to be there. */
function strict(expr: Path, names: Names): Evaluate {
  const value = soft(expr, names);
  return (scope) => {
    const found = value(scope);
    return found === MISSING ? missing(expr, scope, names) : found;
  };
}

/** Goes the way again to say which step is missing. */
function missing(expr: Path, scope: Scope, names: Names): unknown {
  if (!scope.shared.strict) return null;
  if (expr.kind === 'name') throw new Undefined(expr.name, expr.at);
  const of = compile(expr.of, names)(scope);
  const key = compile(expr.key, names)(scope);
  const root = expr.of.kind === 'name' && (of === null || of === undefined) ? expr.of.name : undefined;
  throw new Undefined(root ?? javaString(key), expr.at);
}

/** The same without an error: `MISSING` where a name or a step on the way is not there. */
export function soft(expr: Expr, names: Names): Evaluate {
  switch (expr.kind) {
    case 'name': {
      const { name } = expr;
      if (names.has(name)) {
        return (scope) => {
          const holder = scope.holder(name);
          return holder ? (holder.locals?.get(name) ?? null) : variable(scope, name);
        };
      }
      return (scope) => variable(scope, name);
    }
    case 'attribute': {
      const of = soft(expr.of, names);
      if (expr.args) return softCall(expr, of, names);
      if (expr.key.kind === 'literal') {
        const key = expr.key.value;
        return (scope) => {
          const container = of(scope);
          return container === MISSING ? MISSING : attribute(container, key, scope);
        };
      }
      const key = soft(expr.key, names);
      return placed(expr.at, (scope) => {
        const container = of(scope);
        if (container === MISSING) return MISSING;
        const at = key(scope);
        return at === MISSING ? MISSING : attribute(container, at, scope);
      });
    }
    default: {
      const value = compile(expr, names);
      return (scope) => {
        try {
          return value(scope);
        } catch (error) {
          if (error instanceof Undefined) return MISSING;
          throw error;
        }
      };
    }
  }
}

function softCall(expr: Extract<Expr, { kind: 'attribute' }>, of: Evaluate, names: Names): Evaluate {
  const args = (expr.args ?? []).map(({ value }) => compile(value, names));
  const name = expr.key.kind === 'literal' ? String(expr.key.value) : '';
  return placed(expr.at, (scope) => {
    const container = of(scope);
    if (container === MISSING) return MISSING;
    return called(
      container,
      name,
      args.map((arg) => arg(scope)),
      scope,
    );
  });
}

function variable({ variables }: Scope, name: string): unknown {
  return Object.hasOwn(variables, name) ? (variables[name] ?? null) : MISSING;
}

/** What goes wrong inside is said to be here, unless it knows better. */
function placed(at: number, evaluate: Evaluate): Evaluate {
  return (scope) => {
    try {
      return evaluate(scope);
    } catch (error) {
      if (error instanceof Problem) error.at ??= at;
      throw error;
    }
  };
}

function compileCall({ name, args: given, at }: Extract<Expr, { kind: 'call' }>, names: Names): Evaluate {
  const known = functionNamed(name);
  const value = (expr: Expr) => compile(expr, names);
  if (known) {
    const args = bindArguments(given, known.args, value);
    return placed(at, (scope) => {
      step(scope);
      return known.call(args(scope), scope);
    });
  }
  return placed(at, (scope) => {
    step(scope);
    const macro = scope.shared.template.macros.get(name);
    if (macro) return callMacro(macro, bindArguments(given, macro.parameters, value)(scope), scope);
    throw new Failure(`Function or Macro [${name}] does not exist.`, `Fungsi \`${name}\` tidak ada. Periksa ejaannya.`);
  });
}

function compileFiltered({ value, filter }: Extract<Expr, { kind: 'filtered' }>, names: Names): Evaluate {
  const apply = compileFilter(filter, names);
  const catches = filterNamed(filter.name)?.catches === true;
  const input = catches ? soft(value, names) : compile(value, names);
  return (scope) => {
    const given = input(scope);
    return apply(given === MISSING ? null : given, scope);
  };
}

export function compileFilter(
  { name, args: given, at }: FilterCall,
  names: Names,
): (value: unknown, scope: Scope) => unknown {
  const known = filterNamed(name);
  const args = bindArguments(given, known?.args ?? 'any', (value) => compile(value, names));
  return (value, scope) => {
    try {
      step(scope);
      if (!known)
        throw new Failure(`Filter [${name}] does not exist.`, `Filter \`${name}\` tidak ada. Periksa ejaannya.`);
      return known.apply(value, args(scope), scope);
    } catch (error) {
      if (error instanceof Problem) error.at ??= at;
      throw error;
    }
  };
}

function compileTest({ value, name, negated, at }: Extract<Expr, { kind: 'test' }>, names: Names): Evaluate {
  const known = testNamed(name);
  const subject = known?.catches ? soft(value, names) : compile(value, names);
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

function compileUnary({ operator, value, at }: Extract<Expr, { kind: 'unary' }>, names: Names): Evaluate {
  const operand = compile(value, names);
  if (operator === 'not') return placed(at, (scope) => !notTruth(operand(scope), scope.shared.strict));
  const factor = operator === '-' ? -1n : 1n;
  return placed(at, (scope) => calculate('*', operand(scope), factor));
}

function compileBinary({ operator, left, right, at }: Extract<Expr, { kind: 'binary' }>, names: Names): Evaluate {
  const b = compile(right, names);
  if (operator === '??' || operator === '???') {
    const a = soft(left, names);
    const orNull = operator === '??';
    return (scope) => {
      const first = a(scope);
      return first === MISSING || (orNull && (first === null || first === undefined)) ? b(scope) : first;
    };
  }
  const a = compile(left, names);
  if (operator === 'or') return placed(at, (scope) => isTrue(a, scope) || isTrue(b, scope));
  if (operator === 'and') return placed(at, (scope) => isTrue(a, scope) && isTrue(b, scope));
  if (operator === 'contains') {
    return placed(at, (scope) => {
      const container = a(scope);
      return isNothing(container) ? false : OPERATIONS.contains(container, b(scope), scope);
    });
  }
  const operation = OPERATIONS[operator];
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

function stamped(error: unknown, at: number): unknown {
  if (error instanceof Problem) error.at ??= at;
  return error;
}
