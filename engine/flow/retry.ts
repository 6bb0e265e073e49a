/** `retry` of a task or flow. */
import type { Retry } from '../door.ts';
import { diagnosticMessages as say } from '../messages/diagnostics.ts';
import { parseDuration } from '../time/duration.ts';
import type { Reader } from './reader.ts';
import type { Path } from './source.ts';

const NEEDED = {
  constant: ['interval'],
  random: ['minInterval', 'maxInterval'],
  exponential: ['interval', 'maxInterval'],
} as const;
const KNOWN = [
  'type',
  'behavior',
  'interval',
  'minInterval',
  'maxInterval',
  'delayFactor',
  'maxAttempts',
  'maxAttempt',
  'maxDuration',
  'warningOnRetry',
];

export function readRetry(reader: Reader, value: unknown, path: Path): Retry | undefined {
  if (value === undefined || value === null) return undefined;
  const raw = reader.map(value, path, '`retry`');
  if (!raw) return undefined;
  reader.unknown(raw, KNOWN, path, '`retry`');
  const type = reader.required(raw, 'type', path, '`retry`');
  if (type === undefined) return undefined;
  if (type !== 'constant' && type !== 'random' && type !== 'exponential') {
    reader.report('wrong-value', [...path, 'type'], say.badRetry('`type` hanya constant, random, atau exponential.'));
    return undefined;
  }
  const duration = (key: string): string | undefined => {
    const text = reader.text(raw[key], [...path, key]);
    if (text !== undefined && typeof parseDuration(text) !== 'number')
      reader.report('bad-duration', [...path, key], say.badDuration(text));
    return text;
  };
  for (const key of NEEDED[type])
    if (raw[key] === undefined) reader.report('missing-property', path, say.missing(key, '`retry`'));
  const maxAttempts = reader.integer(raw.maxAttempts ?? raw.maxAttempt, [...path, 'maxAttempts']);
  if (maxAttempts !== undefined && maxAttempts < 1)
    reader.report('wrong-value', [...path, 'maxAttempts'], say.badRetry('`maxAttempts` paling sedikit 1.'));
  const behavior = reader.text(raw.behavior, [...path, 'behavior']) ?? 'RETRY_FAILED_TASK';
  if (behavior !== 'RETRY_FAILED_TASK' && behavior !== 'CREATE_NEW_EXECUTION') {
    reader.report(
      'wrong-value',
      [...path, 'behavior'],
      say.badRetry('`behavior` hanya RETRY_FAILED_TASK atau CREATE_NEW_EXECUTION.'),
    );
    return undefined;
  }
  const durations = Object.fromEntries(
    ['interval', 'minInterval', 'maxInterval', 'maxDuration'].flatMap((key) => {
      const text = duration(key);
      return text === undefined ? [] : [[key, text]];
    }),
  );
  const delayFactor = raw.delayFactor === undefined ? undefined : Number(raw.delayFactor);
  return {
    type,
    behavior,
    warningOnRetry: reader.flag(raw.warningOnRetry, [...path, 'warningOnRetry'], false),
    ...durations,
    ...(maxAttempts !== undefined && { maxAttempts }),
    ...(delayFactor !== undefined && { delayFactor }),
  };
}
