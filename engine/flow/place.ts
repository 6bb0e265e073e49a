/**
 * From a place in a property's text, as a tool saw it (rendered, without YAML's quotes and indentation), back to the line and column of
 * the flow. The nearest honest place: what stands in the output of a `{{ }}` points at that `{{`.
 */
import { isScalar, type Scalar, visit } from 'yaml';
import type { Range, TextPlace } from '../door.ts';
import { readSource, type Source } from './source.ts';

/** A property by its name, or what stands deeper in one: `['inputFiles', 'main.py']`, `['commands', 0]`. */
export type PropertyPath = string | readonly (string | number)[];

/** `owner`: where the task (or trigger) that has the property begins. `offset`: from 0, in UTF-16 units of the rendered text. */
export function placeInProperty(
  text: string,
  owner: Range,
  property: PropertyPath,
  rendered: string,
  offset: number,
): TextPlace | undefined {
  const { source } = readSource(text);
  const scalar = source && findScalar(source, owner, property);
  if (!source || !scalar?.range) return undefined;
  const written = String(scalar.value);
  const found = writtenOffset(written, rendered, offset);
  if (!found) return undefined;
  const at = source.range(sourceOffset(text, scalar, written, found.offset), text.length);
  return { line: at.line, column: at.column, ...(found.template !== undefined && { template: found.template }) };
}

function findScalar(source: Source, { line, column }: Range, property: PropertyPath): Scalar | undefined {
  let found: Scalar | undefined;
  visit(source.root, {
    Map(_, map) {
      if (!map.range) return undefined;
      const start = source.range(map.range[0], map.range[0]);
      if (start.line !== line || start.column !== column) return undefined;
      const value = map.getIn([property].flat(), true);
      if (isScalar(value) && typeof value.value === 'string') found = value;
      return visit.BREAK;
    },
  });
  return found;
}

const TEMPLATE = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}|\{#[\s\S]*?#\}/g;

/** The literal pieces of the template are looked for in the rendered text, one after the other; nothing where they are not all there. */
export function writtenOffset(
  written: string,
  rendered: string,
  offset: number,
): { offset: number; template?: string } | undefined {
  let writtenAt = 0;
  let renderedAt = 0;
  for (const { 0: template, index } of written.matchAll(TEMPLATE)) {
    const literal = written.slice(writtenAt, index);
    if (!rendered.startsWith(literal, renderedAt)) return undefined;
    if (offset < renderedAt + literal.length) return { offset: writtenAt + offset - renderedAt };
    renderedAt += literal.length;
    writtenAt = index + template.length;
    const end = endOfOutput(written, writtenAt, rendered, renderedAt);
    if (end === undefined) return undefined;
    if (offset < end) return { offset: index, template };
    renderedAt = end;
  }
  if (rendered.slice(renderedAt) !== written.slice(writtenAt)) return undefined;
  return { offset: writtenAt + offset - renderedAt };
}

/** Where the text behind a template goes on in the rendered text; the last piece stands at the very end. */
function endOfOutput(written: string, from: number, rendered: string, least: number): number | undefined {
  TEMPLATE.lastIndex = from;
  const next = TEMPLATE.exec(written)?.index;
  TEMPLATE.lastIndex = 0;
  const literal = written.slice(from, next);
  const at = next === undefined ? rendered.length - literal.length : rendered.indexOf(literal, least);
  return at < least || !rendered.startsWith(literal, at) ? undefined : at;
}

/** What is written as one character of the value: YAML's escapes count as one. */
const PIECE = {
  QUOTE_DOUBLE: /\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|\r?\n|[\s\S])|[\s\S]/g,
  QUOTE_SINGLE: /''|[\s\S]/g,
} as const;

/** Escapes that stand for white space, or for nothing at all. */
const BLANK = /^(?:\s|\\[tnrNLP_ \t\n]|\\\r\n)$/;

/**
 * Where each character that is no white space stands in the source. YAML folds and indents, but never adds, drops or moves one of them:
 * the n-th in the value is the n-th in the source.
 */
export function inkOf(text: string, { range, type }: Pick<Scalar, 'range' | 'type'>): number[] {
  const [from = 0, to = 0] = range ?? [];
  const isBlock = type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED';
  const isQuoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
  const start = isBlock ? text.indexOf('\n', from) + 1 : from + (isQuoted ? 1 : 0);
  const pieces = isQuoted ? PIECE[type] : /[\s\S]/g;
  const ink: number[] = [];
  for (const { 0: piece, index } of text.slice(start, isQuoted ? to - 1 : to).matchAll(pieces)) {
    if (BLANK.test(piece)) continue;
    ink.push(start + index);
    if (piece.startsWith('\\U')) ink.push(start + index);
  }
  return ink;
}

function sourceOffset(text: string, scalar: Scalar, written: string, offset: number): number {
  const ink = inkOf(text, scalar);
  return ink[written.slice(0, offset).replace(/\s/g, '').length] ?? ink.at(-1) ?? scalar.range?.[0] ?? 0;
}
