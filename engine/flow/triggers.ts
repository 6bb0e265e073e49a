/** Triggers: what all of them have, their own properties by their schema, the conditions inside. */
import type { Trigger } from '../door.ts';
import { diagnosticMessages as say } from '../messages/diagnostics.ts';
import type { TriggerDefinition } from '../plugins/definition.ts';
import { STATES } from '../plugins/states.ts';
import { isTimeZone, parseCron } from '../time/cron.ts';
import { nextTick } from '../time/ticks.ts';
import { zoneOf } from '../time/zone.ts';
import { readConditions } from './conditions.ts';
import { type PluginDefault, withDefaults } from './defaults.ts';
import { checkTaskId } from './ids.ts';
import { readLabels } from './labels.ts';
import { checkPreconditions } from './preconditions.ts';
import { checkProperties } from './properties.ts';
import type { Raw, Reader } from './reader.ts';
import { TRIGGER } from './shapes.ts';
import type { Path } from './source.ts';
import { definitionOf } from './tasks.ts';

const COMMON = ['id', 'type', 'conditions', 'labels', 'stopAfter', 'interval', ...Object.keys(TRIGGER)];

export function readTriggers(reader: Reader, value: unknown, defaults: readonly PluginDefault[]): Trigger[] {
  const ids = new Set<string>();
  return reader
    .list(value, ['triggers'], '`triggers`')
    .flatMap((item, index) => readTrigger(reader, item, ['triggers', index], defaults, ids) ?? []);
}

function readTrigger(
  reader: Reader,
  item: unknown,
  path: Path,
  defaults: readonly PluginDefault[],
  ids: Set<string>,
): Trigger | undefined {
  if (item === null) {
    reader.report('wrong-type', path, say.emptyTrigger(), { severity: 'warning' });
    return undefined;
  }
  const written = reader.map(item, path, 'Sebuah trigger');
  if (!written) return undefined;
  const id = reader.required(written, 'id', path, 'Sebuah trigger');
  const what = id === undefined ? 'Sebuah trigger' : `Trigger \`${id}\``;
  const type = reader.required(written, 'type', path, what);
  if (id !== undefined) {
    checkTaskId(reader, id, path, Number.POSITIVE_INFINITY);
    if (ids.has(id)) reader.report('duplicate-id', [...path, 'id'], `Trigger \`${id}\` ditulis dua kali.`);
    ids.add(id);
  }
  const definition = type === undefined ? undefined : definitionOf(reader, type, [...path, 'type']);
  if (!definition || id === undefined || type === undefined) return undefined;
  if (definition.kind !== 'trigger') {
    const is = definition.kind === 'condition' ? 'syarat' : 'task';
    const where = is === 'task' ? '`tasks`' : '`conditions` sebuah trigger';
    reader.report(
      'wrong-value',
      [...path, 'type'],
      `\`${type}\` adalah ${is}, bukan trigger. Tulis di bawah ${where}.`,
    );
    return undefined;
  }
  const known = [...COMMON, ...Object.keys(definition.schema.shape)];
  reader.unknown(written, known, path, what);
  const all = withDefaults(written, type, defaults, (key) => known.includes(key));
  const raw = checkProperties(reader, { ...TRIGGER, ...definition.schema.shape }, all, path, what);
  checkCommon(reader, definition, raw, path);
  checkSchedule(reader, raw, path);
  if (definition.fires === 'executions') checkPreconditions(reader, raw.preconditions, [...path, 'preconditions']);
  const properties = Object.fromEntries(
    Object.entries(raw).filter(([key]) => !['id', 'type', 'disabled', 'description'].includes(key)),
  );
  if (raw.conditions !== undefined && raw.conditions !== null)
    properties.conditions = readConditions({ reader, defaults, fires: definition.fires }, raw.conditions, [
      ...path,
      'conditions',
    ]);
  return {
    id,
    type: definition.type,
    at: reader.source.rangeOf(path),
    disabled: raw.disabled === true,
    properties,
  };
}

function checkCommon(reader: Reader, { fires }: TriggerDefinition, raw: Raw, path: Path): void {
  readLabels(reader, raw.labels, [...path, 'labels'], { mayBeEmpty: true });
  const lists = { stopAfter: raw.stopAfter, ...(fires === 'executions' && { states: raw.states }) };
  for (const [key, list] of Object.entries(lists)) {
    for (const [index, state] of reader.list(list, [...path, key], `\`${key}\``).entries()) {
      if (state !== null && !STATES.some((known) => known === state) && STATES[Number(state)] === undefined)
        reader.report('wrong-value', [...path, key, index], say.wrongType(key, `pilih dari ${STATES.join(', ')}.`));
    }
  }
  if (reader.list(raw.scheduleConditions, [...path, 'scheduleConditions'], '`scheduleConditions`').length > 0)
    reader.report('wrong-value', [...path, 'scheduleConditions'], 'Nama ini sudah tidak ada. Tulis `conditions`.');
  if (fires === 'ticks' && raw.interval !== undefined && raw.interval !== null && raw.interval !== '')
    reader.report(
      'wrong-value',
      [...path, 'interval'],
      'Jadwal tidak punya `interval`. Hapus baris itu; pakai `cron`.',
    );
}

function checkSchedule(reader: Reader, raw: Raw, path: Path): void {
  if (typeof raw.timezone === 'string' && !isTimeZone(raw.timezone))
    reader.report('bad-time-zone', [...path, 'timezone'], say.badZone(raw.timezone));
  if (typeof raw.cron !== 'string') return;
  const read = parseCron(raw.cron, { withSeconds: raw.withSeconds === true });
  const zone = zoneOf('UTC');
  if ('problem' in read) reader.report('bad-cron', [...path, 'cron'], say.badCron(raw.cron, read.problem));
  else if (zone && nextTick(read.cron, zone, 0) === undefined)
    reader.report('bad-cron', [...path, 'cron'], say.neverTicks(raw.cron), { severity: 'warning' });
}
