/** Expressions to closures: what can be known beforehand is worked out once, and rendering only runs what is left. */
import type { Expr } from './ast.ts';
import type { Evaluate, Names } from './closure.ts';
import { compileCall, compileFiltered, compileTest } from './compileCall.ts';
import { strict } from './compileName.ts';
import { compileBinary, compileUnary } from './compileOperator.ts';
import { constantOf } from './constants.ts';
import { hashMap, hashOrder } from './hashMap.ts';
import { textOf } from './operators.ts';
import { made } from './scope.ts';
import { choiceTruth } from './truth.ts';
import { JavaMap } from './values.ts';

export function compile(expr: Expr, names: Names): Evaluate {
  const constant = constantOf(expr);
  if (constant) return () => constant.value;
  switch (expr.kind) {
    case 'literal':
      return () => expr.value;
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
      return (scope) => items.map((item) => item(scope));
    }
    case 'map':
      return compileMap(expr, names);
    case 'name':
    case 'attribute':
      return strict(expr, names, compile);
    case 'call':
      return compileCall(expr, names, compile);
    case 'filtered':
      return compileFiltered(expr, names, compile);
    case 'test':
      return compileTest(expr, names, compile);
    case 'unary':
      return compileUnary(expr, names, compile);
    case 'binary':
      return compileBinary(expr, names, compile);
    case 'ternary': {
      const [test, then, otherwise] = [expr.test, expr.then, expr.otherwise].map((part) => compile(part, names));
      if (!test || !then || !otherwise) return () => null;
      return (scope) => (choiceTruth(test(scope)) ? then(scope) : otherwise(scope));
    }
  }
}

/** Keys that are written out have their order beforehand. */
function compileMap({ entries }: Extract<Expr, { kind: 'map' }>, names: Names): Evaluate {
  const keys = entries.map(({ key }) => compile(key, names));
  const values = entries.map(({ value }) => compile(value, names));
  const known = entries.map(({ key }) => (key.kind === 'literal' ? key.value : undefined));
  if (known.includes(undefined) || new Set(known).size < known.length)
    return (scope) => hashMap(keys.map((key, index) => [key(scope), values[index]?.(scope)] as const));
  const ordered = hashOrder(known).map((at) => ({ key: known[at], value: values[at] }));
  return (scope) => {
    const map = new JavaMap(undefined, 'java.util.HashMap');
    for (const { key, value } of ordered) map.set(key, value?.(scope));
    return map;
  };
}
