/**
 * A flow's text that can be changed without touching anything else: comments, order, blank lines, quotes and indentation stay to the
 * byte, since nothing is ever printed anew but what a change brings. `print(parseText(text))` is `text`.
 *
 * A change is worked out on the text, read again, and compared with the same change made on the data; where the two differ (lists
 * in lists on one line, `? key`, blank lines that a `|+` counts) it is refused, so that no flow is ever damaged.
 */
import { isMap, isScalar, isSeq, type Node, type Scalar } from 'yaml';
import { isMap as isRaw } from '../raw.ts';
import { type Path, readSource, type Source } from '../source.ts';
import { applied } from './applied.ts';
import { lineEnd, lineStart, type Span, type Spans, spansOf } from './spans.ts';
import { afterKey, key as keyText, type Where, written } from './write.ts';

export interface FlowText {
  readonly text: string;
  readonly source: Source;
}

/** Paths are of the data: `['tasks', 0, 'message']`. */
export type Change =
  /** A property's value; where there is none, it comes last, or behind the property named by `after`. */
  | { do: 'set'; path: Path; value: unknown; after?: string }
  /** A property, or an entry of a list, with the comment above it. */
  | { do: 'remove'; path: Path }
  /** An entry into the list at the path. */
  | { do: 'insert'; path: Path; at: number; value: unknown }
  /** An entry of a list to another place in it. */
  | { do: 'move'; path: Path; to: number }
  /** A property gets another name. */
  | { do: 'rename'; path: Path; key: string };

/** Offsets of what is replaced. */
export interface Replacement {
  from: number;
  to: number;
  text: string;
}

/** Nothing where it is no YAML with something in it. */
export function parseText(text: string): FlowText | undefined {
  const { source } = readSource(text, { tokens: true });
  return source && { text, source };
}

export const print = ({ text }: FlowText): string => text;

/** Nothing where it can't be done, or can't be done safely. */
export function change(flow: FlowText, wanted: Change): FlowText | undefined {
  const replacement = replacementFor(flow, wanted);
  if (!replacement) return undefined;
  const { from, to, text } = replacement;
  return parseText(flow.text.slice(0, from) + text + flow.text.slice(to));
}

/** The one stretch of text that the change replaces. */
export function replacementFor(flow: FlowText, wanted: Change): Replacement | undefined {
  const found = attempt(flow, wanted);
  const expected = applied(flow.source.value, wanted);
  if (!found || expected === undefined) return undefined;
  const isWindows = /\r\n/.test(flow.text);
  const text = isWindows ? found.text.replace(/\r?\n/g, '\r\n') : found.text;
  const after = readSource(flow.text.slice(0, found.from) + text + flow.text.slice(found.to)).source;
  return JSON.stringify(after?.value) === JSON.stringify(expected) ? { ...found, text } : undefined;
}

function attempt(flow: FlowText, wanted: Change): Replacement | undefined {
  switch (wanted.do) {
    case 'set':
      return set(flow, wanted.path, wanted.value, wanted.after);
    case 'insert':
      return insert(flow, wanted.path, wanted.at, wanted.value);
    case 'remove':
      return remove(flow, wanted.path);
    case 'move':
      return move(flow, wanted.path, wanted.to);
    case 'rename':
      return rename(flow, wanted.path, wanted.key);
  }
}

function nodeAt({ source }: FlowText, path: Path): Node | undefined {
  let node: Node | undefined = source.root;
  for (const step of path) {
    if (isMap(node))
      node = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))?.value as
        | Node
        | undefined;
    else node = isSeq(node) && typeof step === 'number' ? (node.items[step] as Node | undefined) : undefined;
  }
  return node ?? undefined;
}

/** The entry that the path names, among its siblings. */
function entryAt(flow: FlowText, path: Path): { index: number; span: Span; all: Spans } | undefined {
  const parent = nodeAt(flow, path.slice(0, -1));
  const all = parent && spansOf(flow.text, parent);
  const step = path.at(-1);
  const index = isSeq(parent)
    ? Number(step)
    : (all?.spans.findIndex(({ key }) => isScalar(key) && String(key.value) === String(step)) ?? -1);
  const span = all?.spans[index];
  return all && span && { index, span, all };
}

const columnOf = (text: string, at: number): number => at - lineStart(text, at);

