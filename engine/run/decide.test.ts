/** Whole executions played by hand: every task ends as it is told, needs are answered at once. */
import { describe, expect, test } from 'vitest';
import type { Flow, State, Task } from '../door.ts';
import { apply, begin } from './apply.ts';
import { decide, isOver } from './decide.ts';
import type { Change, RunEvent } from './events.ts';
import { currentState, type RunState } from './state.ts';

const FLOW = 'io.kestra.plugin.core.flow.';
const AT = { line: 1, column: 1, endLine: 1, endColumn: 1 };

function task(id: string, more: Partial<Task> = {}): Task {
  const common = { disabled: false, allowFailure: false, allowWarning: false, properties: {}, branches: {} };
  return { id, type: 'io.kestra.plugin.core.debug.Return', at: AT, ...common, ...more };
}

const flowOf = (tasks: Task[], more: Partial<Flow> = {}): Flow => ({
  id: 'f',
  namespace: 'n',
  revision: 1,
  source: '',
  disabled: false,
  labels: [],
  variables: {},
  inputs: [],
  outputs: [],
  tasks,
  errors: [],
  finally: [],
  afterExecution: [],
  triggers: [],
  sla: [],
  ...more,
});

interface Script {
  /** How the tries of a task end; SUCCESS where nothing is said. */
  ends?: Record<string, State[]>;
  answers?: Record<string, unknown>;
}

/** Plays a flow to its end; says what ran in which order, and how it ended. */
function play(flow: Flow, { ends = {}, answers = {} }: Script = {}) {
  let at = 0;
  let ids = 0;
  const created: Extract<RunEvent, { type: 'created' }> = {
    type: 'created',
    at,
    header: {
      id: 'e',
      namespace: 'n',
      flowId: 'f',
      revision: 1,
      inputs: {},
      labels: [],
      originalId: 'e',
      attemptNumber: 1,
    },
  };
  const state = begin(flow, created);
  const waiting: (() => Change | undefined)[] = [];
  const order: string[] = [];
  let most = 0;
  const fold = (change: Change): void => {
    const queue: Change[] = [change];
    for (let next = queue.shift(); next; next = queue.shift()) {
      const event: RunEvent = { ...next, at: at++ };
      if (event.type !== 'created') apply(state, event);
      for (const decision of decide(state, event)) {
        if (decision.do === 'record') queue.push(decision.change);
        else if (decision.do === 'create') queue.push({ ...decision.taskRun, id: String(ids++) });
        else if (decision.do === 'render') {
          waiting.push(() => ({
            type: 'answer',
            id: decision.id,
            key: decision.need.key,
            value: answers[decision.need.key],
          }));
        } else if (decision.do === 'work') waiting.push(() => worked(decision.id));
        else if (decision.do === 'wake') waiting.push(() => ({ type: 'due', id: decision.id, key: decision.key }));
      }
    }
    most = Math.max(most, waiting.length);
  };
  const worked = (id: string): Change | undefined => {
    const taskRun = state.taskRuns.get(id);
    if (!taskRun || currentState(taskRun.histories) !== 'SUBMITTED') return undefined;
    order.push(taskRun.task.id + (taskRun.value === undefined ? '' : `:${taskRun.value}`));
    fold({ type: 'moved', id, state: 'RUNNING' });
    const end = ends[taskRun.task.id]?.[taskRun.attempts.length - 1] ?? ends[taskRun.task.id]?.at(-1) ?? 'SUCCESS';
    return { type: 'tried', id, state: end as 'SUCCESS', outputs: {} };
  };
  fold(created);
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const change = next();
    if (change) fold(change);
  }
  return { state, order, most, end: currentState(state.histories), over: isOver(state), states: statesOf(state) };
}

const statesOf = (state: RunState) =>
  [...state.taskRuns.values()].map(
    ({ task: { id }, value, histories }) => `${id}${value ?? ''} ${currentState(histories)}`,
  );

