/** Labels: a map, or a list of key and value. */
import type { Label } from '../door.ts';
import { diagnosticMessages as say } from '../messages/diagnostics.ts';
import { isMap, type Reader } from './reader.ts';
import type { Path } from './source.ts';

/** A flow's must not be empty; a Kestra lets a trigger's be. */
export function readLabels(
  reader: Reader,
  value: unknown,
  path: Path,
  { mayBeEmpty = false }: { mayBeEmpty?: boolean } = {},
): Label[] {
  if (value === undefined || value === null) return [];
  const pairs = Array.isArray(value)
    ? listed(reader, value, path)
    : Object.entries(reader.map(value, path, '`labels`') ?? {});
  return pairs.map(([key, item]) => {
    if (key.startsWith('system.') && key !== 'system.readOnly') reader.report('bad-label', path, say.systemLabel(key));
    else if (!mayBeEmpty && (key === '' || item === undefined || item === null || item === ''))
      reader.report('bad-label', path, say.emptyLabel());
    if (typeof item === 'object' && item !== null)
      reader.report('wrong-type', [...path, key], say.wrongType(key, 'tulis sebuah teks.'));
    return { key, value: String(item ?? '') };
  });
}

/** `[{ key, value }]` */
function listed(reader: Reader, items: readonly unknown[], path: Path): [string, unknown][] {
  return items.flatMap((item, index): [string, unknown][] => {
    if (isMap(item) && Object.hasOwn(item, 'key')) return [[String(item.key ?? ''), item.value ?? '']];
    reader.report('bad-label', [...path, index], say.emptyLabel());
    return [];
  });
}
