/** Tasks, as deep as they go. */
import type { Range, Task } from '../door.ts';
import { diagnosticMessages as say } from '../messages/diagnostics.ts';
import type { PluginDefinition } from '../plugins/definition.ts';
import { isOptional, propertyFacts } from '../plugins/property.ts';
import { allPlugins, findPlugin } from '../plugins/registry.ts';
import { type PluginDefault, withDefaults } from './defaults.ts';
import { checkTaskId } from './ids.ts';
import { readInputs } from './inputs/read.ts';
import { KNOWN_TYPES, whyNot } from './knownTypes.ts';
import { ordered } from './order.ts';
import { checkProperties, type Shape } from './properties.ts';
import { isMap, type Placed, type Raw, type Reader } from './reader.ts';
import { readRetry } from './retry.ts';
import { LEVELS, TASK } from './shapes.ts';
import type { Path } from './source.ts';

/** Every property that every task has. */
export const COMMON = ['id', 'type', 'retry', ...Object.keys(TASK)];

export interface TaskReading {
  reader: Reader;
  defaults: readonly PluginDefault[];
  /** Every id so far, and the line it stands in. */
  ids: Map<string, number>;
  /** The tasks that stand where something is no task. */
  broken: Set<Task>;
}

/**
 * What is no task is saved by a Kestra, and nothing of the list runs: one task that fails stands in its place. `onlyTasks`: refused.
 * Of a flow's own `tasks` it takes null alone.
 */
export function readTasks(
  reading: TaskReading,
  value: unknown,
  path: Path,
  manner?: 'onlyTasks' | 'onlyTasksOrNull',
): Task[] {
  const { reader } = reading;
  const key = String(path.at(-1));
  let broken: Task | undefined;
  const tasks = reader.list(value, path, `\`${key}\``).flatMap((item, index) => {
    const at = [...path, index];
    const refuses = manner === 'onlyTasks' || (manner === 'onlyTasksOrNull' && item !== null);
    if (isMap(item) || refuses) return readTask(reading, item, at) ?? [];
    reader.report('wrong-type', at, say.notATask(key), { severity: 'warning' });
    broken ??= noTask(say.notATask(key), reader.source.rangeOf(at));
    return [];
  });
  if (!broken) return tasks;
  reading.broken.add(broken);
  return [broken];
}

const noTask = (errorMessage: string, at: Range): Task => ({
  id: 'bukan-task',
  type: 'io.kestra.plugin.core.execution.Fail',
  at,
  disabled: false,
  allowFailure: false,
  allowWarning: false,
  properties: { errorMessage },
  branches: {},
});

export function readTask(reading: TaskReading, value: unknown, path: Path): Task | undefined {
  const { reader, defaults } = reading;
  const written = reader.map(value, path, 'Sebuah task');
  if (!written) return undefined;
  const type = reader.required(written, 'type', path, nameOf(written));
  const withoutType = type === undefined;
  const definition = withoutType ? undefined : definitionOf(reader, type, [...path, 'type']);
  const { known, whole, kept } = factsOf(definition);
  const all = withoutType ? written : withDefaults(written, type, defaults, (key) => known.includes(key));
  const what = nameOf(all);
  const id = reader.required(all, 'id', path, 'Sebuah task');
  if (id !== undefined) claim(reading, id, path);
  if (id === undefined) return undefined;
  const placed: Placed = { id, type: definition?.type ?? type ?? '', path };
  reader.placed.push(placed);
  if (!definition) return undefined;
  if (definition.kind === 'trigger' || definition.kind === 'condition') {
    reader.report('wrong-value', [...path, 'type'], notATask(definition.kind, definition.type));
    return undefined;
  }
  reader.unknown(written, known, path, what);
  const raw = checkProperties(reader, whole, all, path, what);
  const task: Task = {
    id,
    type: definition.type,
    at: reader.source.rangeOf(path),
    ...common(reader, raw, path),
    properties: Object.fromEntries(Object.entries(raw).filter(([key, item]) => item !== undefined && kept.has(key))),
    branches: branchesOf(reading, definition, raw, path, what),
    ...(Object.hasOwn(whole, 'onResume') &&
      raw.onResume !== undefined && {
        onResume: readInputs(reader, raw.onResume, [...path, 'onResume'], { orNull: true }),
      }),
  };
  placed.task = task;
  return task;
}