describe('sequences', () => {
  test('tasks run one after the other; a disabled one leaves no trace', () => {
    const { order, end, over } = play(flowOf([task('a'), task('b', { disabled: true }), task('c')]));
    expect(order).toEqual(['a', 'c']);
    expect(end).toBe('SUCCESS');
    expect(over).toBe(true);
  });

  test('a failure ends the flow; errors and finally still run, afterExecution comes last', () => {
    const flow = flowOf([task('a'), task('b')], {
      errors: [task('e')],
      finally: [task('f')],
      afterExecution: [task('after')],
    });
    const { order, end, state } = play(flow, { ends: { a: ['FAILED'] } });
    expect(order).toEqual(['a', 'e', 'f', 'after']);
    expect(end).toBe('FAILED');
    expect(state.histories.map(({ state: at }) => at)).toEqual(['CREATED', 'RUNNING', 'FAILED']);
  });

  test('allowFailure goes on as a warning, allowWarning as a success', () => {
    const warned = play(flowOf([task('a', { allowFailure: true }), task('b')]), { ends: { a: ['FAILED'] } });
    expect(warned.states).toEqual(['a WARNING', 'b SUCCESS']);
    expect(warned.end).toBe('WARNING');
    const allowed = play(flowOf([task('a', { allowFailure: true, allowWarning: true })]), { ends: { a: ['FAILED'] } });
    expect(allowed.end).toBe('SUCCESS');
  });

  test('runIf that is false skips, and the flow goes on', () => {
    const { states, end } = play(flowOf([task('a', { runIf: '{{ x }}' }), task('b')]), { answers: { runIf: false } });
    expect(states).toEqual(['a SKIPPED', 'b SUCCESS']);
    expect(end).toBe('SUCCESS');
  });
});

describe('retries', () => {
  test('tries again in the same task run until it works', () => {
    const retry = {
      type: 'constant',
      behavior: 'RETRY_FAILED_TASK',
      interval: 'PT1S',
      maxAttempts: 3,
      warningOnRetry: false,
    } as const;
    const { order, state, end } = play(flowOf([task('a', { retry })]), { ends: { a: ['FAILED', 'SUCCESS'] } });
    expect(order).toEqual(['a', 'a']);
    expect(end).toBe('SUCCESS');
    expect([...state.taskRuns.values()][0]?.histories.map((moment) => moment.state)).toEqual([
      'CREATED',
      'SUBMITTED',
      'RUNNING',
      'FAILED',
      'RETRYING',
      'CREATED',
      'SUBMITTED',
      'RUNNING',
      'SUCCESS',
    ]);
    expect(state.histories.map((moment) => moment.state)).toEqual([
      'CREATED',
      'RUNNING',
      'FAILED',
      'RETRYING',
      'RUNNING',
      'SUCCESS',
    ]);
  });

  test('gives up after maxAttempts', () => {
    const retry = {
      type: 'constant',
      behavior: 'RETRY_FAILED_TASK',
      interval: 'PT1S',
      maxAttempts: 3,
      warningOnRetry: false,
    } as const;
    const { order, end } = play(flowOf([task('a', { retry })]), { ends: { a: ['FAILED'] } });
    expect(order).toHaveLength(3);
    expect(end).toBe('FAILED');
  });
});

