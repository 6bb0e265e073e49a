/** Service levels: the longest an execution may take, and what must hold while it runs. Missed, it fails, is cancelled, or is only labelled. */
import { formatDuration } from '../../time/duration.ts';
import { type Decision, record } from '../decision.ts';
import type { RunEvent } from '../events.ts';
import { currentState, type RunState } from '../state.ts';
import { isTerminal } from '../states.ts';
import { cutOff } from './cut.ts';
import { failing } from './scope.ts';

export function dueSla(state: RunState, id: string, now: number): Decision[] {
  const level = state.flow.sla.find((one) => one.id === id);
  if (!level || isTerminal(currentState(state.histories)) || state.missed.has(id)) return [];
  const took = formatDuration(now - (state.histories[0]?.at ?? now));
  const message = `execution duration of ${took} exceed the maximum duration of ${level.duration}.`;
  return [record({ type: 'sla', sla: id, message })];
}

/** Whether the flow's assertions have to be tried after this event. */
export function asserts({ flow, missed, histories }: RunState, { type }: RunEvent): boolean {
  if (type !== 'taskRun' && type !== 'moved' && type !== 'ended') return false;
  if (isTerminal(currentState(histories))) return false;
  return flow.sla.some(({ id, type: kind }) => kind === 'EXECUTION_ASSERTION' && !missed.has(id));
}

export function missed(state: RunState, { sla, message }: Extract<RunEvent, { type: 'sla' }>): Decision[] {
  const level = state.flow.sla.find(({ id }) => id === sla);
  if (!level || isTerminal(currentState(state.histories))) return [];
  const violated = `SLA '${sla}' violated: ${message}`;
  const said: Decision = {
    do: 'log',
    id: '',
    level: 'WARN',
    message: violated,
    explanation: EXPLAINED[level.behavior],
  };
  switch (level.behavior) {
    case 'NONE':
      return [said];
    case 'CANCEL':
      return [said, ...cutOff(state.root, 'CANCELLED'), record({ type: 'execution', state: 'CANCELLED' })];
    case 'FAIL':
      return [
        said,
        { do: 'log', id: '', level: 'ERROR', message: `Execution failed due to ${violated}` },
        ...failing(state, '', state.root),
      ];
  }
}

const EXPLAINED = {
  NONE: 'SLA flow ini tidak terpenuhi. Karena `behavior: NONE`, eksekusi jalan terus dan hanya diberi label.',
  CANCEL: 'SLA flow ini tidak terpenuhi, jadi eksekusi dibatalkan (`behavior: CANCEL`).',
  FAIL: 'SLA flow ini tidak terpenuhi, jadi eksekusi digagalkan (`behavior: FAIL`).',
} as const;