interface Facts {
  /** All that may be written. */
  known: readonly string[];
  whole: Shape;
  /** Its own properties, but for those that hold tasks. */
  kept: ReadonlySet<string>;
}

const NOTHING: Facts = { known: COMMON, whole: TASK, kept: new Set() };
const facts = new WeakMap<PluginDefinition, Facts>();

function factsOf(definition: PluginDefinition | undefined): Facts {
  if (!definition) return NOTHING;
  const made = facts.get(definition);
  if (made) return made;
  const shape: Shape = definition.schema.shape;
  const keys = Object.keys(shape);
  const kept = new Set(keys.filter((key) => shape[key] && !propertyFacts(shape[key]).holds));
  const all = { known: [...COMMON, ...keys], whole: { ...TASK, ...shape }, kept };
  facts.set(definition, all);
  return all;
}

const nameOf = ({ id }: Raw): string =>
  id === undefined || id === null || typeof id === 'object' ? 'Task ini' : `Task \`${String(id)}\``;

const notATask = (kind: 'trigger' | 'condition', type: string): string =>
  kind === 'trigger'
    ? `\`${type}\` adalah trigger. Tulis di bawah \`triggers\`.`
    : `\`${type}\` adalah syarat. Tulis di bawah \`conditions\` sebuah trigger.`;

function claim({ reader, ids }: TaskReading, id: string, path: Path): void {
  checkTaskId(reader, id, path);
  const line = ids.get(id);
  if (line !== undefined) {
    const free = freeName(id, ids);
    const mend = { title: `Ganti jadi ${free}`, change: { do: 'set', path: [...path, 'id'], value: free } } as const;
    reader.report('duplicate-id', [...path, 'id'], say.duplicateId(id, line), { mend });
  } else ids.set(id, reader.source.rangeOf([...path, 'id']).line);
}

function freeName(id: string, ids: ReadonlyMap<string, number>): string {
  let number = 2;
  while (ids.has(`${id}_${number}`)) number++;
  return `${id}_${number}`;
}

/** Where a type is known to Kestra and not to us, that is said; a slip of the hand gets a suggestion. */
export function definitionOf(reader: Reader, type: string, path: Path): PluginDefinition | undefined {
  const definition = findPlugin(type);
  if (definition) {
    if (definition.deprecated)
      reader.report('deprecated', path, say.deprecatedType(type, definition.deprecated), { severity: 'warning' });
    return definition;
  }
  if (KNOWN_TYPES.includes(type)) {
    reader.report('unsupported-type', path, say.unsupportedType(type, whyNot(type)));
    return undefined;
  }
  const suggestion = reader.suggest(type, [...allPlugins().map((one) => one.type), ...KNOWN_TYPES]);
  const at = reader.source.rangeOf(path);
  const fix =
    suggestion === undefined ? undefined : { ...at, title: `Ganti dengan ${suggestion}`, replacement: suggestion };
  reader.report('unknown-type', path, say.unknownType(type, suggestion), fix && { fix });
  return undefined;
}

type Common = Pick<Task, 'disabled' | 'allowFailure' | 'allowWarning'> &
  Partial<Pick<Task, 'description' | 'runIf' | 'timeout' | 'logLevel' | 'retry' | 'taskCache'>>;

function common(reader: Reader, raw: Raw, path: Path): Common {
  const retry = readRetry(reader, raw.retry, [...path, 'retry']);
  const { description, runIf, timeout, taskCache } = raw;
  const level = LEVELS.find((one) => one === raw.logLevel);
  return {
    disabled: raw.disabled === true,
    allowFailure: raw.allowFailure === true,
    allowWarning: raw.allowWarning === true,
    ...(typeof description === 'string' && { description }),
    ...(typeof runIf === 'string' && { runIf }),
    ...(timeout !== undefined && timeout !== null && { timeout: String(timeout) }),
    ...(level && { logLevel: level }),
    ...(retry && { retry }),
    ...(isMap(taskCache) && {
      taskCache: {
        enabled: taskCache.enabled === true,
        ...(typeof taskCache.ttl === 'string' && { ttl: taskCache.ttl }),
      },
    }),
  };
}

