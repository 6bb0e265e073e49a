/** Each input type: how a given value becomes the one the flow sees, or why it can't. One line a type. */
import { Temporal } from 'temporal-polyfill';
import { parse as parseYaml } from 'yaml';
import type { InputType } from '../../door.ts';
import { learnersPattern } from '../../expression/pattern.ts';
import { formatDuration, parseDuration } from '../../time/duration.ts';
import { INPUT_TYPES } from './shapes.ts';

/** What does not fit: Kestra's words, and ours. */
export class Unfit extends Error {
  readonly explanation: string;

  constructor(message: string, explanation: string) {
    super(message);
    this.explanation = explanation;
  }
}

type Convert = (value: unknown, options: Record<string, unknown>) => unknown;

const text = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));

function string(value: unknown, { validator }: Record<string, unknown>): string {
  const result = text(value);
  if (typeof validator === 'string' && !learnersPattern(validator).matches(result)) {
    throw new Unfit(`it must match the pattern \`${validator}\``, `harus cocok dengan pola ${validator}.`);
  }
  return result;
}

function number(value: unknown, options: Record<string, unknown>, whole: boolean): number {
  const given = typeof value === 'string' ? value.trim() : value;
  const result = given === '' || typeof given === 'boolean' || typeof given === 'object' ? Number.NaN : Number(given);
  if (Number.isNaN(result) || (whole && !Number.isInteger(result))) {
    throw new Unfit(`For input string: "${text(value)}"`, whole ? 'harus berupa angka bulat.' : 'harus berupa angka.');
  }
  const { min, max } = options;
  if (min !== undefined && result < Number(min))
    throw new Unfit(`it must be more than \`${min}\``, `paling sedikit ${min}.`);
  if (max !== undefined && result > Number(max))
    throw new Unfit(`it must be less than \`${max}\``, `paling banyak ${max}.`);
  return result;
}

function flag(value: unknown): boolean {
  const given = String(value).trim().toLowerCase();
  if (['true', 'yes', 'on', '1'].includes(given)) return true;
  if (['false', 'no', 'off', '0'].includes(given)) return false;
  throw new Unfit(`Expected a boolean value`, 'harus true atau false.');
}

function oneOf(value: unknown, { values, allowCustomValue }: Record<string, unknown>): string {
  const result = text(value);
  const known = Array.isArray(values) ? values.map(String) : [];
  if (allowCustomValue !== true && known.length > 0 && !known.includes(result)) {
    throw new Unfit(`it must match the values \`[${known.join(', ')}]\``, `pilih salah satu: ${known.join(', ')}.`);
  }
  return result;
}

function listOf(value: unknown): unknown[] {
  const parsed = typeof value === 'string' ? json(value) : value;
  if (!Array.isArray(parsed)) throw new Unfit('Expected a list', 'harus berupa daftar, misalnya ["a", "b"].');
  return parsed;
}

function json(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    throw new Unfit(`Unable to parse JSON: ${value.slice(0, 100)}`, 'harus berupa JSON yang benar.');
  }
}

function yaml(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return parseYaml(value, { maxAliasCount: 50 });
  } catch {
    throw new Unfit(`Unable to parse YAML: ${value.slice(0, 100)}`, 'harus berupa YAML yang benar.');
  }
}

function temporal(read: (given: string) => string, example: string): Convert {
  return (value) => {
    try {
      return read(text(value).trim());
    } catch {
      throw new Unfit(`Text '${text(value)}' could not be parsed`, `harus seperti ${example}.`);
    }
  };
}

/** Seconds, as a Kestra shows it: `300.0`. */
function durationSeconds(value: unknown): number {
  if (typeof value === 'number') return value;
  const given = parseDuration(text(value));
  if (typeof given !== 'number')
    throw new Unfit(
      `Text '${text(value)}' cannot be parsed to a Duration`,
      'harus berupa durasi ISO-8601, misalnya PT5M.',
    );
  return given / 1000;
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

const CONVERT: Record<InputType, Convert> = {
  STRING: string,
  SECRET: string,
  SELECT: oneOf,
  ENUM: oneOf,
  MULTISELECT: (value, options) => listOf(value).map((item) => oneOf(item, options)),
  INT: (value, options) => number(value, options, true),
  FLOAT: (value, options) => number(value, options, false),
  BOOL: flag,
  BOOLEAN: flag,
  DATE: temporal((given) => Temporal.PlainDate.from(given).toString(), '2019-01-31'),
  TIME: temporal((given) => Temporal.PlainTime.from(given).toString(), '09:00:00'),
  DATETIME: temporal(
    (given) => Temporal.Instant.from(given).toString({ fractionalSecondDigits: 6 }),
    '2019-01-31T09:00:00Z',
  ),
  DURATION: durationSeconds,
  JSON: json,
  YAML: yaml,
  FILE: text,
  URI: (value) => {
    const given = text(value);
    if (!/^[a-z][a-z0-9+.-]*:/i.test(given))
      throw new Unfit(`Invalid URI: ${given}`, 'harus berupa alamat, misalnya https://contoh.id/data.csv.');
    return given;
  },
  EMAIL: (value) => {
    if (!EMAIL.test(text(value))) throw new Unfit('must be a valid email address', 'harus berupa alamat surel.');
    return text(value);
  },
  ARRAY: (value, options) => listOf(value).map((item) => convert(itemType(options), item, {})),
};

export const isInputType = (type: string): type is InputType => Object.hasOwn(CONVERT, type);

/** By name, or by its place in Kestra's list. */
export const inputTypeOf = (type: unknown): InputType | undefined =>
  typeof type === 'number' ? INPUT_TYPES[type] : INPUT_TYPES.find((one) => one === type);

const itemType = ({ itemType: type }: Record<string, unknown>): InputType =>
  typeof type === 'string' && isInputType(type) ? type : 'STRING';

/** Throws `Unfit`. */
export function convert(type: InputType, value: unknown, options: Record<string, unknown>): unknown {
  return CONVERT[type](value, options);
}

/** A flow's output in its type; a duration stays text. */
export function convertOutput(type: InputType, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  return type === 'DURATION' ? formatDuration(durationSeconds(value) * 1000) : convert(type, value, {});
}
