/** Where the entries of a map or list stand in the text: from the comment above one to the end of its last line. */
import { type CST, isMap, isSeq, type Node, type Pair } from 'yaml';

export interface Span {
  /** Of its own comments, the `-` or the key. */
  from: number;
  /** Of the `-` or the key. */
  marker: number;
  /** Of what it holds. */
  value: Node | undefined;
  key: Node | undefined;
  /** Behind its last line; in brackets behind its last character. */
  to: number;
}

export interface Spans {
  flow: boolean;
  spans: Span[];
  /** The first one stands behind something else on its line: `- - a`, or a task's `- id: a`. */
  inline: boolean;
}

type Collection = CST.BlockMap | CST.BlockSequence | CST.FlowCollection;
type Item = Collection['items'][number];

const BLANK = ['space', 'newline', 'comment', 'comma', 'flow-map-start', 'flow-seq-start'];

export function spansOf(text: string, node: Node): Spans | undefined {
  if (!isMap(node) && !isSeq(node)) return undefined;
  const token = node.srcToken as Collection | undefined;
  if (!token || !('items' in token)) return undefined;
  const flow = token.type === 'flow-collection';
  const items: Item[] = (token.items as Item[]).filter((item) => markerOf(item) !== undefined);
  if (items.length !== node.items.length) return undefined;
  const spans: Span[] = [];
  for (const [index, item] of items.entries()) {
    const [key, value] = nodesOf(node.items[index]);
    const marker = markerOf(item) ?? 0;
    const end = Math.max(value?.range?.[1] ?? 0, key?.range?.[1] ?? 0, lastOf(item), marker + 1);
    const before = spans.at(-1)?.to ?? 0;
    spans.push(
      flow
        ? { from: marker, marker, key, value, to: trimmed(text, end) }
        : { from: above(text, marker, before), marker, key, value, to: lineEnd(text, trimmed(text, end)) },
    );
  }
  const first = spans[0];
  const inline = !flow && first !== undefined && text.slice(lineStart(text, first.marker), first.marker).trim() !== '';
  return { flow, spans, inline };
}

const nodesOf = (item: unknown): [key: Node | undefined, value: Node | undefined] => {
  if (typeof item !== 'object' || item === null) return [undefined, undefined];
  if (!('key' in item)) return [undefined, item as Node];
  const { key, value } = item as Pair<Node | null, Node | null>;
  return [key ?? undefined, value ?? undefined];
};

/** The first thing of an entry that is no blank. */
function markerOf({ start, key, sep, value }: Item): number | undefined {
  const lead = start.find(({ type }) => !BLANK.includes(type));
  return lead?.offset ?? key?.offset ?? sep?.[0]?.offset ?? value?.offset;
}

function lastOf({ start, sep }: Item): number {
  const last = [...start, ...(sep ?? [])].filter(({ type }) => !BLANK.includes(type)).at(-1);
  return last ? last.offset + last.source.length : 0;
}

export const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

/** Behind the line break that ends the line of `at`; a line that has just begun is none. */
export function lineEnd(text: string, at: number): number {
  if (at > 0 && text[at - 1] === '\n') return at;
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/** A block's own last line break counts, blank lines below it do not. */
function trimmed(text: string, end: number): number {
  let at = end;
  while (at > 0 && /\s/.test(text[at - 1] ?? '')) at--;
  return at;
}

/** The comment lines right above. */
function above(text: string, marker: number, least: number): number {
  let from = lineStart(text, marker);
  if (text.slice(from, marker).trim() !== '') return marker;
  while (from > least) {
    const line = lineStart(text, from - 1);
    if (line < least || !/^[ \t]*#/.test(text.slice(line, from))) break;
    from = line;
  }
  return from;
}
