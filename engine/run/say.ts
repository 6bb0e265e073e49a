/** Writes a line to an execution's log, and to the journal with the next batch. */
import type { LogLevel, TextPlace } from '../door.ts';
import { isoInstant } from '../time/instant.ts';
import type { Run } from './runner.ts';
import type { World } from './world.ts';

/** Who says it: a Kestra's executor counts tries from 1, its worker from 0. */
export type Speaker = 'worker' | 'executor';

export function say(
  run: Run,
  world: World,
  level: LogLevel,
  message: string,
  taskRunId?: string,
  explanation?: string,
  place?: TextPlace,
  speaker: Speaker = 'worker',
): void {
  const { header, taskRuns } = run.state;
  const taskRun = taskRunId ? taskRuns.get(taskRunId) : undefined;
  const { id: executionId, namespace, flowId } = header;
  const entry = run.log.add({
    namespace,
    flowId,
    executionId,
    ...(taskRun && {
      taskId: taskRun.task.id,
      taskRunId: taskRun.id,
      attemptNumber: Math.max(0, taskRun.attempts.length - 1) + (speaker === 'executor' ? 1 : 0),
    }),
    timestamp: isoInstant(world.ports.clock.now()),
    level,
    message,
    ...(explanation !== undefined && { explanation }),
    ...(place && { place }),
  });
  if (!entry) return;
  const { namespace: _namespace, flowId: _flowId, executionId: _executionId, ...line } = entry;
  world.journal.later({ stream: executionId, data: { type: 'log', line } }, () =>
    run.tell({ type: 'logs', count: run.log.entries.length }),
  );
}
