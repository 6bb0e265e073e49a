/** What stands inside `{{ }}`: can it be read, and are the inputs, variables and outputs it names there. Warnings only: a Kestra takes it. */
import { isScalar, isSeq, isMap as isYamlMap, type Node, type Scalar } from 'yaml';
import type { Fix, Flow, Range } from '../door.ts';
import { inspectTemplate } from '../expression/index.ts';
import { diagnosticMessages as say } from '../messages/diagnostics.ts';
import { meets, type NameProblem, problemOf } from './names.ts';
import { inkOf } from './place.ts';
import { reachOf } from './reach.ts';
import type { Reader } from './reader.ts';
import type { Path } from './source.ts';

const KIND = { filter: 'Filter', function: 'Fungsi', test: 'Pengujian' } as const;

export function checkExpressions(reader: Reader, flow: Flow): void {
  const used = new Set<string>();
  const names = { reader, flow, tasks: reachOf(reader.placed) };
  let wholeInputs = false;
  for (const { node, path } of scalars(reader.source.root, [])) {
    const inspection = inspectTemplate(node.value);
    const at = placesIn(reader, node);
    const severity = names.tasks.isDisabled(path) ? 'hint' : 'warning';
    if (inspection.problem) {
      const { explanation, line, column } = inspection.problem;
      reader.report('bad-expression', path, say.badExpression(explanation), {
        severity,
        at: at(line, column, 2),
      });
    }
    for (const { kind, name, known, line, column } of inspection.unknown) {
      const suggestion = reader.suggest(name, known);
      const range = at(line, column, name.length);
      reader.report('bad-expression', path, say.unknownInExpression(KIND[kind], name, suggestion), {
        severity,
        at: range,
        ...fixOf(reader, range, name, suggestion),
      });
    }
    for (const reference of inspection.references) {
      if (reference.path[0] === 'inputs') {
        if (reference.path[1] === undefined || reference.path[1] === '*') wholeInputs = true;
        else for (const { id } of flow.inputs) if (meets(id, reference.path)) used.add(id);
      }
      const problem = reference.guarded ? undefined : problemOf(names, reference, path);
      if (!problem) continue;
      const blamed = reference.path.slice(0, problem.steps).join('.');
      const range = at(reference.line, reference.column, blamed.length);
      reader.report(problem.code, path, problem.message, {
        severity: problem.isHint || reference.sometimes ? 'hint' : severity,
        at: range,
        ...mendOf(reader, range, blamed, problem),
      });
    }
  }
  if (!wholeInputs) checkUnused(reader, flow, used);
}

function checkUnused(reader: Reader, flow: Flow, used: ReadonlySet<string>): void {
  const needed = new Set(flow.inputs.flatMap(({ dependsOn }) => dependsOn?.inputs ?? []));
  for (const [index, { id }] of flow.inputs.entries()) {
    if (used.has(id) || needed.has(id)) continue;
    const mend = { title: `Hapus input ${id}`, change: { do: 'remove', path: ['inputs', index] } } as const;
    reader.report('unused-input', ['inputs', index, 'id'], say.unusedInput(id), { severity: 'hint', mend });
  }
}

/** Another name for the last step, where the text at the place is what is blamed. */
function mendOf(reader: Reader, range: Range, blamed: string, { suggestion, mend }: NameProblem) {
  if (suggestion === undefined) return { ...(mend && { mend }) };
  const before = blamed.slice(0, blamed.lastIndexOf('.') + 1);
  return fixOf(reader, range, blamed, before + suggestion);
}

function fixOf(reader: Reader, range: Range, wanted: string, replacement: string | undefined): { fix?: Fix } {
  if (replacement === undefined || reader.source.textAt(range) !== wanted) return {};
  return { fix: { ...range, title: `Ganti dengan ${replacement}`, replacement } };
}

interface Found {
  node: Scalar<string>;
  path: Path;
}

/** Every text that may hold a template, with its node. */
function* scalars(node: Node, path: Path): Generator<Found> {
  if (isScalar(node)) {
    if (isText(node) && /\{[{%]/.test(node.value)) yield { node, path };
  } else if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) if (isNode(item)) yield* scalars(item, [...path, index]);
  } else if (isYamlMap(node)) {
    for (const { key, value } of node.items) {
      if (isScalar(key) && isNode(value)) yield* scalars(value, [...path, String(key.value)]);
    }
  }
}

const isText = (node: Scalar): node is Scalar<string> => typeof node.value === 'string';
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'range' in value;

/** From a place within a template to the one in the YAML. What is needed for it is worked out once, and only where something is wrong. */
function placesIn({ source }: Reader, node: Scalar<string>) {
  let known: { starts: number[]; ink: number[]; before: number[] } | undefined;
  const facts = () => {
    const starts = [0];
    const before: number[] = [];
    let count = 0;
    for (let at = 0; at < node.value.length; at++) {
      before.push(count);
      if (node.value[at] === '\n') starts.push(at + 1);
      if (!/\s/.test(node.value[at] ?? '')) count++;
    }
    return { starts, ink: inkOf(source.text, node), before };
  };
  return (line: number, column: number, length: number): Range => {
    known ??= facts();
    const { starts, ink, before } = known;
    const from = (starts[line - 1] ?? 0) + column - 1;
    const [start, end] = node.range ?? [0, 0];
    const first = ink[before[from] ?? -1];
    const last = ink[before[Math.min(from + Math.max(length, 1), node.value.length) - 1] ?? -1];
    return first === undefined ? source.range(start, end) : source.range(first, Math.max(first, last ?? first) + 1);
  };
}
