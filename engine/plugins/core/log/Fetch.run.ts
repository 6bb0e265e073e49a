import type * as z from 'zod';
import type { LogEntry } from '../../../door.ts';
import { ionOf } from '../../../expression/ion.ts';
import { type TaskContext, TaskError, type TaskResult } from '../../definition.ts';
import { writeFile } from '../storage/files.ts';
import type { schema } from './Fetch.ts';

export async function run(properties: z.output<typeof schema>, context: TaskContext): Promise<TaskResult> {
  const { executionId, namespace, flowId, level, tasksId } = properties;
  if (executionId === undefined && (namespace !== undefined || flowId !== undefined)) {
    throw new TaskError('`namespace` and `flowId` should only be set when `executionId` is set.', {
      explanation: 'Tulis juga `executionId`, atau hapus `namespace` dan `flowId` untuk mengambil log eksekusi ini.',
    });
  }
  const all = await context.engine.logs(executionId ?? context.execution.id, level);
  const lines = all.filter(({ taskId }) => !tasksId || (taskId !== undefined && tasksId.includes(taskId)));
  const content = new TextEncoder().encode(lines.map((line) => `${rowOf(line)}\n`).join(''));
  const { uri } = await writeFile(content, '.ion', context);
  return { outputs: { size: lines.length, uri } };
}

/** As a Kestra's, but for the thread, of which there is none here. */
function rowOf(line: LogEntry): string {
  const texts = (named: Record<string, unknown>): string[] =>
    Object.entries(named).map(([name, value]) => `${name}:${ionOf(value)}`);
  const { namespace, flowId, executionId, taskId = null, taskRunId = null, attemptNumber = null } = line;
  return `{${[
    ...texts({ tenantId: 'main', namespace, flowId, taskId, executionId, taskRunId, attemptNumber, triggerId: null }),
    `timestamp:${line.timestamp}`,
    ...texts({ level: line.level, thread: null, message: line.message, deleted: false, executionKind: null }),
  ].join(',')}}`;
}
