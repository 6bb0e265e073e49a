/** YAML as Kestra's expressions read it (YAML 1.1, by Jackson): `yes` is true, `010` is 8, a date stays text, an anchor's name too. */
import { type Document, isAlias, isScalar, isSeq, isMap as isYamlMap, type ParsedNode, parseAllDocuments } from 'yaml';
import { Failure } from './failures.ts';
import { wholeOf } from './json.ts';
import { Double } from './numbers.ts';
import { JavaMap } from './values.ts';

export function yamlFrom(text: string): unknown {
  const [document] = parseAllDocuments<ParsedNode>(text, { uniqueKeys: false, schema: 'failsafe', logLevel: 'silent' });
  if (!document || !('contents' in document) || document.contents === null)
    throw refused('No content to map due to end-of-input', text);
  const [error] = document.errors;
  if (error) throw refused(error.message, text);
  return fromNode(document.contents, document);
}

const refused = (why: string, text: string): Failure =>
  new Failure(`Invalid yaml: ${why}`, `Teks ini bukan YAML yang benar: ${text.slice(0, 80)}`);

function fromNode(node: unknown, document: Document.Parsed | Document): unknown {
  if (isScalar(node)) return node.type === 'PLAIN' ? plain(String(node.value ?? '')) : node.value;
  if (isAlias(node)) return node.source;
  if (isSeq(node)) return node.items.map((item) => fromNode(item, document));
  if (!isYamlMap(node)) return null;
  const map = new JavaMap();
  for (const { key, value } of node.items)
    map.set(isScalar(key) ? String(key.value ?? '') : '', fromNode(value, document));
  return map;
}

const WORDS: Record<string, unknown> = { '': null, '~': null, null: null };
for (const word of ['true', 'yes', 'on']) for (const one of spelled(word)) WORDS[one] = true;
for (const word of ['false', 'no', 'off']) for (const one of spelled(word)) WORDS[one] = false;
for (const one of spelled('null')) WORDS[one] = null;

function spelled(word: string): string[] {
  return [word, word.slice(0, 1).toUpperCase() + word.slice(1), word.toUpperCase()];
}

function plain(text: string): unknown {
  if (Object.hasOwn(WORDS, text)) return WORDS[text];
  const number = text.replaceAll('_', '');
  if (/^[-+]?(?:0|[1-9]\d*)$/.test(number)) return wholeOf(BigInt(number.replace('+', '')));
  if (/^[-+]?0[0-7]+$/.test(number)) return signed(number, `0o${number.replace(/^[-+]?0/, '')}`);
  if (/^[-+]?0x[\da-fA-F]+$/.test(number)) return signed(number, number.replace(/^[-+]/, ''));
  if (/^[-+]?0b[01]+$/.test(number)) return signed(number, number.replace(/^[-+]/, ''));
  return /^[-+]?(?:\d+\.\d*|\.\d+|\d+(?=[eE]))(?:[eE][-+]?\d+)?$/.test(number) ? new Double(Number(number)) : text;
}

const signed = (text: string, size: string): unknown => wholeOf(text.startsWith('-') ? -BigInt(size) : BigInt(size));
