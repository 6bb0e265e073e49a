/**
 * Runs a jq program: each node gives any number of results, one after the other, and no more are worked out than are asked for.
 * Where paths are asked for (`path(f)`, `f |= g`) each result comes with the way to it. All is counted.
 */
import { entriesOf, isMap, JavaMap } from '../values.ts';
import { operate } from './arithmetic.ts';
import type { Assignment, JqNode } from './ast.ts';
import { bound, type Env, variable } from './bind.ts';
import { Break, JqError, JqFault } from './errors.ts';
import { formatted } from './formats.ts';
import { isTrue, kindOf, named, short } from './order.ts';
import { index, type Path, type Step, slice, stepOf, update } from './paths.ts';

/** `path`: undefined where none is asked for; `nowhere` for what stands in no value. */
export interface Hit {
  value: unknown;
  path: Path | 'nowhere' | undefined;
}

export type Results = Generator<Hit, void, undefined>;
export type Native = (machine: Machine, args: readonly JqNode[], env: Env | undefined, at: Hit) => Results;

export interface Counter {
  tick(size?: number): void;
  made(size: number): void;
}

const lone = (value: unknown): Hit => ({ value, path: undefined });
const result = (at: Hit, value: unknown): Hit => ({ value, path: at.path === undefined ? undefined : 'nowhere' });

export class Machine {
  readonly counter: Counter;
  readonly now: () => number;
  private readonly natives: ReadonlyMap<string, Native>;

  constructor(counter: Counter, natives: ReadonlyMap<string, Native>, now: () => number) {
    this.now = now;
    this.counter = counter;
    this.natives = natives;
  }

  /** The values alone. */
  *values(node: JqNode, env: Env | undefined, value: unknown): Generator<unknown, void, undefined> {
    for (const hit of this.run(node, env, lone(value))) yield hit.value;
  }

  /** The ways to what the node finds. */
  *paths(node: JqNode, env: Env | undefined, value: unknown): Generator<Path, void, undefined> {
    for (const hit of this.run(node, env, { value, path: [] })) yield known(hit);
  }

  *run(node: JqNode, env: Env | undefined, at: Hit): Results {
    this.counter.tick();
    switch (node.kind) {
      case 'identity':
        yield at;
        return;
      case 'everything':
        yield* this.everything(at);
        return;
      case 'literal':
        yield result(at, node.value);
        return;
      case 'text':
        for (const text of this.joined(node.parts, node.format, env, at.value)) yield result(at, text);
        return;
      case 'format':
        yield result(at, formatted(node.name, at.value));
        return;
      case 'list': {
        const items: unknown[] = [];
        if (node.of)
          for (const item of this.values(node.of, env, at.value)) {
            items.push(item);
            this.counter.made(1);
          }
        yield result(at, items);
        return;
      }
      case 'map':
        for (const map of this.maps(node.entries, 0, new JavaMap(), env, at.value)) yield result(at, map);
        return;
      case 'index':
        for (const hit of this.run(node.of, env, at))
          for (const key of this.values(node.key, env, at.value))
            yield* this.step(node.optional === true, () => [this.stepped(hit, key)]);
        return;
      case 'slice':
        yield* this.sliced(node, env, at);
        return;
      case 'each':
        for (const hit of this.run(node.of, env, at)) yield* this.step(node.optional === true, () => this.each(hit));
        return;
      case 'negative':
        for (const value of this.values(node.of, env, at.value)) {
          if (kindOf(value) !== 'number') throw new JqError(`${named(at.value)} cannot be negated`);
          yield result(at, operate('-', 0, value, this.made));
        }
        return;
      case 'pipe':
        for (const hit of this.run(node.left, env, at)) yield* this.run(node.right, env, hit);
        return;
      case 'comma':
        yield* this.run(node.left, env, at);
        yield* this.run(node.right, env, at);
        return;
      case 'calculate':
        for (const b of this.values(node.right, env, at.value))
          for (const a of this.values(node.left, env, at.value))
            yield result(at, operate(node.operator, a, b, this.made));
        return;
      case 'logic':
        yield* this.logic(node, env, at);
        return;
      case 'alternative':
        yield* this.alternative(node, env, at);
        return;
      case 'assign':
        for (const value of this.assigned(node, env, at.value)) yield result(at, value);
        return;
      case 'if':
        for (const test of this.values(node.test, env, at.value))
          yield* this.run(isTrue(test) ? node.then : node.otherwise, env, at);
        return;
      case 'try':
        yield* this.tried(node, env, at);
        return;
      case 'reduce':
        yield* this.reduced(node, env, at);
        return;
      case 'foreach':
        yield* this.foreach(node, env, at);
        return;
      case 'define': {
        const { name, parameters, body } = node.definition;
        yield* this.run(node.rest, { name: `${name}/${parameters.length}`, up: env, parameters, body }, at);
        return;
      }
      case 'call':
        yield* this.call(node, env, at);
        return;
      case 'variable':
        yield result(at, variable(env, node.name));
        return;
      case 'as':
        for (const value of this.values(node.of, env, at.value))
          for (const inner of bound(node.pattern, value, env, this.valuesOf)) yield* this.run(node.body, inner, at);
        return;
      case 'label':
        yield* this.labelled(node.name, node.body, env, at);
        return;
      case 'break':
        throw new Break(variable(env, `*${node.name}`) as object);
    }
  }

