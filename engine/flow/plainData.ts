/** A YAML tree as plain data, the way a Kestra's parser hands it on, and what it would refuse on the way: all in one walk. */
import { isAlias, isMap, isPair, isScalar, isSeq, type Node, type Scalar } from 'yaml';
import type { Diagnostic, DiagnosticCode } from '../door.ts';
import { diagnosticMessages as say } from '../messages/diagnostics.ts';
import { isUnreadable, plainScalar, taggedScalar } from './scalars.ts';

export interface Found {
  code: DiagnosticCode;
  severity: Diagnostic['severity'];
  message: string;
  from: number;
  to: number;
}

/** Maps and lists in each other: what a Kestra's parser takes at most. */
const DEEPEST = 1000;

export const asNode = (value: unknown): Node | undefined =>
  isScalar(value) || isMap(value) || isSeq(value) || isAlias(value) ? value : undefined;

export function plainData(text: string, root: Node): { value: unknown; found: Found[] } {
  const found: Found[] = [];
  const report = (node: Node, code: DiagnosticCode, message: string, severity: Diagnostic['severity'] = 'error') => {
    const [from, to] = node.range ?? [0, 1];
    found.push({ code, severity, message, from, to: Math.max(to, from + 1) });
  };

  function read(node: Node | undefined, depth: number): unknown {
    if (isScalar(node)) return scalar(node);
    if (isAlias(node)) {
      report(node, 'wrong-value', say.alias(node.source), 'warning');
      return node.source;
    }
    if (!node) return '';
    if (depth > DEEPEST) {
      if (!found.some(({ code }) => code === 'yaml-too-large')) report(node, 'yaml-too-large', say.tooDeep());
      return undefined;
    }
    if (isSeq(node))
      return node.items.map((item) => (isPair(item) ? pairAlone(item, depth) : read(asNode(item), depth + 1)));
    return isMap(node) ? map(node.items, depth) : undefined;
  }

  function map(items: readonly { key: unknown; value: unknown }[], depth: number): Record<string, unknown> {
    const data: Record<string, unknown> = {};
    const seen = new Set<string>();
    for (const { key, value } of items) {
      const name = keyName(asNode(key));
      if (name === undefined) continue;
      if (seen.has(name)) report(asNode(key) ?? root, 'yaml-duplicate-key', say.duplicateKey(name));
      seen.add(name);
      const item = read(asNode(value), depth + 1);
      // `__proto__` as an own key, like any other.
      if (name === '__proto__') Object.defineProperty(data, name, { value: item, enumerable: true });
      else data[name] = item;
    }
    return data;
  }

  /** `[a: 1]`: a list with a map of one pair. */
  const pairAlone = (pair: { key: unknown; value: unknown }, depth: number) => map([pair], depth + 1);

  function keyName(key: Node | undefined): string | undefined {
    if (!key) return '';
    if (isScalar(key)) return String(key.value ?? '');
    if (isAlias(key)) return key.source;
    report(key, 'yaml-syntax', say.syntax(say.complexKey()));
    return undefined;
  }

  function scalar(node: Scalar): unknown {
    const content = typeof node.value === 'string' ? node.value : (node.source ?? '');
    if (node.tag !== undefined) return taggedScalar(node.tag, content);
    if (node.type === 'QUOTE_DOUBLE' && content.includes('/') && escapesSlash(text, node))
      report(node, 'yaml-syntax', say.syntax(say.badEscape()));
    if (node.type !== 'PLAIN') return content;
    if (isUnreadable(content)) report(node, 'wrong-value', say.unreadableNumber(content));
    return plainScalar(content);
  }

  return { value: read(root, 1), found };
}

/** `"\/"` came with YAML 1.2: a Kestra refuses it. */
const escapesSlash = (text: string, { range }: Scalar): boolean =>
  range !== undefined && range !== null && /(?<!\\)(?:\\\\)*\\\//.test(text.slice(range[0], range[1]));