function set(flow: FlowText, path: Path, value: unknown, after: string | undefined): Replacement | undefined {
  const { text } = flow;
  const found = entryAt(flow, path);
  if (!found) return add(flow, path, value, after);
  const { span, all } = found;
  const { value: node, key } = span;
  const indent = columnOf(text, span.marker) + 2;
  if (isScalar(node) && node.range && node.range[1] > node.range[0] && (typeof value !== 'object' || value === null))
    return scalar(text, node, value, { flow: all.flow, indent });
  const [start, end] = node?.range ?? [span.to, span.to];
  if (all.flow || typeof path.at(-1) === 'number') {
    const space = start === end && !/\s/.test(text[start - 1] ?? '') ? ' ' : '';
    const to = all.flow ? end : trimmedEnd(text, start, end);
    return { from: start, to, text: space + written(value, { flow: all.flow, indent, quotes: behind(text, to) }) };
  }
  // From behind the colon: a list or map begins on the next line.
  const colon = text.indexOf(':', key?.range?.[1] ?? span.marker) + 1;
  const to = trimmedEnd(text, colon, node ? end : colon);
  return { from: colon, to, text: afterKey(value, { flow: false, indent, quotes: behind(text, to) }) };
}

/** In its own quotes, or as the block it was. */
function scalar(text: string, node: Scalar, value: unknown, { flow, indent }: Where): Replacement {
  const [from, end] = node.range ?? [0, 0];
  const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
  const to = isBlock && text[end - 1] === '\n' ? end - 1 : end;
  const own = isBlock ? 'block' : quotesOf(node);
  const column = isBlock ? blockIndent(text, from, to) : undefined;
  return { from, to, text: written(value, { flow, indent: column ?? indent, quotes: own ?? behind(text, to) }) };
}

const quotesOf = ({ type }: Scalar): Where['quotes'] =>
  type === 'QUOTE_DOUBLE' ? 'double' : type === 'QUOTE_SINGLE' ? 'single' : undefined;

/** Where a comment follows on the line, no block can stand: several lines go in quotes. */
const behind = (text: string, to: number): Where['quotes'] =>
  text.slice(to, lineEnd(text, to + 1)).trim() === '' ? undefined : 'inline';

function trimmedEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && /\s/.test(text[end - 1] ?? '')) end--;
  return end;
}

/** Columns before the first line with something on it. */
function blockIndent(text: string, from: number, to: number): number | undefined {
  const line = text
    .slice(lineEnd(text, from + 1), to)
    .split('\n')
    .find((one) => one.trim() !== '');
  return line === undefined ? undefined : line.length - line.trimStart().length;
}

/** A property that is not there yet. */
function add(flow: FlowText, path: Path, value: unknown, after: string | undefined): Replacement | undefined {
  const { text } = flow;
  const name = path.at(-1);
  const parent = nodeAt(flow, path.slice(0, -1));
  if (typeof name !== 'string' || !isMap(parent)) return undefined;
  const all = spansOf(text, parent);
  if (!all) return undefined;
  if (all.flow || all.spans.length === 0)
    return intoBrackets(
      parent,
      all,
      all.spans.length,
      `${keyText(name)}: ${written(value, { flow: true, indent: 0 })}`,
    );
  const [first, last] = [all.spans[0], all.spans.at(-1)];
  const before = all.spans.find(({ key }) => isScalar(key) && key.value === after) ?? last;
  if (!first || !before) return undefined;
  const column = columnOf(text, first.marker);
  const line = `${' '.repeat(column)}${keyText(name)}:${afterKey(value, { flow: false, indent: column + 2 })}\n`;
  return lineAt(text, before.to, line);
}

/** A whole line, on a line of its own. */
function lineAt(text: string, at: number, line: string): Replacement {
  if (at === 0 || text[at - 1] === '\n') return { from: at, to: at, text: line };
  return { from: at, to: at, text: `\n${line.replace(/\n$/, '')}` };
}

function intoBrackets(parent: Node, { flow, spans }: Spans, index: number, entry: string): Replacement | undefined {
  if (!flow || !parent.range) return undefined;
  const next = spans[index];
  if (next) return { from: next.from, to: next.from, text: `${entry}, ` };
  const last = spans.at(-1);
  const at = last ? last.to : parent.range[0] + 1;
  return { from: at, to: at, text: last ? `, ${entry}` : entry };
}

