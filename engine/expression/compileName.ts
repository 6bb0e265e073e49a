/** Names and the steps behind them to closures: strict, or soft where something may be missing. */
import type { Expr } from './ast.ts';
import { attribute, called, isInherited, MISSING, plainValue } from './attributes.ts';
import { type Compile, type Evaluate, type Names, placed } from './closure.ts';
import { Undefined } from './failures.ts';
import { type Scope, sizeOfCost, step as spendSteps } from './scope.ts';
import { choiceTruth } from './truth.ts';
import { isNothing, javaString } from './values.ts';

export type Path = Extract<Expr, { kind: 'name' | 'attribute' }>;

/** A name or attribute that has to be there. */
export function strict(expr: Path, names: Names, compile: Compile): Evaluate {
  const value = soft(expr, names, compile);
  return (scope) => {
    const found = value(scope);
    return found === MISSING ? missing(expr, scope, names, compile) : found;
  };
}

/** Goes the way again to say which step is missing. */
function missing(expr: Path, scope: Scope, names: Names, compile: Compile): unknown {
  if (!scope.shared.strict) return null;
  if (expr.kind === 'name') throw new Undefined(expr.name, expr.at);
  const of = compile(expr.of, names)(scope);
  const key = compile(expr.key, names)(scope);
  const root = expr.of.kind === 'name' && (of === null || of === undefined) ? expr.of.name : undefined;
  throw new Undefined(root ?? javaString(key), expr.at);
}

/** The same without an error: `MISSING` where a name or a step on the way is not there. */
export function soft(expr: Expr, names: Names, compile: Compile): Evaluate {
  switch (expr.kind) {
    case 'name':
      return named(expr.name, names);
    case 'attribute': {
      const of = soft(expr.of, names, compile);
      if (expr.args) return softCall(expr, of, names, compile);
      if (expr.key.kind === 'literal') return step(of, expr.key.value);
      const key = soft(expr.key, names, compile);
      return placed(expr.at, (scope) => {
        const container = of(scope);
        if (container === MISSING) return MISSING;
        const at = key(scope);
        return at === MISSING ? MISSING : attribute(container, at, scope);
      });
    }
    case 'ternary': {
      const test = soft(expr.test, names, compile);
      const [then, otherwise] = [soft(expr.then, names, compile), soft(expr.otherwise, names, compile)];
      return (scope) => {
        const given = test(scope);
        if (given === MISSING) return MISSING;
        return choiceTruth(given) ? then(scope) : otherwise(scope);
      };
    }
    case 'binary':
      return expr.operator === '??' || expr.operator === '???'
        ? either(expr.operator, soft(expr.left, names, compile), soft(expr.right, names, compile))
        : caught(compile(expr, names));
    default:
      return caught(compile(expr, names));
  }
}

/** `a ?? b`, `a ??? b`: the second where the first is missing, and for `??` where it is null. */
export function either(operator: '??' | '???', first: Evaluate, second: Evaluate): Evaluate {
  const orNull = operator === '??';
  return (scope) => {
    const value = first(scope);
    return value === MISSING || (orNull && isNothing(value)) ? second(scope) : value;
  };
}

/** What was thrown and caught took so long as this. */
const CATCHING = sizeOfCost(8);

const caught =
  (value: Evaluate): Evaluate =>
  (scope) => {
    try {
      return value(scope);
    } catch (error) {
      if (!(error instanceof Undefined)) throw error;
      spendSteps(scope, CATCHING);
      return MISSING;
    }
  };

function named(name: string, names: Names): Evaluate {
  const inherited = isInherited(name);
  const variable: Evaluate = ({ variables }) => {
    const value = inherited ? undefined : variables[name];
    if (value !== undefined) return value;
    return Object.hasOwn(variables, name) ? (variables[name] ?? null) : MISSING;
  };
  if (!names.has(name)) return variable;
  return (scope) => {
    const holder = scope.holder(name);
    return holder ? (holder.locals?.get(name) ?? null) : variable(scope);
  };
}

/** A step whose key is written out: mostly a name in a plain object. */
function step(of: Evaluate, key: unknown): Evaluate {
  if (typeof key !== 'string' || isInherited(key)) {
    return (scope) => {
      const container = of(scope);
      return container === MISSING ? MISSING : attribute(container, key, scope);
    };
  }
  return (scope) => {
    const container = of(scope);
    if (container === MISSING) return MISSING;
    return plainValue(container, key) ?? attribute(container, key, scope);
  };
}

function softCall(expr: Extract<Expr, { kind: 'attribute' }>, of: Evaluate, names: Names, compile: Compile): Evaluate {
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
