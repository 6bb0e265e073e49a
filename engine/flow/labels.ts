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
  const pairs: [string, unknown][] = Array.isArray(value)
    ? value.flatMap((item): [string, unknown][] => (isMap(item) ? [[String(item.key ?? ''), item.value]] : []))
    : Object.entries(reader.map(value, path, '`labels`') ?? {});
  for (const [key, item] of pairs) {
    if (key.startsWith('system.')) reader.report('bad-label', path, say.systemLabel(key));
    else if (!mayBeEmpty && (key === '' || item === null || item === undefined || item === ''))
      reader.report('bad-label', path, say.emptyLabel());
  }
  return pairs.map(([key, item]) => ({ key, value: String(item ?? '') }));
}
