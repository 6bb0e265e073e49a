/** The whole flow from its data. */
import type { Flow, FlowOutput, Task } from '../door.ts';
import { diagnosticMessages as say } from '../messages/diagnostics.ts';
import { parseDuration } from '../time/duration.ts';
import { readDefaults } from './defaults.ts';
import { checkFlowId, checkNamespace } from './ids.ts';
import { readInputs } from './inputs/read.ts';
import { INPUT_TYPES, isInputType } from './inputs/types.ts';
import { readLabels } from './labels.ts';
import type { Reader } from './reader.ts';
import { readRetry } from './retry.ts';
import type { Path } from './source.ts';
import { readTasks, type TaskReading } from './tasks.ts';
import { readTriggers } from './triggers.ts';

const KNOWN = [
  'id',
  'namespace',
  'revision',
  'description',
  'disabled',
  'labels',
  'variables',
  'inputs',
  'outputs',
  'tasks',
  'errors',
  'finally',
  'afterExecution',
  'triggers',
  'listeners',
  'pluginDefaults',
  'taskDefaults',
  'retry',
  'concurrency',
  'sla',
  'checks',
  'workerGroup',
  'source',
  'deleted',
  'draft',
  'tenantId',
  'updated',
];
export function readFlow(reader: Reader): Flow | undefined {
  const raw = reader.map(reader.source.value, [], 'Flow');
  if (!raw) return undefined;
  reader.unknown(raw, KNOWN, [], 'Flow');
  const id = reader.required(raw, 'id', [], 'Flow');
  const namespace = reader.required(raw, 'namespace', [], 'Flow');
  if (id !== undefined) checkFlowId(reader, id);
  if (namespace !== undefined) checkNamespace(reader, namespace);
  const defaults = readDefaults(reader, raw.pluginDefaults ?? raw.taskDefaults);
  const reading: TaskReading = { reader, defaults, ids: new Map() };
  const list = (key: string): Task[] => readTasks(reading, raw[key], [key]);
  const tasks = list('tasks');
  if (raw.tasks === undefined || raw.tasks === null || (Array.isArray(raw.tasks) && raw.tasks.length === 0)) {
    reader.report('missing-property', raw.tasks === undefined ? [] : ['tasks'], say.noTasks(), {
      at:
        raw.tasks === undefined
          ? { line: 1, column: 1, endLine: 1, endColumn: 2 }
          : reader.source.keyRangeOf(['tasks']),
    });
  }
  const rest = { errors: list('errors'), finally: list('finally'), afterExecution: list('afterExecution') };
  const retry = readRetry(reader, raw.retry, ['retry']);
  const concurrency = readConcurrency(reader, raw.concurrency);
  const description = reader.text(raw.description, ['description']);
  const flow: Flow = {
    id: id ?? '',
    namespace: namespace ?? '',
    revision: 1,
    source: reader.source.text,
    disabled: reader.flag(raw.disabled, ['disabled'], false),
    labels: readLabels(reader, raw.labels, ['labels']),
    variables:
      raw.variables === undefined || raw.variables === null
        ? {}
        : (reader.map(raw.variables, ['variables'], '`variables`') ?? {}),
    inputs: readInputs(reader, raw.inputs, ['inputs']),
    outputs: readOutputs(reader, raw.outputs),
    tasks,
    ...rest,
    triggers: readTriggers(reader, raw.triggers, defaults),
    sla: readSla(reader, raw.sla),
    ...(description !== undefined && { description }),
    ...(retry && { retry }),
    ...(concurrency && { concurrency }),
  };
  checkSelf(reader, flow, tasks, ['tasks']);
  return flow;
}

function readOutputs(reader: Reader, value: unknown): FlowOutput[] {
  return reader.list(value, ['outputs'], '`outputs`').flatMap((item, index): FlowOutput[] => {
    const path: Path = ['outputs', index];
    const raw = reader.map(item, path, 'Sebuah output');
    if (!raw) return [];
    reader.unknown(raw, ['id', 'type', 'value', 'required', 'displayName', 'description'], path, 'Sebuah output');
    const id = reader.required(raw, 'id', path, 'Sebuah output');
    const type = reader.required(raw, 'type', path, 'Sebuah output');
    if (raw.value === undefined || raw.value === null)
      reader.report('missing-property', path, say.missing('value', 'Sebuah output'));
    if (type !== undefined && !isInputType(type))
      reader.report('bad-input', [...path, 'type'], say.badInputType(type, INPUT_TYPES));
    if (id === undefined || type === undefined || !isInputType(type)) return [];
    return [{ id, type, value: raw.value, required: reader.flag(raw.required, [...path, 'required'], true) }];
  });
}

function readConcurrency(reader: Reader, value: unknown): Flow['concurrency'] {
  if (value === undefined || value === null) return undefined;
  const path: Path = ['concurrency'];
  const raw = reader.map(value, path, '`concurrency`');
  if (!raw) return undefined;
  reader.unknown(raw, ['limit', 'behavior'], path, '`concurrency`');
  if (raw.limit === undefined || raw.limit === null)
    reader.report('missing-property', path, say.missing('limit', '`concurrency`'));
  const limit = reader.integer(raw.limit, [...path, 'limit']);
  const behavior = reader.text(raw.behavior, [...path, 'behavior']) ?? 'QUEUE';
  if (behavior !== 'QUEUE' && behavior !== 'CANCEL' && behavior !== 'FAIL') {
    reader.report(
      'wrong-type',
      [...path, 'behavior'],
      say.wrongType('behavior', 'pilih salah satu: QUEUE, CANCEL, FAIL.'),
    );
    return undefined;
  }
  if (limit !== undefined && limit < 1)
    reader.report('wrong-value', [...path, 'limit'], say.wrongType('limit', 'paling sedikit 1.'));
  return limit === undefined ? undefined : { limit, behavior };
}

function readSla(reader: Reader, value: unknown): Flow['sla'] {
  return reader.list(value, ['sla'], '`sla`').flatMap((item, index): Flow['sla'] => {
    const path: Path = ['sla', index];
    const raw = reader.map(item, path, 'Sebuah SLA');
    if (!raw) return [];
    const id = reader.required(raw, 'id', path, 'Sebuah SLA');
    const type = reader.required(raw, 'type', path, 'Sebuah SLA');
    const behavior = reader.required(raw, 'behavior', path, 'Sebuah SLA');
    const [duration, condition] = [
      reader.text(raw.duration, [...path, 'duration']),
      reader.text(raw.assert, [...path, 'assert']),
    ];
    if (duration !== undefined && typeof parseDuration(duration) !== 'number')
      reader.report('bad-duration', [...path, 'duration'], say.badDuration(duration));
    if (id === undefined || (type !== 'MAX_DURATION' && type !== 'EXECUTION_ASSERTION')) return [];
    if (behavior !== 'FAIL' && behavior !== 'CANCEL' && behavior !== 'NONE') return [];
    const labels = readLabels(reader, raw.labels, [...path, 'labels']);
    return [
      {
        id,
        type,
        behavior,
        labels,
        ...(duration !== undefined && { duration }),
        ...(condition !== undefined && { assert: condition }),
      },
    ];
  });
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
