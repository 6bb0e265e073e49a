/** Nodes to closures that write what they print. */

import type { Evaluate } from './arguments.ts';
import type { Node } from './ast.ts';
import { compile, compileFilter, type Names } from './compile.ts';
import { wrapped } from './failures.ts';
import { loopOver } from './loop.ts';
import { TextOutput } from './output.ts';
import { type Output, Scope, step } from './scope.ts';
import { ifTruth } from './truth.ts';

export type Write = (scope: Scope, output: Output) => void;

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
      return (scope) => (scope.holder(name) ?? scope).set(name, value(scope));
    }
    case 'block': {
      const body = compileBody(node.body, names);
      return (scope, output) => {
        scope.shared.blocks.set(node.name, body);
        body(scope, output);
      };
    }
    case 'macro':
      return () => {};
    case 'filter': {
      const body = compileBody(node.body, names);
      const filters = node.filters.map((filter) => compileFilter(filter, names));
      return (scope, output) => {
        const inner = new TextOutput(scope.shared.limits.characters, scope.shared.options.autoEscaping);
        body(scope, inner);
        output.value(filters.reduce<unknown>((value, filter) => filter(value, scope), inner.result));
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
