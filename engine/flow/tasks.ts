/** Tasks, as deep as they go. */
import type { LogLevel, Task } from '../door.ts';
import { diagnosticMessages as say } from '../messages/diagnostics.ts';
import type { PluginDefinition } from '../plugins/definition.ts';
import { propertyFacts } from '../plugins/property.ts';
import { allPlugins, findPlugin } from '../plugins/registry.ts';
import { parseDuration } from '../time/duration.ts';
import { type PluginDefault, withDefaults } from './defaults.ts';
import { checkTaskId } from './ids.ts';
import { KNOWN_TYPES } from './knownTypes.ts';
import { nearest } from './nearest.ts';
import { checkProperties } from './properties.ts';
import { isMap, type Raw, type Reader } from './reader.ts';
import { readRetry } from './retry.ts';
import type { Path } from './source.ts';

/** What every task has (kestra-behaviour, section 1). */
export const COMMON = [
  'id',
  'type',
  'description',
  'retry',
  'timeout',
  'disabled',
  'logLevel',
  'allowFailure',
  'allowWarning',
  'runIf',
  'logToFile',
  'workerGroup',
  'taskCache',
  'version',
  'assets',
];
const LEVELS: readonly string[] = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR'];

export interface TaskReading {
  reader: Reader;
  defaults: readonly PluginDefault[];
  /** Every id so far, and the line it stands in. */
  ids: Map<string, number>;
}

export function readTasks(reading: TaskReading, value: unknown, path: Path): Task[] {
  return reading.reader
    .list(value, path, `\`${String(path.at(-1))}\``)
    .flatMap((item, index) => readTask(reading, item, [...path, index]) ?? []);
}

export function readTask(reading: TaskReading, value: unknown, path: Path): Task | undefined {
  const { reader, defaults } = reading;
  const written = reader.map(value, path, 'Sebuah task');
  if (!written) return undefined;
  const id = reader.required(written, 'id', path, 'Sebuah task');
  const what = id === undefined ? 'Task ini' : `Task \`${id}\``;
  if (id !== undefined) claim(reading, id, path);
  const type = reader.required(written, 'type', path, what);
  const definition = type === undefined ? undefined : definitionOf(reader, type, [...path, 'type']);
  if (!definition || type === undefined || id === undefined) return undefined;
  if (definition.kind === 'trigger' || definition.kind === 'condition') {
    reader.report('wrong-value', [...path, 'type'], notATask(definition.kind, type));
    return undefined;
  }
  const shape = definition.schema.shape;
  const known = [...COMMON, ...Object.keys(shape)];
  reader.unknown(written, known, path, what);
  const raw = withDefaults(written, [type, definition.type], defaults, (key) => known.includes(key));
  checkProperties(reader, definition.schema, raw, path, what, (key) => Object.hasOwn(written, key));
  return {
    id,
    type: definition.type,
    at: reader.source.rangeOf(path),
    ...common(reader, raw, path),
    properties: Object.fromEntries(
      Object.entries(raw).filter(([key]) => Object.hasOwn(shape, key) && !propertyFacts(shape[key] as never).holds),
    ),
    branches: branchesOf(reading, definition, raw, path, what),
  };
}

const notATask = (kind: 'trigger' | 'condition', type: string): string =>
  kind === 'trigger'
    ? `\`${type}\` adalah trigger. Tulis di bawah \`triggers\`.`
    : `\`${type}\` adalah syarat. Tulis di bawah \`conditions\` sebuah trigger.`;

function claim({ reader, ids }: TaskReading, id: string, path: Path): void {
  checkTaskId(reader, id, path);
  const line = ids.get(id);
  if (line !== undefined) reader.report('duplicate-id', [...path, 'id'], say.duplicateId(id, line));
  else ids.set(id, reader.source.rangeOf([...path, 'id']).line);
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
    reader.report('unsupported-type', path, say.unsupportedType(type));
    return undefined;
  }
  const suggestion = nearest(type, [...allPlugins().map((one) => one.type), ...KNOWN_TYPES]);
  const at = reader.source.rangeOf(path);
  const fix =
    suggestion === undefined ? undefined : { ...at, title: `Ganti dengan ${suggestion}`, replacement: suggestion };
  reader.report('unknown-type', path, say.unknownType(type, suggestion), fix && { fix });
  return undefined;
}