describe('flowables', () => {
  const ifTask = task('choose', { type: `${FLOW}If`, branches: { then: [task('yes')], else: [task('no')] } });

  test.each([
    [true, ['choose SUCCESS', 'yes SUCCESS']],
    [false, ['choose SUCCESS', 'no SUCCESS']],
  ])('If %s', (condition, states) => {
    expect(play(flowOf([ifTask]), { answers: { condition } }).states).toEqual(states);
  });

  test('a Switch without a match fails', () => {
    const choose = task('choose', { type: `${FLOW}Switch`, branches: { 'cases.a': [task('a')] } });
    expect(play(flowOf([choose]), { answers: { value: 'z' } }).end).toBe('FAILED');
    expect(play(flowOf([choose]), { answers: { value: 'a' } }).states).toEqual(['choose SUCCESS', 'a SUCCESS']);
  });

  test('Parallel keeps to its limit', () => {
    const tasks = ['a', 'b', 'c', 'd', 'e'].map((id) => task(id));
    const parallel = task('p', { type: `${FLOW}Parallel`, branches: { tasks } });
    const { most, order, end } = play(flowOf([parallel]), { answers: { concurrent: 2 } });
    expect(most).toBe(2);
    expect(order).toHaveLength(5);
    expect(end).toBe('SUCCESS');
  });

  test('a failing child of a Parallel cuts its siblings off', () => {
    const parallel = task('p', { type: `${FLOW}Parallel`, branches: { tasks: [task('bad'), task('slow')] } });
    const { states, end } = play(flowOf([parallel, task('next')]), {
      answers: { concurrent: 0 },
      ends: { bad: ['FAILED'] },
    });
    expect(states).toEqual(['p FAILED', 'bad FAILED', 'slow FAILED']);
    expect(end).toBe('FAILED');
  });

  test('a Dag follows its dependencies', () => {
    const tasks = [task('c', { dependsOn: ['a', 'b'] }), task('a'), task('b', { dependsOn: ['a'] })];
    const dag = task('d', { type: `${FLOW}Dag`, branches: { tasks } });
    expect(play(flowOf([dag]), { answers: { concurrent: 0 } }).order).toEqual(['a', 'b', 'c']);
  });

  test('ForEach runs its tasks for each value once, in order', () => {
    const each = task('each', { type: `${FLOW}ForEach`, branches: { tasks: [task('x'), task('y')] } });
    const { order, end } = play(flowOf([each]), { answers: { values: ['1', '2', '1', { k: 1 }], limit: 1 } });
    expect(order).toEqual(['x:1', 'y:1', 'x:2', 'y:2', 'x:{"k":1}', 'y:{"k":1}']);
    expect(end).toBe('SUCCESS');
  });

  test('an empty ForEach is a success', () => {
    const each = task('each', { type: `${FLOW}ForEach`, branches: { tasks: [task('x')] } });
    expect(play(flowOf([each]), { answers: { values: [], limit: 1 } }).states).toEqual(['each SUCCESS']);
  });

  test("a task's own errors run first, then the flow's", () => {
    const inner = task('seq', {
      type: `${FLOW}Sequential`,
      branches: { tasks: [task('bad')], errors: [task('local')] },
    });
    const { order } = play(flowOf([inner], { errors: [task('global')] }), { ends: { bad: ['FAILED'] } });
    expect(order).toEqual(['bad', 'local', 'global']);
  });

  test('what fails inside an AllowFailure is a warning outside', () => {
    const inner = task('af', { type: `${FLOW}AllowFailure`, branches: { tasks: [task('bad')] } });
    const { states, end } = play(flowOf([inner, task('next')]), { ends: { bad: ['FAILED'] } });
    expect(states).toEqual(['af WARNING', 'bad FAILED', 'next SUCCESS']);
    expect(end).toBe('WARNING');
  });

  test('LoopUntil starts over until its condition is true', () => {
    const loop = task('loop', {
      type: `${FLOW}LoopUntil`,
      properties: { condition: '{{ done }}' },
      branches: { tasks: [task('x')] },
    });
    const answers = { interval: 100, 'condition#0+0': false, 'condition#1+0': false, 'condition#2+0': true };
    const { order, end, state } = play(flowOf([loop]), { answers });
    expect(order).toEqual(['x', 'x', 'x']);
    expect(end).toBe('SUCCESS');
    expect(state.outputs.loop).toEqual({ iterationCount: 3 });
    expect(state.taskRuns.size).toBe(2);
  });
});