  private readonly valuesOf = (node: JqNode, env: Env | undefined, value: unknown) => this.values(node, env, value);
  readonly made = (size: number): void => this.counter.made(size);

  /** One step further: what stands under a key. */
  stepped(hit: Hit, key: unknown): Hit {
    const value = index(hit.value, key);
    return { value, path: hit.path === undefined ? undefined : [...known(hit), stepOf(key)] };
  }

  *each(hit: Hit): Results {
    const { value } = hit;
    if (!Array.isArray(value) && kindOf(value) !== 'object') throw new JqError(`Cannot iterate over ${named(value)}`);
    const further = (item: unknown, step: Step): Hit => ({
      value: item,
      path: hit.path === undefined ? undefined : [...known(hit), step],
    });
    if (Array.isArray(value)) for (let at = 0; at < value.length; at++) yield further(value[at] ?? null, at);
    else if (isMap(value)) for (const [key, item] of entriesOf(value)) yield further(item, String(key));
  }

  /** What goes wrong at a step with a `?` is nothing; it goes wrong before it gives anything. */
  private *step(optional: boolean, results: () => Iterable<Hit>): Results {
    try {
      yield* results();
    } catch (error) {
      if (!optional || !(error instanceof JqError) || error instanceof JqFault) throw error;
    }
  }

  /** `..`: the value, and all in it; `recurse` and `paths` leave out what is null. */
  *everything(at: Hit, nulls = true): Results {
    this.counter.tick();
    yield at;
    if (kindOf(at.value) === 'array' || kindOf(at.value) === 'object')
      for (const hit of this.each(at)) if (nulls || hit.value !== null) yield* this.everything(hit, nulls);
  }

  private *sliced(node: Extract<JqNode, { kind: 'slice' }>, env: Env | undefined, at: Hit): Results {
    const ends = (of: JqNode | undefined) => (of ? this.values(of, env, at.value) : [null]);
    for (const hit of this.run(node.of, env, at))
      for (const to of ends(node.to))
        for (const from of ends(node.from))
          yield* this.step(node.optional === true, () => [
            {
              value: slice(hit.value, from, to),
              path: hit.path === undefined ? undefined : [...known(hit), { from, to }],
            },
          ]);
  }

  private *maps(
    entries: readonly { key: JqNode; value: JqNode }[],
    at: number,
    made: JavaMap,
    env: Env | undefined,
    value: unknown,
  ): Generator<JavaMap, void, undefined> {
    const entry = entries[at];
    if (!entry) {
      yield made;
      return;
    }
    for (const key of this.values(entry.key, env, value)) {
      if (typeof key !== 'string') throw new JqError(`Cannot use ${named(key)} as object key`);
      for (const item of this.values(entry.value, env, value)) {
        this.counter.made(made.size + 1);
        yield* this.maps(entries, at + 1, new JavaMap([...made, [key, item]]), env, value);
      }
    }
  }

  private *joined(
    parts: readonly (string | JqNode)[],
    format: string | undefined,
    env: Env | undefined,
    value: unknown,
  ): Generator<string, void, undefined> {
    const [first, ...rest] = parts;
    if (first === undefined) {
      yield '';
      return;
    }
    for (const after of this.joined(rest, format, env, value))
      for (const part of typeof first === 'string' ? [first] : this.values(first, env, value)) {
        const text = typeof first === 'string' ? first : formatted(format ?? '@text', part);
        this.counter.made(text.length + after.length);
        yield text + after;
      }
  }

  private *logic(node: Extract<JqNode, { kind: 'logic' }>, env: Env | undefined, at: Hit): Results {
    for (const left of this.values(node.left, env, at.value)) {
      if (isTrue(left) === (node.operator === 'or')) yield result(at, node.operator === 'or');
      else for (const right of this.values(node.right, env, at.value)) yield result(at, isTrue(right));
    }
  }

