/** The room's door: text to flow, inputs to values. */
import type { Diagnostic, Flow } from '../door.ts';
import { readFlow } from './flow.ts';
import { createReader } from './reader.ts';
import { checkExpressions } from './references.ts';
import { readSource } from './source.ts';

export { type Applied, applyFixes } from './applyFixes.ts';
export { type Completions, completions } from './complete.ts';
export { flowGraph, type Graph, type GraphNode } from './graph.ts';
export { type ResolveOptions, resolveInputs } from './inputs/resolve.ts';
export { convertOutput } from './inputs/types.ts';
export { placeInProperty } from './place.ts';
export { missingSubflows } from './subflows.ts';

/** A flow only where there is no error; diagnostics in the order of the text. */
export function parseFlow(source: string): { flow?: Flow; diagnostics: Diagnostic[] } {
  const { source: read, diagnostics } = readSource(source);
  if (!read) return { diagnostics };
  const reader = createReader(read);
  const flow = readFlow(reader);
  if (flow) checkExpressions(reader, flow);
  const sorted = [...diagnostics, ...reader.diagnostics].sort((a, b) => a.line - b.line || a.column - b.column);
  return flow && sorted.every(({ severity }) => severity !== 'error')
    ? { flow, diagnostics: sorted }
    : { diagnostics: sorted };
}
