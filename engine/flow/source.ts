/**
 * YAML text to plain data in which every value can say where it stands. As a Kestra reads it: YAML 1.1 scalars, the first document
 * only, an alias is only its name. Nothing is ever expanded, so there are no bombs; what is too large or too deep is refused.
 */
import { Composer, type Document, isMap, isScalar, isSeq, LineCounter, type Node, Parser, type YAMLMap } from 'yaml';
import type { Diagnostic, DiagnosticCode, Range } from '../door.ts';
import { diagnosticMessages as say } from '../messages/diagnostics.ts';
import { strayCharacters } from './characters.ts';
import { asNode, plainData } from './plainData.ts';
import { syntaxMessage } from './syntax.ts';

export type Path = readonly (string | number)[];

export interface Source {
  text: string;
  value: unknown;
  root: Node;
  /** Of the value at the path, or of its nearest ancestor that is there. */
  rangeOf(path: Path): Range;
  /** Of the key that names the value. */
  keyRangeOf(path: Path): Range;
  range(from: number, to: number): Range;
  /** What stands in a range of one line. */
  textAt(range: Range): string;
}

/** What a Kestra's parser takes at most. */
const MOST_CHARACTERS = 3_145_728;

/**
 * The source, or why it can't be read; warnings beside it. Several syntax errors are all reported. `tokens`: the nodes keep what they
 * were made of, for who changes the text.
 */
export function readSource(text: string, { tokens = false } = {}): { source?: Source; diagnostics: Diagnostic[] } {
  const lines = new LineCounter();
  const range = (from: number, to: number): Range => {
    const start = lines.linePos(Math.max(0, from));
    const end = lines.linePos(Math.max(from, to));
    return { line: start.line || 1, column: start.col || 1, endLine: end.line || 1, endColumn: end.col || 1 };
  };
  const problem = (code: DiagnosticCode, message: string, at: Range, severity: Diagnostic['severity'] = 'error') => ({
    code,
    severity,
    message,
    path: '',
    ...at,
  });
  const first: Range = { line: 1, column: 1, endLine: 1, endColumn: 1 };
  if (text.length > MOST_CHARACTERS) return { diagnostics: [problem('yaml-too-large', say.tooLarge(3), first)] };
  const read = documentOf(text, lines, tokens);
  if (read === 'too deep') return { diagnostics: [problem('yaml-too-large', say.tooDeep(), first)] };
  const { document, more } = read;
  const deep = document?.errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
  if (deep) return { diagnostics: [problem('yaml-too-large', say.tooDeep(), range(...deep.pos))] };
  const syntax = (document?.errors ?? []).map((error) =>
    problem('yaml-syntax', syntaxMessage(error), range(error.pos[0], Math.max(error.pos[1], error.pos[0] + 1))),
  );
  for (const { message, at } of strayCharacters(text)) syntax.push(problem('yaml-syntax', message, range(at, at + 1)));
  if (syntax.length > 0) return { diagnostics: syntax };
  if (!document?.contents || (isScalar(document.contents) && !document.contents.source))
    return { diagnostics: [problem('not-a-map', say.empty(), first)] };
  const { value, found } = plainData(text, document.contents);
  const diagnostics = found.map(({ code, severity, message, from, to }) =>
    problem(code, message, range(from, to), severity),
  );
  if (diagnostics.some(({ severity }) => severity === 'error')) return { diagnostics };
  const broken = text.indexOf('\ufffd');
  if (broken >= 0) diagnostics.push(problem('yaml-syntax', say.brokenLetters(), range(broken, broken + 1), 'hint'));
  if (more !== undefined)
    diagnostics.push(problem('yaml-multiple-documents', say.severalDocuments(), range(more, more + 3), 'warning'));
  return { source: sourceOf(text, value, document.contents, range), diagnostics };
}

/** The first document, and where a second one with something in it begins. */
function documentOf(
  text: string,
  lines: LineCounter,
  keepSourceTokens: boolean,
): { document?: Document; more?: number } | 'too deep' {
  // A lone carriage return and Unicode's line ends end a line in YAML 1.1; one for one, so that places stay.
  const readable = /[\u0085\u2028\u2029]|\r(?!\n)/.test(text)
    ? text.replace(/[\u0085\u2028\u2029]|\r(?!\n)/g, '\n')
    : text;
  const parser = new Parser(lines.addNewLine);
  const composer = new Composer({
    schema: 'failsafe',
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: 'silent',
    strict: true,
    keepSourceTokens,
  });
  try {
    let document: Document | undefined;
    for (const next of composer.compose(parser.parse(readable), true, readable.length)) {
      if (!document) document = next as Document;
      else if (!isEmpty(next as Document)) return { document, more: next.range[0] };
    }
    return document ? { document } : {};
  } catch (error) {
    if (error instanceof RangeError) return 'too deep';
    throw error;
  }
}

const isEmpty = ({ contents, errors }: Document): boolean =>
  errors.length === 0 && (!contents || (isScalar(contents) && !contents.source));

interface Entry {
  key: Node;
  value: Node | undefined;
}

function sourceOf(text: string, value: unknown, root: Node, range: Source['range']): Source {
  const indexes = new WeakMap<Node, Map<string, Entry>>();
  /** A map's entries by name: its list is slow to search when a flow has thousands of keys. */
  const entriesOf = (map: YAMLMap): Map<string, Entry> => {
    const known = indexes.get(map);
    if (known) return known;
    const made = new Map<string, Entry>();
    for (const pair of map.items)
      if (isScalar(pair.key)) made.set(String(pair.key.value), { key: pair.key, value: asNode(pair.value) });
    indexes.set(map, made);
    return made;
  };
  const inside = (node: Node | undefined, step: string | number): Node | undefined => {
    if (isMap(node)) return entriesOf(node).get(String(step))?.value;
    return isSeq(node) && typeof step === 'number' ? asNode(node.items[step]) : undefined;
  };
  const nodeRange = (node: Node): Range => {
    const [from, to] = node.range ?? [0, 0];
    return range(from, trimmedEnd(text, from, to));
  };
  const rangeOf = (path: Path): Range => {
    let nearest = root;
    for (const step of path) {
      const next = inside(nearest, step);
      if (!next) break;
      nearest = next;
    }
    return nodeRange(nearest);
  };
  let lines: string[] | undefined;
  return {
    text,
    value,
    root,
    range,
    textAt({ line, column, endLine, endColumn }) {
      lines ??= text.split(/\r\n|[\n\r\u0085\u2028\u2029]/);
      return line === endLine ? (lines[line - 1] ?? '').slice(column - 1, endColumn - 1) : '';
    },
    rangeOf,
    keyRangeOf(path) {
      let parent: Node | undefined = root;
      for (const step of path.slice(0, -1)) parent = inside(parent, step);
      if (isSeq(parent)) return rangeOf(path);
      const key = isMap(parent) ? entriesOf(parent).get(String(path.at(-1)))?.key : undefined;
      return key ? nodeRange(key) : rangeOf(path.slice(0, -1));
    },
  };
}

function trimmedEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && /\s/.test(text[end - 1] ?? '')) end--;
  return end;
}
