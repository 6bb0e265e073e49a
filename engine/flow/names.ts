/** A name inside `{{ }}` that leads nowhere, or to what is not there yet. */
import type { DiagnosticCode, Flow } from '../door.ts';
import type { Reference } from '../expression/index.ts';
import { diagnosticMessages as say } from '../messages/diagnostics.ts';
import { type Missing, outputsOf, type Reach } from './reach.ts';
import type { Mend, Placed, Reader } from './reader.ts';
import type { Path } from './source.ts';

export interface NameProblem {
  code: DiagnosticCode;
  message: string;
  /** It may go well. */
  isHint?: boolean;
  /** Another name, for the last step of `steps`. */
  suggestion?: string;
  /** How many steps of the path are blamed. */
  steps: number;
  mend?: Mend;
}

export interface Names {
  reader: Reader;
  flow: Flow;
  tasks: Reach;
}

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

/** What these hold: only a slip of the hand is blamed, as a Kestra may know more. */
const FIELDS = new Map<string, readonly string[]>(
  Object.entries({
    flow: ['id', 'namespace', 'revision', 'tenantId'],
    execution: ['id', 'startDate', 'originalId', 'state', 'outputs'],
    task: ['id', 'type'],
    taskrun: ['id', 'startDate', 'attemptsCount', 'parentId', 'value', 'iteration', 'items'],
    kestra: ['environment', 'url'],
  }),
);

/** Rendered for each item of a file: its own fields are names there. */
const OF_AN_ITEM = ['expr', 'filterCondition'];
/** Given to execution.Count's `expression`, which is that of a task: inputs and triggers have some, too. */
const isCount = (root: string, at: Path): boolean =>
  root === 'count' && at.at(-1) === 'expression' && at[0] !== 'inputs' && at[0] !== 'triggers';

export const isKnownRoot = (name: string): boolean => NAMES.includes(name);

export function problemOf(names: Names, { path }: Reference, at: Path): NameProblem | undefined {
  const [root = '', name] = path;
  const isOpen = name === undefined || name === '*';
  switch (root) {
    case 'inputs':
      return isOpen ? undefined : inputProblem(names, path, at);
    case 'vars':
      return isOpen ? undefined : variableProblem(names, name);
    case 'outputs':
      return isOpen ? undefined : outputProblem(names, path, at);
    case 'tasks':
      return isOpen || names.tasks.find(name) ? undefined : unknownTask(names, name);
    default:
      if (isOpen || !FIELDS.has(root)) return rootProblem(names, root, at);
      return fieldProblem(names, root, name);
  }
}

/** `inputs.a.b` is the input `a.b`, and `inputs.a` the map that holds it. */
export const meets = (id: string, [, ...steps]: readonly string[]): boolean => {
  const wanted = id.split('.');
  return wanted.every((step, index) => steps[index] === undefined || steps[index] === step || steps[index] === '*');
};

const unknown = (message: string, steps: number, suggestion: string | undefined): NameProblem => ({
  code: 'unknown-reference',
  message,
  steps,
  ...(suggestion !== undefined && { suggestion }),
});

function inputProblem({ reader, flow }: Names, path: readonly string[], at: Path): NameProblem | undefined {
  const [, name = ''] = path;
  const ids = flow.inputs.map(({ id }) => id);
  const elsewhere = at[0] === 'triggers' || at.includes('onResume');
  const here = flow.inputs.find(({ id }) => meets(id, path));
  if (elsewhere) return undefined;
  if (here) return at[0] === 'inputs' ? dependenceProblem(flow, here.id, at) : undefined;
  const suggestion = reader.suggest(name, ids);
  const problem = unknown(say.unknownInput(name, suggestion), 2, suggestion);
  if (suggestion !== undefined || path.length > 2 || at[0] === 'inputs') return problem;
  const value = { id: name, type: 'STRING' };
  const change =
    flow.inputs.length > 0
      ? ({ do: 'insert', path: ['inputs'], at: flow.inputs.length, value } as const)
      : ({ do: 'set', path: ['inputs'], value: [value], after: 'namespace' } as const);
  return { ...problem, mend: { title: `Tambahkan input ${name}`, change } };
}

