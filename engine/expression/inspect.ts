/** What an editor wants to know of a template without rendering it: is it readable, which names, filters and functions does it use. */
import type { Argument, Expr, FilterCall, Node } from './ast.ts';
import { ExpressionError, type Place, placesIn } from './errors.ts';
import { explained } from './explain.ts';
import { allFilters, filterNamed } from './filters/index.ts';
import { allFunctions, functionNamed } from './functions/index.ts';
import { parse } from './parser.ts';
import { testNamed, testNames } from './tests/index.ts';

export interface Reference extends Place {
  /** `['outputs', 'a', 'value']`: as far as it is known without rendering. */
  path: string[];
  /** Under `??`, `default` or a test that catches: it may be missing. */
  guarded: boolean;
  /** In a branch or loop of the template, or behind `and`, `or`, `??`: not every rendering comes there. */
  sometimes: boolean;
}

export interface Unknown extends Place {
  kind: 'filter' | 'function' | 'test';
  name: string;
  /** All there are, for a suggestion. */
  known: string[];
}

export interface Inspection {
  problem?: { message: string; explanation: string } & Place;
  references: Reference[];
  unknown: Unknown[];
}

export function inspectTemplate(source: string): Inspection {
  const inspection: Inspection = { references: [], unknown: [] };
  if (!source.includes('{')) return inspection;
  try {
    const { nodes } = parse(source);
    new Walk(source, inspection, nodes).body(nodes, new Own([]));
  } catch (error) {
    const problem = explained(error, source);
    if (!(problem instanceof ExpressionError)) throw error;
    const { message, explanation, line, column } = problem;
    inspection.problem = { message, explanation, line, column };
  }
  return inspection;
}

/** One list for all, made when first asked for. */
const once = (make: () => string[]): (() => string[]) => {
  let made: string[] | undefined;
  return () => {
    made ??= make();
    return made;
  };
};
const FILTERS = once(() => allFilters().map(({ name }) => name));
const FUNCTIONS = once(() => allFunctions().map(({ name }) => name));

/** Names that the template itself has set, those around a loop included. */
class Own {
  private readonly names: Set<string>;
  private readonly outer: Own | undefined;

  constructor(names: readonly string[], outer?: Own) {
    this.names = new Set(names);
    this.outer = outer;
  }

  add(name: string): void {
    this.names.add(name);
  }

  has(name: string): boolean {
    return this.names.has(name) || this.outer?.has(name) === true;
  }
}

/** What stands on their right is only looked at where it is needed. */
const LAZY: readonly string[] = ['and', 'or', '??', '???'];

class Walk {
  private readonly placeOf: (offset: number) => Place;
  private readonly found: Inspection;
  private readonly macros: Set<string>;
  private branches = 0;

  constructor(source: string, found: Inspection, nodes: readonly Node[]) {
    this.placeOf = placesIn(source);
    this.found = found;
    this.macros = new Set(nodes.flatMap((node) => (node.kind === 'macro' ? [node.name] : [])));
  }

  body(nodes: readonly Node[], own: Own): void {
    for (const node of nodes) this.node(node, own);
  }

  private node(node: Node, own: Own): void {
    switch (node.kind) {
      case 'text':
        return;
      case 'print':
        this.expr(node.value, own, false);
        return;
      case 'if':
        for (const { test, body } of node.branches) {
          this.expr(test, own, true);
          this.sometimes(() => this.body(body, own));
        }
        this.sometimes(() => this.body(node.otherwise, own));
        return;
      case 'for':
        this.expr(node.of, own, false);
        this.sometimes(() => {
          this.body(node.body, new Own([node.name, 'loop'], own));
          this.body(node.otherwise, own);
        });
        return;
      case 'set':
        this.expr(node.value, own, false);
        own.add(node.name);
        return;
      case 'block':
        this.body(node.body, own);
        return;
      case 'macro':
        this.sometimes(() => this.body(node.body, new Own(node.parameters.map(({ name = '' }) => name))));
        return;
      case 'filter':
        for (const filter of node.filters) this.filter(filter, own, false);
        this.body(node.body, own);
    }
  }

