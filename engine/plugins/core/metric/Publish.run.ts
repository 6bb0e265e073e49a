import type * as z from 'zod';
import { type TaskContext, TaskError, type TaskResult } from '../../definition.ts';
import { isDuration, milliseconds } from '../../property.ts';
import type { schema } from './Publish.ts';

/** A timer's value is a duration, kept in seconds. */
export function run({ metrics = [] }: z.output<typeof schema>, { metric }: TaskContext): TaskResult {
  for (const { type, name, value, tags = {} } of metrics) {
    metric({ type, name, value: type === 'timer' ? secondsOf(String(value)) : numberOf(value), tags });
  }
  return { outputs: {} };
}

function secondsOf(text: string): number {
  if (isDuration(text)) return milliseconds(text) / 1_000;
  throw new TaskError(`Text '${text}' cannot be parsed to a Duration`, {
    explanation: 'Nilai `timer` adalah durasi ISO-8601, misalnya PT1.5S.',
  });
}

function numberOf(value: number | string): number {
  const number = Number(value);
  if (Number.isFinite(number) && String(value).trim() !== '') return number;
  throw new TaskError(`'${value}' is not a number`, { explanation: '`value` sebuah metrik harus angka.' });
}