/** An input's default, condition or choices see only the inputs it depends on. */
function dependenceProblem(flow: Flow, other: string, at: Path): NameProblem | undefined {
  const input = flow.inputs[Number(at[1])];
  const isRendered =
    ['defaults', 'expression'].includes(String(at[2])) || (at[2] === 'dependsOn' && at[3] === 'condition');
  if (!input || !isRendered || at.length > 4 || input.dependsOn?.inputs.includes(other)) return undefined;
  const inputs = [...(input.dependsOn?.inputs ?? []), other];
  const change = { do: 'set', path: ['inputs', Number(at[1]), 'dependsOn', 'inputs'], value: inputs } as const;
  const whole = { do: 'set', path: ['inputs', Number(at[1]), 'dependsOn'], value: { inputs } } as const;
  return {
    code: 'missing-depends-on',
    message: say.missingDependsOn(input.id, other),
    steps: 2,
    mend: { title: `Tambahkan ${other} ke dependsOn`, change: input.dependsOn ? change : whole },
  };
}

function variableProblem({ reader, flow }: Names, name: string): NameProblem | undefined {
  const ids = Object.keys(flow.variables);
  if (ids.includes(name) || flow.source.includes('SetVariables')) return undefined;
  const suggestion = reader.suggest(name, ids);
  return unknown(say.unknownVariable(name, suggestion), 2, suggestion);
}

function outputProblem(names: Names, path: readonly string[], at: Path): NameProblem | undefined {
  const { reader, tasks } = names;
  const [, name = '', property] = path;
  const task = tasks.find(name);
  if (!task) {
    const suggestion = reader.suggest(name, tasks.ids());
    return unknown(say.unknownOutput(name, suggestion), 2, suggestion);
  }
  const missing = tasks.missing(at, task);
  if (missing) return unreachable(name, missing);
  return property === undefined || property === '*' ? undefined : propertyProblem(names, task, path);
}

function unreachable(id: string, { why, certain, swap }: Missing): NameProblem {
  const message = {
    later: say.laterOutput,
    'other branch': say.otherBranch,
    'side by side': say.sideBySide,
    'not depended on': say.notDependedOn,
    own: say.ownOutput,
    disabled: say.disabledOutput,
  }[why](id);
  const to = swap?.to.at(-1);
  const mend =
    swap && typeof to === 'number'
      ? { title: `Pindahkan ${id} ke depan task ini`, change: { do: 'move', path: swap.from, to } as const }
      : undefined;
  return { code: 'unreachable-output', message, steps: 2, isHint: !certain, ...(mend && { mend }) };
}

/** `outputs.a.valeu`. In a loop the next step is a value of the loop, not a name of the output. */
function propertyProblem({ reader, tasks }: Names, task: Placed, path: readonly string[]): NameProblem | undefined {
  const known = outputsOf(task);
  const [, id = '', name = '', inner] = path;
  if (!known || tasks.isLooped(task)) return undefined;
  if (!known.includes(name)) {
    const suggestion = reader.suggest(name, known);
    return unknown(say.unknownOutputName(id, name, known, suggestion), 3, suggestion);
  }
  const asked = name === 'onResume' && inner !== undefined && inner !== '*' ? task.task?.onResume : undefined;
  if (!asked || asked.some((input) => meets(input.id, path.slice(2)))) return undefined;
  const ids = asked.map((input) => input.id);
  const suggestion = reader.suggest(inner ?? '', ids);
  return unknown(say.unknownOutputName(`${id}.onResume`, inner ?? '', ids, suggestion), 4, suggestion);
}

function unknownTask({ reader, tasks }: Names, name: string): NameProblem {
  const suggestion = reader.suggest(name, tasks.ids());
  return unknown(say.unknownTask(name, suggestion), 2, suggestion);
}

function rootProblem({ reader }: Names, root: string, at: Path): NameProblem | undefined {
  if (OF_AN_ITEM.includes(String(at.at(-1))) || isCount(root, at) || root === '*' || isKnownRoot(root))
    return undefined;
  const suggestion = reader.suggest(root, NAMES);
  return unknown(say.unknownName(root, suggestion), 1, suggestion);
}

function fieldProblem({ reader }: Names, root: string, name: string): NameProblem | undefined {
  const fields = FIELDS.get(root) ?? [];
  const suggestion = fields.includes(name) ? undefined : reader.suggest(name, fields);
  return suggestion === undefined ? undefined : unknown(say.unknownField(root, name, suggestion), 2, suggestion);
}