function insert(flow: FlowText, path: Path, index: number, value: unknown): Replacement | undefined {
  const { text } = flow;
  const list = nodeAt(flow, path);
  const found = entryAt(flow, path);
  if (!isSeq(list)) return isScalar(list) || !list ? set(flow, path, [value], undefined) : undefined;
  const all = spansOf(text, list);
  if (!all) return undefined;
  if (all.spans.length === 0)
    return found && !found.all.flow
      ? set(flow, path, [value], undefined)
      : intoBrackets(list, all, 0, written(value, { flow: true, indent: 0 }));
  if (all.flow) return intoBrackets(list, all, index, written(value, { flow: true, indent: 0 }));
  const [next, last, first] = [all.spans[index], all.spans.at(-1), all.spans[0]];
  if (all.inline || !last || !first) return undefined;
  const column = columnOf(text, first.marker);
  const inside = Math.max(2, columnOf(text, first.value?.range?.[0] ?? 0) - column);
  const isOneLine = lineStart(text, first.value?.range?.[0] ?? 0) === lineStart(text, first.marker);
  const gap = isOneLine ? inside : 2;
  const entry = `${' '.repeat(column)}-${' '.repeat(gap - 1)}${written(value, { flow: false, indent: column + gap })}\n`;
  return lineAt(text, next ? next.from : last.to, entry);
}

function remove(flow: FlowText, path: Path): Replacement | undefined {
  const { text } = flow;
  const found = entryAt(flow, path);
  const parentPath = path.slice(0, -1);
  const parent = nodeAt(flow, parentPath);
  if (!found || !parent?.range) return undefined;
  const { index, span, all } = found;
  const [before, next] = [all.spans[index - 1], all.spans[index + 1]];
  if (!before && !next) {
    // The last one leaves an empty list or map.
    const empty = isSeq(parent) ? [] : {};
    return parentPath.length > 0 ? set(flow, parentPath, empty, undefined) : undefined;
  }
  if (all.flow)
    return next
      ? { from: span.from, to: next.from, text: '' }
      : { from: before?.to ?? span.from, to: span.to, text: '' };
  if (index === 0 && all.inline && next) {
    const isCommented = next.from < lineStart(text, next.marker);
    const to = isCommented ? next.from + columnOfText(text, next.from) : next.marker;
    return { from: span.from, to, text: '' };
  }
  const blank = /^(?:[ \t]*\r?\n)*/.exec(text.slice(span.to))?.[0].length ?? 0;
  return { from: span.from, to: next ? span.to + blank : span.to, text: '' };
}

/** Blanks at the beginning of a line. */
const columnOfText = (text: string, at: number): number => /^[ \t]*/.exec(text.slice(at))?.[0].length ?? 0;

/** What stands between two entries (blank lines, a loose comment) stays where it is. */
function move(flow: FlowText, path: Path, to: number): Replacement | undefined {
  const { text } = flow;
  const found = entryAt(flow, path);
  if (!found || !isSeq(nodeAt(flow, path.slice(0, -1))) || found.all.inline) return undefined;
  const { spans } = found.all;
  const [low, high] = [Math.min(found.index, to), Math.max(found.index, to)];
  const [first, last] = [spans[low], spans[high]];
  if (!first || !last) return undefined;
  if (low === high) return { from: first.from, to: first.from, text: '' };
  const pieces = spans.map(({ from, to: end }) => withBreak(text.slice(from, end), found.all.flow));
  const [taken = ''] = pieces.splice(found.index, 1);
  pieces.splice(to, 0, taken);
  let result = '';
  for (let index = low; index <= high; index++) {
    const gap = index < high ? text.slice(spans[index]?.to, spans[index + 1]?.from) : '';
    result += (pieces[index] ?? '') + gap;
  }
  const endsBare = !found.all.flow && !text.slice(0, last.to).endsWith('\n');
  return { from: first.from, to: last.to, text: endsBare ? result.replace(/\r?\n$/, '') : result };
}

const withBreak = (piece: string, flow: boolean): string => (flow || piece.endsWith('\n') ? piece : `${piece}\n`);

function rename(flow: FlowText, path: Path, name: string): Replacement | undefined {
  const key = entryAt(flow, path)?.span.key;
  if (!isScalar(key) || !key.range || !isRaw(flow.source.value)) return undefined;
  return {
    from: key.range[0],
    to: key.range[1],
    text: written(name, { flow: true, indent: 0, quotes: quotesOf(key) }),
  };
}
