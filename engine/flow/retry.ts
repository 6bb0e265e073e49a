/** `retry` of a task or flow. */
import type { Retry } from '../door.ts';
import { diagnosticMessages as say } from '../messages/diagnostics.ts';
import { milliseconds } from '../plugins/property.ts';
import { checkProperties } from './properties.ts';
import type { Raw, Reader } from './reader.ts';
import { RETRY } from './shapes.ts';
import type { Path } from './source.ts';

/** Which must be shorter than which. */
const SHORTER: Record<Retry['type'], readonly (readonly [string, string])[]> = {
  constant: [['interval', 'maxDuration']],
  random: [
    ['minInterval', 'maxInterval'],
    ['maxInterval', 'maxDuration'],
  ],
  exponential: [
    ['interval', 'maxInterval'],
    ['interval', 'maxDuration'],
  ],
};

const isRetryType = (type: unknown): type is Retry['type'] => typeof type === 'string' && Object.hasOwn(RETRY, type);

export function readRetry(reader: Reader, value: unknown, path: Path): Retry | undefined {
  if (value === undefined || value === null) return undefined;
  const what = '`retry`';
  const written = reader.map(value, path, what);
  const type = written && reader.required(written, 'type', path, what);
  if (!written || type === undefined) return undefined;
  if (!isRetryType(type)) {
    reader.report('wrong-value', [...path, 'type'], say.badRetry('`type` hanya constant, random, atau exponential.'));
    return undefined;
  }
  reader.unknown(written, Object.keys(RETRY[type]), path, what);
  const raw = checkProperties(reader, RETRY[type], written, path, what);
  for (const [shorter, longer] of SHORTER[type]) compare(reader, raw, shorter, longer, path);
  const text = (key: string) => (typeof raw[key] === 'string' ? { [key]: raw[key] } : {});
  const attempts = raw.maxAttempts ?? raw.maxAttempt;
  return {
    type,
    behavior: raw.behavior === 'CREATE_NEW_EXECUTION' ? raw.behavior : 'RETRY_FAILED_TASK',
    warningOnRetry: raw.warningOnRetry === true,
    ...text('interval'),
    ...text('minInterval'),
    ...text('maxInterval'),
    ...text('maxDuration'),
    ...(typeof attempts === 'number' && { maxAttempts: attempts }),
    ...(typeof raw.delayFactor === 'number' && { delayFactor: raw.delayFactor }),
  };
}

function compare(reader: Reader, raw: Raw, shorter: string, longer: string, path: Path): void {
  const [a, b] = [raw[shorter], raw[longer]];
  if (typeof a !== 'string' || typeof b !== 'string' || milliseconds(a) < milliseconds(b)) return;
  reader.report(
    'wrong-value',
    [...path, shorter],
    say.badRetry(`\`${shorter}\` harus lebih pendek dari \`${longer}\`.`),
  );
}
