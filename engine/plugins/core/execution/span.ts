/** The span of time that tasks about other executions look at. */
import * as z from 'zod';
import { TaskError } from '../../definition.ts';
import { rendered } from '../../property.ts';

const WITH_ZONE = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d(:?\d\d)?)(\[[\w/+-]+\])?$/;

export const startDate = () =>
  rendered(z.string()).describe('Awal rentangnya, waktu dengan zona: 2024-01-31T09:00:00Z.');
export const endDate = () =>
  rendered(z.string()).describe('Akhir rentangnya, waktu dengan zona: 2024-01-31T09:00:00Z.');

/** Epoch milliseconds. */
export function spanOf(given: { startDate?: string | undefined; endDate?: string | undefined }): {
  from?: number;
  until?: number;
} {
  return {
    ...(given.startDate !== undefined && { from: instantOf(given.startDate, 'startDate') }),
    ...(given.endDate !== undefined && { until: instantOf(given.endDate, 'endDate') }),
  };
}

function instantOf(text: string, property: string): number {
  const instant = WITH_ZONE.test(text) ? Date.parse(text.replace(/\[.*$/, '')) : Number.NaN;
  if (!Number.isNaN(instant)) return instant;
  throw new TaskError(`Text '${text}' could not be parsed at index 0`, {
    explanation: `\`${property}\` harus berupa waktu dengan zona, misalnya 2024-01-31T09:00:00Z atau "{{ now() | dateAdd(-1, 'MONTHS') }}". Yang tertulis: ${text}.`,
  });
}
