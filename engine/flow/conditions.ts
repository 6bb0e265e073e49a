/** The conditions of a trigger, as deep as they go: their types become canonical, their properties are checked by their schemas. */
import * as z from 'zod';
import { diagnosticMessages as say } from '../messages/diagnostics.ts';
import type { ConditionDefinition, TriggerDefinition } from '../plugins/definition.ts';
import { propertyFacts } from '../plugins/property.ts';
import { type PluginDefault, withDefaults } from './defaults.ts';
import { checkTaskId } from './ids.ts';
import { checkProperties, type Shape } from './properties.ts';
import { isMap, type Raw, type Reader } from './reader.ts';
import type { Path } from './source.ts';
import { definitionOf } from './tasks.ts';

export interface ConditionReading {
  reader: Reader;
  defaults: readonly PluginDefault[];
  fires: TriggerDefinition['fires'];
}

type Where = 'of a trigger' | 'inside';

/** A trigger's own must be conditions; inside of another one a Kestra saves anything, and fails when it looks (so does the scheduler here). */
export function readConditions(
  reading: ConditionReading,
  value: unknown,
  path: Path,
  where: Where = 'of a trigger',
): readonly unknown[] {
  return reading.reader
    .list(value, path, `\`${String(path.at(-1))}\``)
    .flatMap((item, index) => readEntry(reading, item, [...path, index], where));
}

/** The condition in a list of its own, or nothing. */
function readEntry(reading: ConditionReading, item: unknown, path: Path, where: Where): unknown[] {
  if (where === 'inside' && !isMap(item)) {
    reading.reader.report('wrong-type', path, say.notACondition(), { severity: 'warning' });
    return [item];
  }
  const one = readCondition(reading, item, path);
  return one ? [one] : [];
}

function readCondition(reading: ConditionReading, item: unknown, path: Path): Raw | undefined {
  const { reader, defaults, fires } = reading;
  const written = reader.map(item, path, 'Sebuah syarat');
  if (!written) return undefined;
  const type = reader.required(written, 'type', path, 'Sebuah syarat');
  const definition = type === undefined ? undefined : definitionOf(reader, type, [...path, 'type']);
  if (!definition || type === undefined) return undefined;
  if (definition.kind !== 'condition') {
    // Of a Webhook it looks at once.
    const severity = fires === 'calls' ? ('error' as const) : ('warning' as const);
    reader.report('wrong-value', [...path, 'type'], say.notACondition(), { severity });
    checkProperties(reader, definition.schema.shape, written, path, 'Ini');
    return { ...written, type };
  }
  const shape: Shape = definition.schema.shape;
  const what = `Syarat ${shortName(definition)}`;
  reader.unknown(written, Object.keys(shape), path, what);
  const all = withDefaults(written, type, defaults, (key) => Object.hasOwn(shape, key));
  const raw = checkProperties(reader, shape, all, path, what);
  checkUse(reader, definition, path, fires);
  if (written.id !== undefined && Object.hasOwn(shape, 'id'))
    checkTaskId(reader, String(written.id), path, Number.POSITIVE_INFINITY);
  checkTexts(reader, shape, written, path);
  const inner = Object.entries(shape).flatMap(([key, schema]): [string, unknown][] => {
    const { holds } = propertyFacts(schema);
    const held = all[key];
    if (held === undefined || held === null) return [];
    if (holds === 'conditions')
      return [[key, nonEmpty(reader, readConditions(reading, held, [...path, key], 'inside'), [...path, key])]];
    return holds === 'namedConditions' ? [[key, readNamed(reading, held, [...path, key])]] : [];
  });
  return { ...raw, ...Object.fromEntries(inner), type: definition.type };
}

function readNamed(reading: ConditionReading, value: unknown, path: Path): Raw {
  const { reader } = reading;
  const map = reader.map(value, path, `\`${String(path.at(-1))}\``) ?? {};
  if (isMap(value)) nonEmpty(reader, Object.keys(map), path);
  return Object.fromEntries(
    Object.entries(map).flatMap(([name, item]) => {
      const where = item === null ? 'of a trigger' : 'inside';
      return readEntry(reading, item, [...path, name], where).map((one) => [name, one] as const);
    }),
  );
}

/** Rendered to text, whatever is written. */
function checkTexts(reader: Reader, shape: Shape, written: Raw, path: Path): void {
  for (const [key, schema] of Object.entries(shape)) {
    const { inner } = propertyFacts(schema);
    if (inner instanceof z.ZodString && typeof written[key] === 'object' && written[key] !== null)
      reader.report('wrong-value', [...path, key], say.conditionTakesText(key), { severity: 'warning' });
  }
}

function nonEmpty<T>(reader: Reader, list: readonly T[], path: Path): readonly T[] {
  if (list.length === 0) reader.report('missing-property', path, 'Tulis paling sedikit satu syarat di sini.');
  return list;
}

/** Accepted by a Kestra, and without use. */
function checkUse(
  reader: Reader,
  definition: ConditionDefinition,
  path: Path,
  fires: TriggerDefinition['fires'],
): void {
  if (fires === 'calls' && definition.type.endsWith('.MultipleCondition')) {
    reader.report('wrong-value', path, 'MultipleCondition tidak bisa dipakai di Webhook.');
  } else if (definition.about === 'execution' && fires !== 'executions') {
    reader.report('wrong-value', path, say.conditionWithoutUse(shortName(definition), 'trigger Flow'), {
      severity: 'warning',
    });
  }
}

const shortName = ({ type }: ConditionDefinition): string => type.slice(type.lastIndexOf('.') + 1);
