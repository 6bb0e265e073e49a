/** Nodes to closures: what can be known beforehand is worked out once, and rendering only runs what is left. */
import type { Argument, Expr, FilterCall, Node } from './ast.ts';
import { attribute } from './attributes.ts';
import { filterNamed } from './filters/index.ts';
import { functionNamed } from './functions/index.ts';
import { loopOver } from './loop.ts';
import { asNumber, Double, isLong, isNumeric, long } from './numbers.ts';
import { OPERATIONS } from './operators.ts';
import { bounded, Failure, inner, type Scope, step, Undefined } from './scope.ts';
import { testNamed } from './tests/index.ts';
import { stringify } from './values.ts';

export type Evaluate = (scope: Scope) => unknown;
export type Render = (scope: Scope) => string;

export function compileBody(nodes: readonly Node[]): Render {
  const parts = nodes.map(compileNode);
  if (parts.length === 1 && parts[0]) return parts[0];
  return (scope) => {
    let text = '';
    for (const part of parts) text += part(scope);
    return bounded(text, scope);
  };
}

function compileNode(node: Node): Render {
  switch (node.kind) {
    case 'text':
      return () => node.text;
    case 'print': {
      const value = compile(node.value);
      if (node.value.kind === 'literal') return (scope) => stringify(value(scope));
      return (scope) => printed(value(scope), scope);
    }
    case 'if': {
      const branches = node.branches.map(({ test, body }) => ({ test: compile(test), body: compileBody(body) }));
      const otherwise = compileBody(node.otherwise);
      return (scope) => (branches.find(({ test }) => truth(lenient(test, scope)))?.body ?? otherwise)(scope);
    }
    case 'for':
      return compileFor(node);
    case 'set': {
      const value = compile(node.value);
      return (scope) => {
        assign(scope, node.name, value(scope));
        return '';
      };
    }
    case 'block': {
      const body = compileBody(node.body);
      return (scope) => {
        scope.shared.blocks.set(node.name, body);
        return body(scope);
      };
    }
    case 'macro':
      return () => '';
    case 'filter': {
      const body = compileBody(node.body);
      const filters = node.filters.map(compileFilter);
      return (scope) => stringify(filters.reduce<unknown>((value, filter) => filter(value, scope), body(scope)));
    }
  }
}

function compileFor({ name, of, body, otherwise }: Extract<Node, { kind: 'for' }>): Render {
  const values = compile(of);
  const run = compileBody(body);
  const none = compileBody(otherwise);
  return (scope) => {
    const { items, loop } = loopOver(values(scope));
    if (items.length === 0) return none(scope);
    let text = '';
    const turn = inner(scope);
    for (const [index, item] of items.entries()) {
      step(scope);
      turn.locals.set('loop', loop(index));
      turn.locals.set(name, item);
      text += run(turn);
      bounded(text, scope);
    }
    return text;
  };
}

/** `set` changes the name where it was set; a new one lives where it is. */
function assign(scope: Scope, name: string, value: unknown): void {
  for (let at: Scope | undefined = scope; at; at = at.outer) {
    if (!at.locals.has(name)) continue;
    at.locals.set(name, value);
    return;
  }
  scope.locals.set(name, value);
}

export function compile(expr: Expr): Evaluate {
  switch (expr.kind) {
    case 'literal':
      return () => expr.value;
    case 'joined': {
      const parts = expr.parts.map(compile);
      return (scope) => parts.map((part) => stringify(part(scope))).join('');
    }
    case 'list': {
      const items = expr.items.map(compile);
      return (scope) => items.map((item) => item(scope));
    }
    case 'map': {
      const entries = expr.entries.map(({ key, value }) => [compile(key), compile(value)] as const);
      return (scope) => Object.fromEntries(entries.map(([key, value]) => [stringify(key(scope)), value(scope)]));
    }
    case 'name':
      return (scope) => lookUp(scope, expr.name);
    case 'attribute': {
      const of = compile(expr.of);
      const key = compile(expr.key);
      return (scope) => {
        const container = of(scope);
        return attribute(container, key(scope), scope.shared.strict);
      };
    }
    case 'call':
      return compileCall(expr.name, expr.args);
    case 'filtered':
      return compileFiltered(expr.value, expr.filter);
    case 'test':
      return compileTest(expr);
    case 'unary':
      return compileUnary(expr);
    case 'binary':
      return compileBinary(expr);
    case 'ternary': {
      const [test, then, otherwise] = [compile(expr.test), compile(expr.then), compile(expr.otherwise)];
      return (scope) => (truth(test(scope)) ? then(scope) : otherwise(scope));
    }
  }
}

function lookUp(scope: Scope, name: string): unknown {
  for (let at: Scope | undefined = scope; at; at = at.outer) if (at.locals.has(name)) return at.locals.get(name);
  if (Object.hasOwn(scope.variables, name)) return scope.variables[name] ?? null;
  if (scope.shared.strict) throw new Undefined(name);
  return null;
}

function compileCall(name: string, given: Argument[]): Evaluate {
  const known = functionNamed(name);
  const args = compileArguments(given);
  return (scope) => {
    step(scope);
    const macro = scope.shared.macros.get(name);
    if (macro) {
      const { positional, named } = args(scope);
      const turn: Scope = { ...inner(scope), outer: undefined };
      for (const [index, { name: parameter, fallback }] of macro.parameters.entries()) {
        turn.locals.set(parameter, named[parameter] ?? positional[index] ?? fallback(scope));
      }
      return macro.body(turn);
    }
    if (!known) {
      throw new Failure(
        `Function or Macro [${name}] does not exist`,
        `Fungsi \`${name}\` tidak ada. Periksa ejaannya.`,
      );
    }
    return known.call(bind(known.args, args(scope), known.name), scope);
  };
}

