/** A flowable's rendered value, read as it needs it; what can't be read is an error in Kestra's words. */
import { isTruthy } from '../expression/truthy.ts';
import { parseDuration } from '../time/duration.ts';
import type { Reading } from './flowable.ts';

export function readAs(as: Reading, value: unknown): unknown {
  switch (as) {
    case 'truth':
      return isTruthy(value);
    case 'text':
      return String(value ?? '');
    case 'typed':
    case 'before':
    case 'after':
      return value;
    case 'integer': {
      const number = Number(String(value).trim());
      if (!Number.isInteger(number))
        throw new Error(
          `Cannot deserialize value of type \`java.lang.Integer\` from String "${value}": not a valid \`java.lang.Integer\` value`,
        );
      return number;
    }
    case 'duration': {
      const duration = parseDuration(String(value));
      if (typeof duration !== 'number') throw new Error(`Text '${value}' cannot be parsed to a Duration`);
      return duration;
    }
    case 'list':
      return asList(value);
  }
}

function asList(value: unknown): unknown[] {
  const list = typeof value === 'string' ? parsed(value) : value;
  if (!Array.isArray(list)) throw new Error(`Unknown value type: ${typeof list}`);
  if (list.some((item) => item === null || item === undefined)) throw new Error('Found null value in ForEach values');
  if (list.some((item) => typeof item === 'number' && !Number.isInteger(item)))
    throw new Error('Unknown value element type: class java.lang.Double');
  return list;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`Unable to parse the values as a JSON list: ${text.slice(0, 200)}`);
  }
}
