/** What the parts of a Flow trigger's `preconditions` need of one another. */
import { diagnosticMessages as say } from '../messages/diagnostics.ts';
import { checkTaskId } from './ids.ts';
import { isMap, type Reader } from './reader.ts';
import type { Path } from './source.ts';

const NEEDS = new Map<unknown, readonly string[]>([
  ['DAILY_TIME_DEADLINE', ['deadline']],
  ['DAILY_TIME_WINDOW', ['startTime', 'endTime']],
]);
const WITHOUT_VALUE = ['IS_NULL', 'IS_NOT_NULL'];

export function checkPreconditions(reader: Reader, value: unknown, path: Path): void {
  if (!isMap(value)) return;
  if (typeof value.id === 'string') checkTaskId(reader, value.id, path, Number.POSITIVE_INFINITY);
  checkWindow(reader, value.timeWindow, [...path, 'timeWindow']);
  if (!Array.isArray(value.where)) return;
  for (const [index, entry] of value.where.entries()) {
    if (!isMap(entry) || !Array.isArray(entry.filters)) continue;
    if (entry.filters.length === 0)
      reader.report('missing-property', [...path, 'where', index, 'filters'], 'Tulis paling sedikit satu penyaring.');
    for (const [number, filter] of entry.filters.entries())
      checkFilter(reader, filter, [...path, 'where', index, 'filters', number]);
  }
}

function checkWindow(reader: Reader, value: unknown, path: Path): void {
  if (!isMap(value)) return;
  for (const key of NEEDS.get(value.type) ?? []) {
    if (value[key] === undefined || value[key] === null)
      reader.report('missing-property', path, say.missing(key, `Rentang ${String(value.type)}`));
  }
}

function checkFilter(reader: Reader, value: unknown, path: Path): void {
  if (!isMap(value)) return;
  const type = String(value.type);
  const isList = type === 'IN' || type === 'NOT_IN';
  const [needed, spare] = isList ? ['values', 'value'] : ['value', 'values'];
  if (value[spare] !== undefined && value[spare] !== null) {
    const message = `Penyaring ${type} tidak memakai \`${spare}\`. Tulis \`${needed}\`.`;
    reader.report('wrong-value', [...path, spare], message);
  } else if (!WITHOUT_VALUE.includes(type) && (value[needed] === undefined || value[needed] === null)) {
    reader.report('missing-property', path, say.missing(needed, `Penyaring ${type}`));
  }
}
