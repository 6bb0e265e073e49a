/** Nodes to closures that write what they print. */

import type { Node } from './ast.ts';
import type { Evaluate, Names } from './closure.ts';
import { compile } from './compile.ts';
import { compileFilter } from './compileCall.ts';
import { Undefined, wrapped } from './failures.ts';
import { filterNamed } from './filters/index.ts';
import { loopOver } from './loop.ts';
import { InnerOutput } from './output.ts';
import { deeper, Scope, step, type Write } from './scope.ts';
import { ifTruth } from './truth.ts';

export function compileBody(nodes: readonly Node[], names: Names): Write {
  const parts = nodes.map((node) => compileNode(node, names));
  const [first, second, third] = parts;
  if (!first) return () => {};
  if (!second) return first;
  if (!third)
    return (scope, output) => {
      first(scope, output);
      second(scope, output);
    };
  return (scope, output) => {
    for (const part of parts) part(scope, output);
  };
}

function compileNode(node: Node, names: Names): Write {
  switch (node.kind) {
    case 'text': {
      const { text } = node;
      return (_, output) => output.text(text);
    }
    case 'print': {
      const value = compile(node.value, names);
      if (node.value.kind === 'literal') return (scope, output) => output.value(value(scope), true);
      return (scope, output) => output.value(value(scope));
    }
    case 'if':
      return compileIf(node, names);
    case 'for':
      return compileFor(node, names);
    case 'set': {
      const value = compile(node.value, names);
      const { name } = node;
      return (scope) => {
        const holder = scope.holder(name) ?? (Object.hasOwn(scope.variables, name) ? scope.root() : scope);
        holder.set(name, value(scope));
      };
    }
    case 'block': {
      const { name } = node;
      return (scope, output) => deeper(scope, () => scope.shared.template.blocks.get(name)?.(scope, output));
    }
    case 'macro':
      return () => {};
    case 'filter': {
      const body = compileBody(node.body, names);
      const filters = node.filters.map((filter) => compileFilter(filter, names, compile));
      const catches = filterNamed(node.filters[0]?.name ?? '')?.catches === true;
      return (scope, output) => {
        const inner = new InnerOutput(scope.shared);
        const found = written(() => body(scope, inner), catches);
        output.value(filters.reduce<unknown>((value, filter) => filter(value, scope), found ? inner.result : null));
      };
    }
  }
}

function compileIf(node: Extract<Node, { kind: 'if' }>, names: Names): Write {
  const branches = node.branches.map(({ test, body }) => ({
    test: compile(test, names),
    body: compileBody(body, names),
  }));
  const otherwise = compileBody(node.otherwise, names);
  return (scope, output) => {
    for (const { test, body } of branches) {
      if (!holds(test, scope)) continue;
      body(scope, output);
      return;
    }
    otherwise(scope, output);
  };
}

/** Whether all that was to be written is there; an unknown name in it is no error where the filter catches it. */
function written(write: () => void, catches: boolean): boolean {
  try {
    write();
    return true;
  } catch (error) {
    if (catches && error instanceof Undefined) return false;
    throw error;
  }
}

/** Pebble says of any error in the condition only that it is none; our explanation says why. */
function holds(test: Evaluate, scope: Scope): boolean {
  try {
    return ifTruth(test(scope), scope.shared.strict);
  } catch (error) {
    throw wrapped(error, 'Wrong operand(s) type in conditional expression', undefined);
  }
}

function compileFor({ name, of, body, otherwise }: Extract<Node, { kind: 'for' }>, names: Names): Write {
  const values = compile(of, names);
  const run = compileBody(body, names);
  const none = compileBody(otherwise, names);
  return (scope, output) => {
    const given = values(scope);
    if (given === null || given === undefined) return;
    const { items, loop } = loopOver(given);
    if (items.length === 0) {
      none(scope, output);
      return;
    }
    const turn = new Scope(scope.variables, scope.shared, scope);
    for (let index = 0; index < items.length; index++) {
      step(scope);
      turn.locals?.clear();
      turn.set('loop', loop(index));
      turn.set(name, items[index]);
      run(turn, output);
    }
  };
}