  private *alternative(node: Extract<JqNode, { kind: 'alternative' }>, env: Env | undefined, at: Hit): Results {
    let found = false;
    try {
      for (const hit of this.run(node.left, env, at)) {
        if (!isTrue(hit.value)) continue;
        found = true;
        yield hit;
      }
    } catch (error) {
      if (!(error instanceof JqError) || error instanceof JqFault) throw error;
    }
    if (!found) yield* this.run(node.right, env, at);
  }

  private *assigned(
    { operator, left, right }: Extract<JqNode, { kind: 'assign' }>,
    env: Env | undefined,
    value: unknown,
  ): Generator<unknown, void, undefined> {
    const all = (change: (before: unknown) => unknown): unknown => {
      let changed = value;
      for (const path of this.paths(left, env, value)) changed = update(changed, path, change);
      return changed;
    };
    if (operator === '|=') {
      yield all((before) => {
        for (const after of this.values(right, env, before)) return after;
        throw new JqError('No value');
      });
      return;
    }
    for (const given of this.values(right, env, value)) yield all((before) => this.changed(operator, before, given));
  }

  private changed(operator: Exclude<Assignment, '|='>, before: unknown, given: unknown): unknown {
    switch (operator) {
      case '=':
        return given;
      case '//=':
        return isTrue(before) ? before : given;
      case '+=':
        return operate('+', before, given, this.made);
      case '-=':
        return operate('-', before, given, this.made);
      case '*=':
        return operate('*', before, given, this.made);
      case '/=':
        return operate('/', before, given, this.made);
      case '%=':
        return operate('%', before, given, this.made);
    }
  }

  /** Only what goes wrong in the node itself is caught, not what goes wrong with its results. */
  private *tried({ of, handler }: Extract<JqNode, { kind: 'try' }>, env: Env | undefined, at: Hit): Results {
    const results = this.run(of, env, at);
    for (;;) {
      let next: IteratorResult<Hit, void>;
      try {
        next = results.next();
      } catch (error) {
        if (!(error instanceof JqError) || error instanceof JqFault) throw error;
        if (handler) yield* this.run(handler, env, result(at, error.value));
        return;
      }
      if (next.done) return;
      yield next.value;
    }
  }

  private *reduced(node: Extract<JqNode, { kind: 'reduce' }>, env: Env | undefined, at: Hit): Results {
    for (const start of this.values(node.start, env, at.value)) {
      let value = start;
      for (const item of this.values(node.of, env, at.value))
        for (const inner of bound(node.pattern, item, env, this.valuesOf)) {
          let last: unknown = null;
          for (const next of this.values(node.update, inner, value)) last = next;
          value = last;
        }
      yield result(at, value);
    }
  }

  private *foreach(node: Extract<JqNode, { kind: 'foreach' }>, env: Env | undefined, at: Hit): Results {
    for (const start of this.values(node.start, env, at.value)) {
      let value = start;
      for (const item of this.values(node.of, env, at.value))
        for (const inner of bound(node.pattern, item, env, this.valuesOf))
          for (const next of this.values(node.update, inner, value)) {
            value = next;
            for (const out of this.values(node.extract, inner, next)) yield result(at, out);
          }
    }
  }

  private *call({ name, args }: Extract<JqNode, { kind: 'call' }>, env: Env | undefined, at: Hit): Results {
    const key = `${name}/${args.length}`;
    for (let here = env; here; here = here.up) {
      if (here.name !== key) continue;
      if ('argument' in here) yield* this.run(here.argument, here.env, at);
      else if ('body' in here) {
        let inner: Env = here;
        for (const [place, parameter] of here.parameters.entries()) {
          const argument = args[place];
          if (argument) inner = { name: `${parameter}/0`, up: inner, argument, env };
        }
        yield* this.run(here.body, inner, at);
      }
      return;
    }
    const native = this.natives.get(key);
    if (!native) throw new JqError(`Function ${key} does not exist`);
    yield* native(this, args, env, at);
  }

  private *labelled(name: string, body: JqNode, env: Env | undefined, at: Hit): Results {
    const label = {};
    try {
      yield* this.run(body, { name: `$*${name}`, up: env, value: label }, at);
    } catch (error) {
      if (!(error instanceof Break) || error.label !== label) throw error;
    }
  }
}

function known({ path, value }: Hit): Path {
  if (path === 'nowhere' || path === undefined)
    throw new JqError(`Invalid path expression with result ${short(value)}`);
  return path;
}
