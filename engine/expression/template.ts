/** A template made ready, kept for the next time it is rendered. */
import { compile } from './compile.ts';
import { compileBody } from './compileNode.ts';
import { parse } from './parser.ts';
import type { Macro, Template, Write } from './scope.ts';

const MOST_KEPT = 2_000;
/** Larger ones are not worth keeping. */
const LONGEST_KEPT = 100_000;
const kept = { plain: new Map<string, Template>(), trimming: new Map<string, Template>() };

/** Throws `ExpressionError` for what can't be read. */
export function templateOf(source: string, newLineTrimming: boolean): Template {
  const templates = newLineTrimming ? kept.trimming : kept.plain;
  const known = templates.get(source);
  if (known) return known;
  const template = made(newLineTrimming ? source.replace(/(%\}|\}\}|#\})\r?\n/g, '$1') : source);
  if (source.length > LONGEST_KEPT) return template;
  if (templates.size >= MOST_KEPT) templates.delete(templates.keys().next().value ?? '');
  templates.set(source, template);
  return template;
}

function made(source: string): Template {
  const { nodes, macros, blocks, names } = parse(source);
  const ready = macros.map(({ name, parameters, body }): [string, Macro] => [
    name,
    {
      parameters: parameters.map((parameter) => parameter.name ?? ''),
      fallbacks: parameters.map(({ value }) => compile(value, names)),
      body: compileBody(body, names),
    },
  ]);
  return {
    write: compileBody(nodes, names),
    macros: new Map(ready),
    blocks: new Map(blocks.map(({ name, body }): [string, Write] => [name, compileBody(body, names)])),
  };
}