type Common = Pick<Task, 'disabled' | 'allowFailure' | 'allowWarning'> &
  Partial<Pick<Task, 'description' | 'runIf' | 'timeout' | 'logLevel' | 'retry' | 'taskCache'>>;

function common(reader: Reader, raw: Raw, path: Path): Common {
  const text = (key: string) => reader.text(raw[key], [...path, key]);
  const [description, runIf, timeout, level] = [text('description'), text('runIf'), text('timeout'), text('logLevel')];
  if (timeout !== undefined && !timeout.includes('{') && typeof parseDuration(timeout) !== 'number') {
    reader.report(
      'bad-duration',
      [...path, 'timeout'],
      say.failsWhenRun('timeout', `tidak cocok. ${say.badDuration(timeout)}`),
      { severity: 'warning' },
    );
  }
  if (level !== undefined && !LEVELS.includes(level)) {
    reader.report(
      'wrong-value',
      [...path, 'logLevel'],
      say.wrongType('logLevel', `pilih salah satu: ${LEVELS.join(', ')}.`),
    );
  }
  const retry = readRetry(reader, raw.retry, [...path, 'retry']);
  const cache = isMap(raw.taskCache) ? raw.taskCache : undefined;
  return {
    disabled: reader.flag(raw.disabled, [...path, 'disabled'], false),
    allowFailure: reader.flag(raw.allowFailure, [...path, 'allowFailure'], false),
    allowWarning: reader.flag(raw.allowWarning, [...path, 'allowWarning'], false),
    ...(description !== undefined && { description }),
    ...(runIf !== undefined && { runIf }),
    ...(timeout !== undefined && { timeout }),
    ...(level !== undefined && { logLevel: level as LogLevel }),
    ...(retry && { retry }),
    ...(cache && {
      taskCache: { enabled: cache.enabled === true, ...(typeof cache.ttl === 'string' && { ttl: cache.ttl }) },
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
  for (const [key, schema] of Object.entries(definition.schema.shape)) {
    const value = raw[key];
    if (value === undefined || value === null) continue;
    const { holds } = propertyFacts(schema as never);
    if (holds === 'tasks') branches[key] = readTasks(reading, value, [...path, key]);
    else if (holds === 'task')
      branches[key] = [readTask(reading, value, [...path, key])].filter((task) => task !== undefined);
    else if (holds === 'dag') branches[key] = readDag(reading, value, [...path, key], what);
    else if (holds === 'cases') {
      for (const [name, tasks] of Object.entries(reader.map(value, [...path, key], `\`${key}\``) ?? {})) {
        branches[`${key}.${name}`] = readTasks(reading, tasks, [...path, key, name]);
      }
    }
  }
  if (definition.kind === 'flowable' && Object.keys(branches).every((key) => key === 'errors' || key === 'finally')) {
    const switchLike = Object.hasOwn(definition.schema.shape, 'cases');
    if (switchLike) reader.report('missing-property', path, say.missing('cases', what));
  }
  return branches;
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
    return [{ ...task, dependsOn: reader.list(entry.dependsOn, [...at, 'dependsOn'], '`dependsOn`').map(String) }];
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
  const done = new Set<string>();
  const visit = (id: string, way: readonly string[]): readonly string[] | undefined => {
    if (way.includes(id)) return [...way.slice(way.indexOf(id)), id];
    if (done.has(id)) return undefined;
    for (const next of byId.get(id)?.dependsOn ?? []) {
      const cycle = visit(next, [...way, id]);
      if (cycle) return cycle;
    }
    done.add(id);
    return undefined;
  };
  for (const { id } of tasks) {
    const cycle = visit(id, []);
    if (cycle) {
      reader.report('dag-cycle', path, say.dagCycle(cycle));
      return;
    }
  }
}