function compileFiltered(value: Expr, filter: FilterCall): Evaluate {
  const input = compile(value);
  const apply = compileFilter(filter);
  if (filter.name !== 'default') return (scope) => apply(input(scope), scope);
  return (scope) => apply(lenient(input, scope), scope);
}

function compileFilter({ name, args: given }: FilterCall): (value: unknown, scope: Scope) => unknown {
  const known = filterNamed(name);
  const args = compileArguments(given);
  return (value, scope) => {
    step(scope);
    if (!known)
      throw new Failure(`Filter [${name}] does not exist.`, `Filter \`${name}\` tidak ada. Periksa ejaannya.`);
    return known.apply(value, bind(known.args, args(scope), known.name), scope);
  };
}

function compileTest({ value, name, args: given, negated }: Extract<Expr, { kind: 'test' }>): Evaluate {
  const subject = compile(value);
  const known = testNamed(name);
  const args = compileArguments(given);
  return (scope) => {
    if (!known)
      throw new Failure(
        `Test [${name}] does not exist`,
        `Pengujian \`is ${name}\` tidak ada. Yang ada: defined, empty, even, odd, iterable, map, null, json.`,
      );
    const passed = known.catches
      ? known.test(caught(subject, scope), args(scope).positional)
      : known.test({ value: subject(scope) }, args(scope).positional);
    return passed !== negated;
  };
}

function compileUnary({ operator, value }: Extract<Expr, { kind: 'unary' }>): Evaluate {
  const operand = compile(value);
  if (operator === 'not') return (scope) => !truth(operand(scope));
  return (scope) => {
    const number = operand(scope) ?? 0;
    if (!isNumeric(number))
      throw new Failure(`Operator ${operator} needs a number`, `Tanda ${operator} hanya untuk angka.`);
    if (operator === '+') return number;
    return isLong(number) ? long(-BigInt(number)) : new Double(-asNumber(number));
  };
}

function compileBinary({ operator, left, right }: Extract<Expr, { kind: 'binary' }>): Evaluate {
  const [a, b] = [compile(left), compile(right)];
  switch (operator) {
    case 'or':
      return (scope) => truth(a(scope)) || truth(b(scope));
    case 'and':
      return (scope) => truth(a(scope)) && truth(b(scope));
    case '??':
      return (scope) => lenient(a, scope) ?? b(scope);
    case '???':
      return (scope) => {
        const first = caught(a, scope);
        return 'value' in first ? first.value : b(scope);
      };
    default: {
      const operation = OPERATIONS[operator];
      return (scope) => operation(a(scope), b(scope));
    }
  }
}

/** The value, or nothing where a name in it is unknown. */
export function caught(evaluate: Evaluate, scope: Scope): { value: unknown } | Record<never, never> {
  try {
    return { value: evaluate(scope) };
  } catch (error) {
    if (error instanceof Undefined) return {};
    throw error;
  }
}

function lenient(evaluate: Evaluate, scope: Scope): unknown {
  const result = caught(evaluate, scope);
  return 'value' in result ? result.value : null;
}

/** Pebble takes numbers other than 0, and texts that are not empty, as true. */
export function truth(value: unknown): boolean {
  if (value === null || value === undefined || value === false) return false;
  if (value === true) return true;
  if (isNumeric(value)) return asNumber(value) !== 0;
  if (typeof value === 'string') return value !== '' && value.toLowerCase() !== 'false';
  if (Array.isArray(value)) return value.length > 0;
  return typeof value === 'object' ? Object.keys(value).length > 0 : true;
}

interface Given {
  positional: unknown[];
  named: Record<string, unknown>;
}

function compileArguments(args: readonly Argument[]): (scope: Scope) => Given {
  if (args.length === 0) return () => ({ positional: [], named: {} });
  const compiled = args.map(({ name, value }) => ({ name, value: compile(value) }));
  return (scope) => {
    const given: Given = { positional: [], named: {} };
    for (const { name, value } of compiled) {
      if (name === undefined) given.positional.push(value(scope));
      else given.named[name] = value(scope);
    }
    return given;
  };
}

/** Arguments by their names; one too many, or unknown, is an error. */
function bind(names: readonly string[], { positional, named }: Given, of: string): Record<string, unknown> {
  const bound: Record<string, unknown> = {};
  for (const [index, value] of positional.entries()) {
    const name = names[index];
    if (name === undefined)
      throw new Failure(
        `"${of}" takes at most ${names.length} arguments`,
        `\`${of}\` hanya menerima ${names.length} argumen.`,
      );
    bound[name] = value;
  }
  for (const [name, value] of Object.entries(named)) {
    if (!names.includes(name) && names.length > 0 && !names.includes('*')) {
      throw new Failure(
        `"${of}" has no argument "${name}"`,
        `\`${of}\` tidak punya argumen \`${name}\`. Yang ada: ${names.join(', ')}.`,
      );
    }
    bound[name] = value;
  }
  return bound;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function printed(value: unknown, { shared }: Scope): string {
  const text = stringify(value);
  return shared.options.autoEscaping ? text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character) : text;
}
