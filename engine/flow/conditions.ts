/** The conditions of a trigger, as deep as they go: their types become canonical, their properties are checked by their schemas. */
import { diagnosticMessages as say } from '../messages/diagnostics.ts';
import type { ConditionDefinition, TriggerDefinition } from '../plugins/definition.ts';
import { propertyFacts } from '../plugins/property.ts';
import { checkProperties } from './properties.ts';
import { isMap, type Raw, type Reader } from './reader.ts';
import type { Path } from './source.ts';
import { definitionOf } from './tasks.ts';

export function readConditions(
  reader: Reader,
  value: unknown,
  path: Path,
  fires: TriggerDefinition['fires'],
): readonly Raw[] {
  return reader.list(value, path, `\`${String(path.at(-1))}\``).flatMap((item, index): Raw[] => {
    const one = readCondition(reader, item, [...path, index], fires);
    return one ? [one] : [];
  });
}

function readCondition(reader: Reader, item: unknown, path: Path, fires: TriggerDefinition['fires']): Raw | undefined {
  const written = reader.map(item, path, 'Sebuah syarat');
  if (!written) return undefined;
  const type = reader.required(written, 'type', path, 'Sebuah syarat');
  const definition = type === undefined ? undefined : definitionOf(reader, type, [...path, 'type']);
  if (!definition || type === undefined) return undefined;
  if (definition.kind !== 'condition') {
    reader.report(
      'wrong-value',
      [...path, 'type'],
      `\`${type}\` bukan syarat. Yang ada di io.kestra.plugin.core.condition.`,
    );
    return undefined;
  }
  const { shape } = definition.schema;
  const what = `Syarat ${shortName(definition)}`;
  reader.unknown(written, Object.keys(shape), path, what);
  const raw = checkProperties(reader, shape, written, path, what);
  checkUse(reader, definition, path, fires);
  const inner = Object.entries(shape).flatMap(([key, schema]): [string, unknown][] => {
    const { holds } = propertyFacts(schema as never);
    const held = written[key];
    if (held === undefined || held === null) return [];
    if (holds === 'conditions')
      return [[key, nonEmpty(reader, readConditions(reader, held, [...path, key], fires), [...path, key])]];
    return holds === 'namedConditions' ? [[key, readNamed(reader, held, [...path, key], fires)]] : [];
  });
  return { ...raw, ...Object.fromEntries(inner), type: definition.type };
}

function readNamed(reader: Reader, value: unknown, path: Path, fires: TriggerDefinition['fires']): Raw {
  const map = reader.map(value, path, `\`${String(path.at(-1))}\``) ?? {};
  if (isMap(value)) nonEmpty(reader, Object.keys(map), path);
  return Object.fromEntries(
    Object.entries(map).flatMap(([name, item]) => {
      const one = readCondition(reader, item, [...path, name], fires);
      return one ? [[name, one]] : [];
    }),
  );
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
