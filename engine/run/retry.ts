/**
 * Whether a failed try is followed by another, and when. Looked up on the task, then its parents, then the flow (Kestra 1.1).
 * Exponential is linear in Kestra: interval x delayFactor x (tries - 1), so the first delay is 0.
 */
import type { Retry } from '../door.ts';
import { parseDuration } from '../time/duration.ts';
import type { RunState, TaskRunState } from './state.ts';

/** Milliseconds; a pair is drawn from at random. */
export type Delay = number | readonly [number, number];

/** What is allowed to fail is tried again only when it says so itself. */
export function retryOf(state: RunState, { task, parent }: TaskRunState): Retry | undefined {
  if (task.retry || task.allowFailure) return task.retry;
  for (let at = parent; at; at = at.parent) if (at.task.retry) return at.task.retry;
  return state.flow.retry;
}

/** The delay before a new execution takes this one's place, in milliseconds; nothing when there were enough of them. */
export function nextExecution(
  retry: Retry,
  { header, attemptNumber, histories }: RunState,
  now: number,
): number | undefined {
  if (retry.maxAttempts !== undefined && attemptNumber >= retry.maxAttempts) return undefined;
  const delay = delayAfter(retry, attemptNumber);
  if (delay === undefined) return undefined;
  const after = typeof delay === 'number' ? delay : (delay[0] + delay[1]) / 2;
  const first = header.firstCreatedAt ?? histories[0]?.at ?? now;
  const limit = milliseconds(retry.maxDuration);
  return limit !== undefined && now + after - first > limit ? undefined : after;
}

/** The delay before the next try; nothing when there is none. `now` is epoch milliseconds. */
export function nextTry(retry: Retry, taskRun: TaskRunState, now: number): Delay | undefined {
  const tries = taskRun.attempts.length;
  if (retry.maxAttempts !== undefined && tries >= retry.maxAttempts) return undefined;
  const delay = delayAfter(retry, tries);
  if (delay === undefined) return undefined;
  if (retry.maxDuration !== undefined) {
    const first = taskRun.attempts[0]?.[0]?.at ?? now;
    const limit = milliseconds(retry.maxDuration) ?? 0;
    if (now + (typeof delay === 'number' ? delay : delay[1]) - first > limit) return undefined;
  }
  return delay;
}

function delayAfter(retry: Retry, tries: number): Delay | undefined {
  switch (retry.type) {
    case 'constant':
      return milliseconds(retry.interval);
    case 'random': {
      const least = milliseconds(retry.minInterval);
      const most = milliseconds(retry.maxInterval);
      return least === undefined || most === undefined ? undefined : [least, most];
    }
    case 'exponential': {
      const interval = milliseconds(retry.interval);
      const most = milliseconds(retry.maxInterval) ?? Number.POSITIVE_INFINITY;
      return interval === undefined ? undefined : Math.min(interval * (retry.delayFactor ?? 2) * (tries - 1), most);
    }
  }
}

function milliseconds(text: string | undefined): number | undefined {
  const duration = text === undefined ? undefined : parseDuration(text);
  return typeof duration === 'number' ? duration : undefined;
}
