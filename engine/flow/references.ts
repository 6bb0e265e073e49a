/** What stands inside `{{ }}`: can it be read, and are the inputs, variables and outputs it names there. Warnings only: a Kestra takes it. */
import { isScalar, isSeq, isMap as isYamlMap, type Node } from 'yaml';
import type { Flow, Range } from '../door.ts';
import { inspectTemplate, type Reference } from '../expression/index.ts';
import { diagnosticMessages as say } from '../messages/diagnostics.ts';
import { type Reach, reachOf } from './reach.ts';
import type { Reader } from './reader.ts';
import type { Path } from './source.ts';

const NAMES = [
  'flow',
  'execution',
  'task',
  'taskrun',
  'parent',
  'parents',
  'trigger',
  'schedule',
  'inputs',
  'outputs',
  'tasks',
  'vars',
  'labels',
  'envs',
  'globals',
  'kestra',
  'outputFiles',
  'inputFiles',
  'workingDir',
  'outputDir',
  'dbFilePath',
  'files',
  'error',
  'errors',
];
/** In a longer template a fault is placed at the whole of it: finding each would take too long. */
const LONGEST_SEARCHED = 50_000;
/** Rendered for each item of a file: its own fields are names there. */
const OF_AN_ITEM = ['expr', 'filterCondition'];
const KIND = { filter: 'Filter', function: 'Fungsi', test: 'Pengujian' } as const;

export function checkExpressions(reader: Reader, flow: Flow): void {
  const { root } = reader.source;
  const used = new Set<string>();
  const tasks = reachOf(flow);
  let wholeInputs = false;
  for (const { node, path } of scalars(root, [])) {
    const text = node.value;
    const inspection = inspectTemplate(text);
    const at = (line: number, column: number, length: number) =>
      text.length > LONGEST_SEARCHED
        ? reader.source.range(node.range[0], node.range[1])
        : placed(reader, node, text, line, column, length);
    if (inspection.problem) {
      const { explanation, line, column } = inspection.problem;
      reader.report('bad-expression', path, say.badExpression(explanation), {
        severity: 'warning',
        at: at(line, column, 2),
      });
    }
    for (const { kind, name, known, line, column } of inspection.unknown) {
      const message = say.unknownInExpression(KIND[kind], name, reader.suggest(name, known));
      reader.report('bad-expression', path, message, { severity: 'warning', at: at(line, column, name.length) });
    }
    for (const reference of inspection.references) {
      if (reference.path[0] === 'inputs') {
        if (reference.path[1] === undefined || reference.path[1] === '*') wholeInputs = true;
        else for (const { id } of flow.inputs) if (meets(id, reference.path)) used.add(id);
      }
      const problem = problemOf(reader, reference, flow, tasks, path);
      if (!problem || reference.guarded) continue;
      reader.report(problem.code, path, problem.message, {
        severity: 'warning',
        at: at(reference.line, reference.column, reference.path.slice(0, 2).join('.').length),
      });
    }
  }
  if (wholeInputs) return;
  for (const [index, input] of flow.inputs.entries()) {
    const needed = flow.inputs.some(({ dependsOn }) => dependsOn?.inputs.includes(input.id));
    if (used.has(input.id) || needed) continue;
    reader.report('unused-input', ['inputs', index, 'id'], say.unusedInput(input.id), { severity: 'hint' });
  }
}

interface Found {
  node: { value: string; range: [number, number, number] };
  path: Path;
}

/** Every text that may hold a template, with its node. */
function* scalars(node: Node, path: Path): Generator<Found> {
  if (isScalar(node)) {
    if (typeof node.value === 'string' && /\{[{%]/.test(node.value) && node.range) {
      yield { node: { value: node.value, range: node.range }, path };
    }
  } else if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) if (isNode(item)) yield* scalars(item, [...path, index]);
  } else if (isYamlMap(node)) {
    for (const { key, value } of node.items) {
      if (isScalar(key) && isNode(value)) yield* scalars(value, [...path, String(key.value)]);
    }
  }
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'range' in value;

/** A place within a template, found again in the YAML: by the words that stand there. */
function placed(
  reader: Reader,
  { range }: Found['node'],
  text: string,
  line: number,
  column: number,
  length: number,
): Range {
  const lines = text.split('\n');
  const before = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
  const word = text.slice(before, before + Math.max(length, 2)).split('\n')[0] ?? '';
  const source = reader.source.text.slice(range[0], range[1]);
  const nth = occurrences(text.slice(0, before), word);
  let at = -1;
  for (let seen = 0; seen <= nth; seen++) at = source.indexOf(word, at + 1);
  return at < 0
    ? reader.source.range(range[0], range[1])
    : reader.source.range(range[0] + at, range[0] + at + Math.max(1, word.length));
}

function occurrences(text: string, word: string): number {
  let count = 0;
  for (let at = text.indexOf(word); word !== '' && at >= 0; at = text.indexOf(word, at + 1)) count++;
  return count;
}

/** `inputs.a.b` is the input `a.b`, and `inputs.a` the map that holds it. */
const meets = (id: string, [, ...steps]: readonly string[]): boolean => {
  const wanted = id.split('.');
  return wanted.every((step, index) => steps[index] === undefined || steps[index] === step || steps[index] === '*');
};

function problemOf(
  reader: Reader,
  reference: Reference,
  flow: Flow,
  tasks: Reach,
  at: Path,
): { code: 'unknown-reference' | 'unreachable-output'; message: string } | undefined {
  const [root = '', name] = reference.path;
  const unknown = (message: string) => ({ code: 'unknown-reference' as const, message });
  if (root === 'inputs' && name !== undefined && name !== '*') {
    const ids = flow.inputs.map(({ id }) => id);
    const elsewhere = at[0] === 'triggers' || at.includes('onResume');
    return ids.some((id) => meets(id, reference.path)) || elsewhere
      ? undefined
      : unknown(say.unknownInput(name, reader.suggest(name, ids)));
  }
  if (root === 'vars' && name !== undefined && name !== '*') {
    const ids = Object.keys(flow.variables);
    return ids.includes(name) || flow.source.includes('SetVariables')
      ? undefined
      : unknown(say.unknownVariable(name, reader.suggest(name, ids)));
  }
  if (root === 'outputs' && name !== undefined && name !== '*') {
    if (!tasks.has(name)) return unknown(say.unknownOutput(name, reader.suggest(name, tasks.ids())));
    const early = tasks.tooEarly(at, name);
    const message = early === 'later' ? say.laterOutput(name) : say.otherBranch(name);
    return early && { code: 'unreachable-output', message };
  }
  if (OF_AN_ITEM.includes(String(at.at(-1)))) return undefined;
  return NAMES.includes(root) || root === '*' ? undefined : unknown(say.unknownName(root, reader.suggest(root, NAMES)));
}