function branchesOf(
  reading: TaskReading,
  definition: PluginDefinition,
  raw: Raw,
  path: Path,
  what: string,
): Record<string, Task[]> {
  const { reader } = reading;
  const branches: Record<string, Task[]> = {};
  for (const [key, schema] of Object.entries(definition.schema.shape as Shape)) {
    const value = raw[key];
    if (value === undefined || value === null) continue;
    const { holds, manner } = propertyFacts(schema);
    if (holds === 'tasks') {
      const read = readTasks(reading, value, [...path, key], manner === 'onlyTasks' ? manner : undefined);
      if (manner !== 'unused') branches[key] = read;
      else reader.report('wrong-value', [...path, key], say.ignoredTask(key), { severity: 'warning' });
    }
    if ((holds === 'tasks' || holds === 'dag') && manner !== 'mayBeEmpty' && !isOptional(schema) && isEmpty(value))
      reader.report('missing-property', [...path, key], say.emptyTasks(key, what));
    else if (holds === 'task') {
      if (isMap(value)) branches[key] = [readTask(reading, value, [...path, key]) ?? []].flat();
      else reader.report('wrong-type', [...path, key], say.ignoredTask(key), { severity: 'warning' });
    } else if (holds === 'dag') branches[key] = readDag(reading, value, [...path, key], what);
    else if (holds === 'cases') {
      const cases = Object.entries(reader.map(value, [...path, key], `\`${key}\``) ?? {});
      // Written, if only as an empty map: a Kestra tells that from none at all.
      if (cases.length === 0) branches[key] = [];
      for (const [name, tasks] of cases) branches[`${key}.${name}`] = readTasks(reading, tasks, [...path, key, name]);
    }
  }
  if (Object.hasOwn(definition.schema.shape, 'cases')) checkCases(reader, raw, path, what);
  if (definition.type.endsWith('.flow.WorkingDirectory')) checkShared(reader, branches.tasks ?? [], raw, path);
  return branches;
}

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

/** A Switch with neither a case nor tasks for the rest; a case may be empty. */
function checkCases(reader: Reader, { cases, defaults }: Raw, path: Path, what: string): void {
  const some = isMap(cases) && Object.values(cases).some((one) => one !== null);
  if (!some && (isEmpty(defaults) || defaults === undefined || defaults === null))
    reader.report('missing-property', path, say.emptyTasks('cases', what));
  else if (cases === undefined || cases === null)
    reader.report('missing-property', path, say.noCases(what), { severity: 'warning' });
}

/** The tasks of a WorkingDirectory share one worker: none may start others. */
function checkShared(reader: Reader, tasks: readonly Task[], raw: Raw, path: Path): void {
  for (const [index, task] of Array.isArray(raw.tasks) ? raw.tasks.entries() : []) {
    if (isMap(task) && isMap(task.workerGroup))
      reader.report('wrong-value', [...path, 'tasks', index, 'workerGroup'], say.workerGroupInside());
  }
  for (const [index, { id, type }] of tasks.entries()) {
    const at = [...path, 'tasks', index];
    if (findPlugin(type)?.kind === 'flowable' || type.endsWith('.flow.Subflow'))
      reader.report('wrong-value', [...at, 'type'], say.notInWorkingDirectory(id));
  }
}

function readDag(reading: TaskReading, value: unknown, path: Path, what: string): Task[] {
  const { reader } = reading;
  const tasks = reader.list(value, path, '`tasks`').flatMap((item, index): Task[] => {
    const at: Path = [...path, index];
    const entry = reader.map(item, at, 'Sebuah bagian Dag');
    if (!entry) return [];
    reader.unknown(entry, ['task', 'dependsOn'], at, 'Sebuah bagian Dag');
    const task = entry.task === undefined ? undefined : readTask(reading, entry.task, [...at, 'task']);
    if (entry.task === undefined) reader.report('missing-property', at, say.missing('task', what));
    if (!task) return [];
    task.dependsOn = reader.list(entry.dependsOn, [...at, 'dependsOn'], '`dependsOn`').map(String);
    return [task];
  });
  checkDag(reader, tasks, path);
  return tasks;
}

function checkDag(reader: Reader, tasks: readonly Task[], path: Path): void {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  for (const [index, { dependsOn = [] }] of tasks.entries()) {
    for (const id of dependsOn)
      if (!byId.has(id)) reader.report('unknown-reference', [...path, index, 'dependsOn'], say.unknownDependency(id));
  }
  const { cycle } = ordered([...byId.keys()], (id) => byId.get(id)?.dependsOn ?? []);
  if (cycle) reader.report('dag-cycle', path, say.dagCycle(cycle));
}
