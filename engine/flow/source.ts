/** YAML text to plain data in which every value can say where it stands. Bombs and nonsense are refused here. */
import {
  type Document,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseAllDocuments,
  visit,
  type YAMLError,
} from 'yaml';
import type { Diagnostic, DiagnosticCode, Range } from '../door.ts';
import { diagnosticMessages as say } from '../messages/diagnostics.ts';

export type Path = readonly (string | number)[];

export interface Source {
  text: string;
  document: Document;
  value: unknown;
  /** Of the value at the path, or of its nearest ancestor that is there. */
  rangeOf(path: Path): Range;
  /** Of the key that names the value. */
  keyRangeOf(path: Path): Range;
  range(from: number, to: number): Range;
  nodeAt(path: Path): Node | undefined;
}

const MOST_CHARACTERS = 1_000_000;
const MOST_ALIASES = 100;
const DEEPEST = 60;

/** The source, or why it can't be read. Several syntax errors are all reported. */
export function readSource(text: string): { source?: Source; diagnostics: Diagnostic[] } {
  const lines = new LineCounter();
  const range = (from: number, to: number): Range => {
    const start = lines.linePos(Math.max(0, from));
    const end = lines.linePos(Math.max(from, to));
    return { line: start.line || 1, column: start.col || 1, endLine: end.line || 1, endColumn: end.col || 1 };
  };
  const first: Range = { line: 1, column: 1, endLine: 1, endColumn: 1 };
  const wrong = (code: DiagnosticCode, message: string, at: Range): { diagnostics: Diagnostic[] } => ({
    diagnostics: [{ code, severity: 'error', message, path: '', ...at }],
  });

  if (text.length > MOST_CHARACTERS) return wrong('yaml-too-large', say.tooLarge(MOST_CHARACTERS / 1000), first);
  if (deepest(text) > DEEPEST) return wrong('yaml-too-large', say.tooDeep(), first);
  const documents = parseAllDocuments(text, {
    lineCounter: lines,
    prettyErrors: false,
    strict: true,
    uniqueKeys: false,
  });
  const [document, second] = Array.isArray(documents) ? documents : [];
  if (!document?.contents && !document?.errors.length) return wrong('not-a-map', say.empty(), first);
  const diagnostics = document.errors.map((error) => syntaxProblem(error, range));
  if (document.contents) diagnostics.push(...duplicateKeys(document.contents, range));
  if (diagnostics.length > 0) return { diagnostics };
  if (second)
    return wrong('yaml-multiple-documents', say.severalDocuments(), range(second.range[0], second.range[0] + 3));
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    const unknown = error instanceof Error && error.message.startsWith('Unresolved alias');
    return unknown ? wrong('yaml-syntax', say.unknownAlias(), first) : wrong('yaml-alias-bomb', say.aliasBomb(), first);
  }

  const nodeAt = (path: Path): Node | undefined => {
    const node = path.length === 0 ? document.contents : document.getIn(path, true);
    return node && typeof node === 'object' && 'range' in node ? (node as Node) : undefined;
  };
  const source: Source = {
    text,
    document,
    value,
    range,
    nodeAt,
    rangeOf(path) {
      for (let length = path.length; length >= 0; length--) {
        const node = nodeAt(path.slice(0, length));
        if (node?.range) return range(node.range[0], trimmedEnd(text, node.range[0], node.range[1]));
      }
      return first;
    },
    keyRangeOf(path) {
      const parent = nodeAt(path.slice(0, -1));
      const key = path.at(-1);
      if (isMap(parent)) {
        const pair = parent.items.find(
          (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(key),
        );
        if (pair && isScalar(pair.key) && pair.key.range) return range(pair.key.range[0], pair.key.range[1]);
      }
      return isSeq(parent) ? source.rangeOf(path) : source.rangeOf(path.slice(0, -1));
    },
  };
  return { source, diagnostics: [] };
}

/** By a set for each map: the parser's own check compares every key with every other. */
function duplicateKeys(root: Node, range: (from: number, to: number) => Range): Diagnostic[] {
  const found: Diagnostic[] = [];
  visit(root, {
    Map(_, { items }) {
      const seen = new Set<string>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (seen.has(name) && key.range) {
          const message = say.duplicateKey(name);
          found.push({
            code: 'yaml-duplicate-key',
            severity: 'error',
            message,
            path: name,
            ...range(key.range[0], key.range[1]),
          });
        }
        seen.add(name);
      }
    },
  });
  return found;
}

function trimmedEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && /\s/.test(text[end - 1] ?? '')) end--;
  return end;
}

/** A quick look before parsing: how deep flow collections and indentation go. */
function deepest(text: string): number {
  let depth = 0;
  let most = 0;
  for (const character of text) {
    if (character === '[' || character === '{') most = Math.max(most, ++depth);
    else if ((character === ']' || character === '}') && depth > 0) depth--;
  }
  return Math.max(
    most > 200 ? most : 0,
    ...[...text.matchAll(/^( +)\S/gm)].map(([, spaces = '']) => (spaces.length > 400 ? DEEPEST + 1 : 0)),
    0,
  );
}

function syntaxProblem(error: YAMLError, range: (from: number, to: number) => Range): Diagnostic {
  const [from, to] = error.pos;
  const at = range(from, Math.max(to, from + 1));
  const facts = { severity: 'error' as const, path: '', ...at };
  const indented =
    ['BAD_INDENT', 'TAB_AS_INDENT', 'MISSING_CHAR'].includes(error.code) && /indent|tab/i.test(error.message);
  return { ...facts, code: 'yaml-syntax', message: indented ? say.indentation() : say.syntax(translated(error)) };
}

const SAID: Partial<Record<YAMLError['code'], string>> = {
  BAD_ALIAS: 'alias ini tidak ada.',
  BAD_INDENT: 'jorokannya tidak cocok. Samakan jumlah spasi dengan baris sejajarnya.',
  TAB_AS_INDENT: 'ada tab untuk menjorokkan. Pakai spasi.',
  MISSING_CHAR: 'ada tanda yang kurang, mungkin kutip, kurung, atau titik dua.',
  UNEXPECTED_TOKEN: 'ada tanda yang tidak pada tempatnya. Periksa kutip, kurung, dan jorokan.',
  BLOCK_AS_IMPLICIT_KEY: 'sesudah titik dua ada titik dua lagi. Beri kutip pada nilainya.',
  BLOCK_IN_FLOW: 'di dalam kurung tidak boleh ada bentuk bertingkat.',
  BAD_DQ_ESCAPE: 'ada garis miring terbalik yang tidak dikenal di dalam kutip ganda.',
  BAD_SCALAR_START: 'nilai ini diawali tanda khusus. Beri kutip di sekelilingnya.',
  MULTILINE_IMPLICIT_KEY: 'kunci ini terpotong. Mungkin titik dua atau jorokannya kurang.',
  KEY_OVER_1024_CHARS: 'kuncinya terlalu panjang.',
  IMPOSSIBLE: 'bentuknya tidak dikenal.',
};

const translated = (error: YAMLError): string =>
  SAID[error.code] ?? 'bentuknya tidak dikenal. Periksa titik dua, kutip, dan jorokan.';