  private sometimes(walk: () => void): void {
    this.branches++;
    walk();
    this.branches--;
  }

  private expr(expr: Expr, own: Own, guarded: boolean): void {
    const path = pathOf(expr);
    if (path) this.reference(path.path, path.at, own, guarded);
    switch (expr.kind) {
      case 'literal':
      case 'name':
        return;
      case 'joined':
        for (const part of expr.parts) this.expr(part, own, guarded);
        return;
      case 'list':
        for (const item of expr.items) this.expr(item, own, guarded);
        return;
      case 'map':
        for (const { value } of expr.entries) this.expr(value, own, guarded);
        return;
      case 'attribute':
        if (!path) this.expr(expr.of, own, guarded);
        this.keys(expr, own);
        return;
      case 'call':
        if (!this.macros.has(expr.name) && !functionNamed(expr.name)) {
          this.unknown('function', expr.name, expr.at, FUNCTIONS());
        }
        this.args(expr.args, own, guarded);
        return;
      case 'filtered':
        this.expr(expr.value, own, guarded || expr.filter.name === 'default');
        this.filter(expr.filter, own, guarded);
        return;
      case 'test': {
        const test = testNamed(expr.name);
        if (!test) this.unknown('test', expr.name, expr.at, testNames());
        this.expr(expr.value, own, guarded || test?.catches === true);
        this.args(expr.args, own, guarded);
        return;
      }
      case 'unary':
        this.expr(expr.value, own, guarded);
        return;
      case 'binary':
        this.expr(expr.left, own, guarded || expr.operator === '??' || expr.operator === '???');
        if (LAZY.includes(expr.operator)) this.sometimes(() => this.expr(expr.right, own, guarded));
        else this.expr(expr.right, own, guarded);
        return;
      case 'ternary':
        this.expr(expr.test, own, true);
        this.expr(expr.then, own, true);
        this.expr(expr.otherwise, own, true);
    }
  }

  /** Inside `a[b.c]` stands an expression of its own. */
  private keys(expr: Expr, own: Own): void {
    for (let at: Expr = expr; at.kind === 'attribute'; at = at.of)
      if (at.key.kind !== 'literal') this.expr(at.key, own, false);
  }

  private filter({ name, args, at }: FilterCall, own: Own, guarded: boolean): void {
    if (!filterNamed(name)) this.unknown('filter', name, at, FILTERS());
    this.args(args, own, guarded);
  }

  private args(args: readonly Argument[], own: Own, guarded: boolean): void {
    for (const { value } of args) this.expr(value, own, guarded);
  }

  private reference(path: string[], at: number, own: Own, guarded: boolean): void {
    if (own.has(path[0] ?? '')) return;
    this.found.references.push({ path, guarded, sometimes: this.branches > 0, ...this.placeOf(at) });
  }

  private unknown(kind: Unknown['kind'], name: string, at: number, known: string[]): void {
    this.found.unknown.push({ kind, name, known, ...this.placeOf(at) });
  }
}

/** The steps known beforehand: `a.b['c'][d]` is a, b, c. */
function pathOf(expr: Expr): { path: string[]; at: number } | undefined {
  if (expr.kind === 'name') return { path: [expr.name], at: expr.at };
  if (expr.kind !== 'attribute') return undefined;
  const before = pathOf(expr.of);
  if (!before) return undefined;
  const open = before.path.at(-1) === OPEN;
  if (open || expr.key.kind !== 'literal') return { ...before, path: open ? before.path : [...before.path, OPEN] };
  return { ...before, path: [...before.path, String(expr.key.value)] };
}

/** From here on the path is only known when rendered. */
const OPEN = '*';
