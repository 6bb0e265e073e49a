/** The whole flow from its data. */
import type { Flow, Task } from '../door.ts';
import { diagnosticMessages as say } from '../messages/diagnostics.ts';
import { readDefaults } from './defaults.ts';
import { checkFlowId, checkNamespace } from './ids.ts';
import { readInputs } from './inputs/read.ts';
import { readLabels } from './labels.ts';
import { concurrencyOf, readOutputs, readSla } from './parts.ts';
import { checkProperties } from './properties.ts';
import { isMap, type Raw, type Reader } from './reader.ts';
import { readRetry } from './retry.ts';
import { FLOW } from './shapes.ts';
import type { Path } from './source.ts';
import { readTasks, type TaskReading } from './tasks.ts';
import { readTriggers } from './triggers.ts';

const KNOWN = [
  'id',
  'namespace',
  'labels',
  'inputs',
  'outputs',
  'tasks',
  'errors',
  'finally',
  'afterExecution',
  'triggers',
  'pluginDefaults',
  'taskDefaults',
  'retry',
  'sla',
  ...Object.keys(FLOW),
];

export function readFlow(reader: Reader): Flow | undefined {
  const written = reader.map(reader.source.value, [], 'Flow');
  if (!written) return undefined;
  reader.unknown(written, KNOWN, [], 'Flow');
  const raw = checkProperties(reader, FLOW, written, [], 'Flow');
  if (written.revision !== undefined && written.revision !== null && !Number.isInteger(written.revision))
    reader.report('wrong-type', ['revision'], say.wrongType('revision', 'tulis sebuah angka bulat.'));
  if (Array.isArray(raw.listeners) && raw.listeners.includes(null))
    reader.report('wrong-type', ['listeners', raw.listeners.indexOf(null)], say.notAMap('Sebuah listener'));
  checkWorkerGroup(reader, raw.workerGroup);
  const id = reader.required(raw, 'id', [], 'Flow');
  const namespace = reader.required(raw, 'namespace', [], 'Flow');
  if (id !== undefined) checkFlowId(reader, id);
  if (namespace !== undefined) checkNamespace(reader, raw.namespace);
  const defaults = [
    ...readDefaults(reader, 'taskDefaults', raw.taskDefaults),
    ...readDefaults(reader, 'pluginDefaults', raw.pluginDefaults),
  ];
  const reading: TaskReading = { reader, defaults, ids: new Map(), broken: new Set() };
  const list = (key: string): Task[] =>
    readTasks(reading, raw[key], [key], key === 'tasks' ? 'onlyTasksOrNull' : undefined);
  checkSomeTasks(reader, raw);
  const lists = {
    tasks: list('tasks'),
    errors: list('errors'),
    finally: list('finally'),
    afterExecution: list('afterExecution'),
  };
  const retry = readRetry(reader, raw.retry, ['retry']);
  const concurrency = concurrencyOf(raw.concurrency);
  const flow: Flow = {
    id: id ?? '',
    namespace: namespace ?? '',
    revision: 1,
    source: reader.source.text,
    disabled: raw.disabled === true,
    labels: readLabels(reader, raw.labels, ['labels']),
    variables: isMap(raw.variables) ? raw.variables : {},
    inputs: readInputs(reader, raw.inputs, ['inputs']),
    outputs: readOutputs(reader, raw.outputs),
    ...runnable(lists, reading.broken),
    triggers: readTriggers(reader, raw.triggers, defaults),
    sla: readSla(reader, raw.sla),
    ...(typeof raw.description === 'string' && { description: raw.description }),
    ...(retry && { retry }),
    ...(concurrency && { concurrency }),
  };
  checkSelf(reader, flow, flow.tasks, ['tasks']);
  return flow;
}

/** Where something in these lists is no task, a Kestra fails before the first one runs. */
function runnable<T extends Record<'tasks' | 'errors' | 'finally' | 'afterExecution', Task[]>>(
  lists: T,
  broken: ReadonlySet<Task>,
): T {
  const first = [...lists.tasks, ...lists.errors, ...lists.finally].find((task) => broken.has(task));
  return first ? { ...lists, tasks: [first], errors: [], finally: [] } : lists;
}

/** Creating a flow reads this part as it is written: here also what is null has a name. */
function checkWorkerGroup(reader: Reader, value: unknown): void {
  const known = Object.keys(FLOW.workerGroup.unwrap().shape);
  for (const key of isMap(value) ? Object.keys(value) : [])
    if (isMap(value) && value[key] === null && !known.includes(key))
      reader.report('unknown-property', ['workerGroup', key], say.unknownProperty(key, '`workerGroup`'));
}

function checkSomeTasks(reader: Reader, { tasks }: Raw): void {
  if (tasks === undefined || tasks === null)
    reader.report('missing-property', [], say.noTasks(), { at: { line: 1, column: 1, endLine: 1, endColumn: 2 } });
  else if (Array.isArray(tasks) && tasks.length === 0)
    reader.report('missing-property', ['tasks'], say.noTasks(), { at: reader.source.keyRangeOf(['tasks']) });
}

/** A flow that calls itself never ends. */
function checkSelf(reader: Reader, flow: Flow, tasks: readonly Task[], path: Path): void {
  for (const [index, task] of tasks.entries()) {
    const { flowId, namespace } = task.properties;
    if (task.type === 'io.kestra.plugin.core.flow.Subflow' && flowId === flow.id && namespace === flow.namespace) {
      reader.report('self-subflow', [...path, index], say.selfSubflow());
    }
    for (const [key, branch] of Object.entries(task.branches))
      checkSelf(reader, flow, branch, [...path, index, ...key.split('.')]);
  }
}
