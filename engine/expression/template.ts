/** A template made ready, kept for the next time it is rendered. */
import type { Node } from './ast.ts';
import { compile, compileBody, type Evaluate, type Render } from './compile.ts';
import { parse } from './parser.ts';
import type { Macro } from './scope.ts';

export interface Template {
  render: Render;
  /** The value of a lone `{{ }}`, which keeps its type. */
  lone: Evaluate | undefined;
  macros: Map<string, Macro>;
}

const MOST_KEPT = 2_000;
const kept = new Map<string, Template>();

/** Throws `ExpressionError` for what can't be read. */
export function templateOf(source: string, newLineTrimming: boolean): Template {
  const key = `${newLineTrimming ? 1 : 0}${source}`;
  const known = kept.get(key);
  if (known) return known;
  const nodes = parse(newLineTrimming ? source.replace(/(%\}|\}\}|#\})\r?\n/g, '$1') : source);
  const template = { render: compileBody(nodes), lone: loneOf(nodes), macros: macrosOf(nodes) };
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value ?? '');
  kept.set(key, template);
  return template;
}

function loneOf(nodes: readonly Node[]): Evaluate | undefined {
  const solid = nodes.filter((node) => node.kind !== 'text' || node.text.trim() !== '');
  const [only] = solid;
  return solid.length === 1 && only?.kind === 'print' ? compile(only.value) : undefined;
}

function macrosOf(nodes: readonly Node[]): Map<string, Macro> {
  const macros = new Map<string, Macro>();
  for (const node of nodes) {
    if (node.kind !== 'macro') continue;
    const parameters = node.parameters.map(({ name = '', value }) => ({ name, fallback: compile(value) }));
    macros.set(node.name, { parameters, body: compileBody(node.body) });
  }
  return macros;
}
