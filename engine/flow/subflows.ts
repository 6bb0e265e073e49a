/** Flows that a flow calls and nobody here knows: they may be saved later, so this is a hint and no more. */
import type { Diagnostic, Flow, Task } from '../door.ts';
import { diagnosticMessages as say } from '../messages/diagnostics.ts';
import { placeInProperty } from './place.ts';

const CALLS = /\.flow\.(Subflow|ForEachItem)$/;

/** Only what is written out is looked for: what is rendered is known when it runs. */
export function missingSubflows(flow: Flow, isThere: (namespace: string, id: string) => boolean): Diagnostic[] {
  return [...tasksOf(flow)].flatMap((task): Diagnostic[] => {
    const { namespace, flowId } = task.properties;
    if (!CALLS.test(task.type) || typeof namespace !== 'string' || typeof flowId !== 'string') return [];
    if (`${namespace}${flowId}`.includes('{') || isThere(namespace, flowId)) return [];
    const { line, column } = placeInProperty(flow.source, task.at, 'flowId', flowId, 0) ?? task.at;
    return [
      {
        code: 'unknown-subflow',
        severity: 'hint',
        message: say.unknownSubflow(namespace, flowId),
        path: '',
        line,
        column,
        endLine: line,
        endColumn: column + flowId.length,
      },
    ];
  });
}

function* tasksOf({ tasks, errors, finally: last, afterExecution }: Flow): Generator<Task> {
  for (const list of [tasks, errors, last, afterExecution]) for (const task of list) yield* withChildren(task);
}

function* withChildren(task: Task): Generator<Task> {
  yield task;
  for (const branch of Object.values(task.branches)) for (const child of branch) yield* withChildren(child);
}
