/**
 * The variables an expression sees (kestra-behaviour, section 3: Context). Most are handed on as they are; what is made of inputs and
 * labels is kept until these change.
 */
import type { Flow } from '../door.ts';
import { Double } from '../expression/numbers.ts';
import { isoInstant } from '../time/instant.ts';
import { inJavaOrder } from './javaOrder.ts';
import { nestedLabels } from './labels.ts';
import { currentState, type Readable, type RunState, type TaskRunState } from './state.ts';

export interface Surroundings {
  envs: Record<string, string>;
  globals?: Record<string, unknown>;
}

export function variablesOf(
  state: RunState,
  taskRun: TaskRunState | undefined,
  around: Surroundings,
): Record<string, unknown> {
  const { header } = state;
  const variables: Record<string, unknown> = {
    flow: { id: header.flowId, namespace: header.namespace, revision: header.revision, tenantId: 'main' },
    execution: {
      id: header.id,
      state: currentState(state.histories),
      startDate: isoInstant(state.histories[0]?.at ?? 0),
      originalId: header.originalId,
      ...(state.flowOutputs && { outputs: state.flowOutputs }),
    },
    outputs: state.outputs,
    tasks: state.taskStates,
    ...(hasVariables(state) && { vars: state.variables }),
    envs: around.envs,
    globals: around.globals ?? {},
    kestra: { environment: 'alur', url: '' },
  };
  const { inputs, labels } = readable(state);
  if (inputs) variables.inputs = inputs;
  variables.labels = labels;
  if (header.trigger) {
    variables.trigger = header.trigger.variables;
    variables.schedule = header.trigger.variables;
  }
  if (!taskRun) return variables;
  variables.task = { id: taskRun.task.id, type: taskRun.task.type };
  variables.taskrun = taskRunVariables(taskRun);
  const parents = parentsOf(taskRun);
  if (parents[0]) variables.parent = parents[0];
  if (taskRun.parent) variables.parents = parents;
  return variables;
}

const hasVariables = ({ variables, flow }: RunState): boolean =>
  Object.keys(variables).length > 0 || Object.keys(flow.variables).length > 0;

function taskRunVariables(taskRun: TaskRunState): Record<string, unknown> {
  const { id, parent, value, iteration } = taskRun;
  return {
    id,
    startDate: isoInstant(taskRun.histories[0]?.at ?? 0),
    attemptsCount: Math.max(0, taskRun.attempts.length - 1),
    ...(parent && { parentId: parent.id }),
    ...(value !== undefined && { value }),
    ...(iteration !== undefined && { iteration }),
  };
}

/** Nearest first; one that has neither a value nor outputs is left out, as in Kestra. */
function parentsOf(taskRun: TaskRunState): Record<string, unknown>[] {
  const parents: Record<string, unknown>[] = [];
  for (let at = taskRun.parent; at; at = at.parent) {
    const outputs = at.outputs && Object.keys(at.outputs).length > 0 ? at.outputs : undefined;
    if (at.value === undefined && !outputs) continue;
    parents.push({ ...(at.value !== undefined && { taskrun: { value: at.value } }), ...(outputs && { outputs }) });
  }
  return parents;
}

/** A FLOAT and a DURATION stay decimal: `300.0`. An optional input without a value is null: there, but not defined. */
function present(inputs: Record<string, unknown>, { inputs: declared }: Flow): Record<string, unknown> {
  const decimal = new Set(declared.filter(({ type }) => type === 'FLOAT' || type === 'DURATION').map(({ id }) => id));
  const typed = Object.entries(inputs).map(([id, value]) => [
    id,
    typeof value === 'number' && decimal.has(id) ? new Double(value) : value,
  ]);
  return inJavaOrder(Object.fromEntries(typed) as Record<string, unknown>);
}

function readable(state: RunState): Readable {
  const { header, labels, flow } = state;
  if (state.readable?.from === labels) return state.readable;
  const inputs =
    state.readable?.inputs ?? (Object.keys(header.inputs).length > 0 ? present(header.inputs, flow) : undefined);
  state.readable = { from: labels, labels: nestedLabels(labels), inputs };
  return state.readable;
}
