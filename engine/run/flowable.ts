/** What a flowable type is to `decide`: pure functions of the task and of what was rendered for it. */
import type { Task } from '../door.ts';
import type { Plan } from './plan.ts';
import type { TaskRunState } from './state.ts';

/** How a rendered value is to be read. */
export type Reading = 'text' | 'truth' | 'list' | 'integer' | 'duration' | 'typed' | 'before' | 'after';

export interface Need {
  key: string;
  template: unknown;
  as: Reading;
  /** Rendered as if these were its own outputs. */
  outputs?: Record<string, unknown>;
}

export interface Planned {
  plan: Plan;
  outputs?: Record<string, unknown>;
  /** There is no such branch: it ends at once, without its `finally`. */
  over?: true;
  /** Nothing fits: the task run fails with this line at WARN. */
  nothing?: string;
  /** It can't be planned at all: the error. */
  broken?: string;
}

export interface Flowable {
  /** What must be rendered before it can be planned. */
  needs(task: Task): readonly Need[];
  /** Answers stand under the keys of the needs. */
  plan(task: Task, answers: Record<string, unknown>, turn?: number): Planned;
  /** Its outputs before it has begun, where it has any: one that does not run shows them too. */
  outputs?(task: Task, answers: Record<string, unknown>): Record<string, unknown>;
  /** What is asked once more, or done, after its last child: the outputs come of it. The key is `after`. */
  after?(task: Task): Need | undefined;
  /** Its outputs come of its needs: where these can't be rendered, its try is never closed (Kestra 1.1.15). */
  answers?: true;
  /** AllowFailure: what went wrong inside is only a warning. */
  forgives?: boolean;
  /** LoopUntil and Pause have lives of their own: `decide/loop.ts`, `decide/pause.ts`. */
  life?: 'loop' | 'pause';
}

/** The answers so far, as plain values; undefined while one is missing. */
export function answersTo(needs: readonly Need[], taskRun: TaskRunState): Record<string, unknown> | undefined {
  const values: Record<string, unknown> = {};
  for (const { key } of needs) {
    const answer = taskRun.answers.get(key);
    if (!answer) return undefined;
    values[key] = answer.value;
  }
  return values;
}
