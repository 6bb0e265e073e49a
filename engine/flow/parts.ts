/** What a flow has beside its tasks, triggers and inputs: outputs, concurrency, SLAs. */
import type { Flow, FlowOutput } from '../door.ts';
import { diagnosticMessages as say } from '../messages/diagnostics.ts';
import { checkInputId } from './ids.ts';
import { INPUT_TYPES } from './inputs/shapes.ts';
import { inputTypeOf } from './inputs/types.ts';
import { readLabels } from './labels.ts';
import { checkProperties } from './properties.ts';
import { isMap, type Reader } from './reader.ts';
import { OUTPUT, SLA } from './shapes.ts';
import type { Path } from './source.ts';

export function readOutputs(reader: Reader, value: unknown): FlowOutput[] {
  const ids = new Set<string>();
  return reader.list(value, ['outputs'], '`outputs`').flatMap((item, index): FlowOutput[] => {
    const path: Path = ['outputs', index];
    const what = 'Sebuah output';
    const written = reader.map(item, path, what);
    if (!written) return [];
    reader.unknown(written, Object.keys(OUTPUT), path, what);
    const raw = checkProperties(reader, OUTPUT, written, path, what);
    const id = typeof raw.id === 'string' ? raw.id : undefined;
    for (const key of ['type', 'value'])
      if (written[key] === undefined || written[key] === null)
        reader.report('missing-property', path, say.missing(key, what));
    const type = inputTypeOf(written.type);
    if (written.type !== undefined && written.type !== null && !type)
      reader.report('bad-input', [...path, 'type'], say.badInputType(String(written.type), INPUT_TYPES));
    if (id === undefined) return [];
    checkInputId(reader, id, path);
    if (ids.has(id)) reader.report('duplicate-id', [...path, 'id'], `Output \`${id}\` ditulis dua kali.`);
    ids.add(id);
    return type ? [{ id, type, value: written.value, required: raw.required !== false }] : [];
  });
}

/** Already checked by its shape. */
export function concurrencyOf(value: unknown): Flow['concurrency'] {
  if (!isMap(value) || typeof value.limit !== 'number') return undefined;
  const behavior = value.behavior === 'CANCEL' || value.behavior === 'FAIL' ? value.behavior : 'QUEUE';
  return { limit: value.limit, behavior };
}

export function readSla(reader: Reader, value: unknown): Flow['sla'] {
  return reader.list(value, ['sla'], '`sla`').flatMap((item, index): Flow['sla'] => {
    const path: Path = ['sla', index];
    if (item === null) return [];
    const what = 'Sebuah SLA';
    const written = reader.map(item, path, what);
    const type = written && reader.required(written, 'type', path, what);
    if (!written || type === undefined) return [];
    if (type !== 'MAX_DURATION' && type !== 'EXECUTION_ASSERTION') {
      reader.report(
        'wrong-value',
        [...path, 'type'],
        say.wrongType('type', 'pilih salah satu: MAX_DURATION, EXECUTION_ASSERTION.'),
      );
      return [];
    }
    reader.unknown(written, Object.keys(SLA[type]), path, what);
    const { id, behavior, duration, assert } = checkProperties(reader, SLA[type], written, path, what);
    const labels = readLabels(reader, written.labels, [...path, 'labels'], { mayBeEmpty: true });
    if (typeof id !== 'string' || (behavior !== 'FAIL' && behavior !== 'CANCEL' && behavior !== 'NONE')) return [];
    return [
      {
        id,
        type,
        behavior,
        labels,
        ...(typeof duration === 'string' && { duration }),
        ...(typeof assert === 'string' && { assert }),
      },
    ];
  });
}
