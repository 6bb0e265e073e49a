/**
 * Each input type: how a given value becomes the one the flow sees, or why it can't. One line a type. As Kestra 1.1.15 takes them:
 * Java's own readings (`yes` is no `true`, ` 5 ` no number), an empty text is a text.
 */
import { Temporal } from 'temporal-polyfill';
import type { InputType } from '../../door.ts';
import { learnersPattern } from '../../expression/pattern.ts';
import { milliseconds } from '../../plugins/property.ts';
import { formatDuration, parseDuration } from '../../time/duration.ts';
import { readSource } from '../source.ts';
import { javaText, shortest } from './javaText.ts';
import { INPUT_TYPES } from './shapes.ts';

/** What does not fit: Kestra's words, and ours. */
export class Unfit extends Error {
  readonly explanation: string;

  constructor(message: string, explanation: string) {
    super(message);
    this.explanation = explanation;
  }
}

type Options = Record<string, unknown>;
type Convert = (value: unknown, options: Options) => unknown;

/** What Kestra wraps around the words of a reader of dates, JSON and the like. */
const unread = (type: InputType, value: unknown, why: string, explanation: string): Unfit =>
  new Unfit(
    `java.lang.Exception: Expected \`${type}\` but received \`${javaText(value)}\` with errors:\n\`\`\`\n${why}\n\`\`\``,
    explanation,
  );

function string(value: unknown, { validator }: Options): string {
  const result = javaText(value);
  if (typeof validator === 'string' && !learnersPattern(validator).matches(result))
    throw new Unfit(`it must match the pattern \`${validator}\``, `harus cocok dengan pola ${validator}.`);
  return result;
}

function within(value: number, { min, max }: Options): void {
  if (min !== undefined && value < Number(min))
    throw new Unfit(`it must be more than \`${javaText(min)}\``, `paling sedikit ${javaText(min)}.`);
  if (max !== undefined && value > Number(max))
    throw new Unfit(`it must be less than \`${javaText(max)}\``, `paling banyak ${javaText(max)}.`);
}

/** 32 bits, digits only. */
function int(value: unknown, options: Options): number {
  const text = javaText(value);
  const result = /^[-+]?\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(result >= -2_147_483_648 && result <= 2_147_483_647))
    throw new Unfit(`For input string: "${text}"`, 'harus berupa angka bulat, tanpa spasi, titik, atau koma.');
  within(result, options);
  return result;
}

/** 32 bits: seven digits or so are kept. What is no number in JSON is text. */
function float(value: unknown, options: Options): number | string {
  const text = javaText(value).trim();
  const read = /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?[fFdD]?$/.test(text)
    ? Number.parseFloat(text)
    : text === 'NaN' || /^[-+]?Infinity$/.test(text)
      ? Number(text)
      : undefined;
  if (read === undefined)
    throw new Unfit(
      text === '' ? 'empty String' : `For input string: "${text}"`,
      'harus berupa angka, dengan titik untuk pecahan.',
    );
  within(read, options);
  const single = Math.fround(read);
  return Number.isFinite(single) ? shortest(single) : String(single);
}

const flag = (value: unknown): boolean => javaText(value).toLowerCase() === 'true';

function oneOf(value: unknown, { values, allowCustomValue }: Options): string {
  const result = javaText(value);
  const known = Array.isArray(values) ? values.map(String) : [];
  if (allowCustomValue !== true && !known.includes(result)) throw noSuchValue(known);
  return result;
}

function someOf(value: unknown, { values, options, allowCustomValue }: Options): string[] {
  const list = listOf('MULTISELECT', value).map(javaText);
  const given = Array.isArray(values) ? values : options;
  const known = Array.isArray(given) ? given.map(String) : [];
  if (allowCustomValue !== true && list.some((one) => !known.includes(one))) throw noSuchValue(known);
  return list;
}

const noSuchValue = (known: readonly string[]): Unfit =>
  new Unfit(
    `it must match the values \`[${known.join(', ')}]\``,
    known.length === 0 ? 'belum punya pilihan: isi `values`.' : `pilih dari: ${known.join(', ')}.`,
  );

function listOf(type: InputType, value: unknown): unknown[] {
  const parsed = typeof value === 'string' ? json(type, value) : value;
  if (Array.isArray(parsed)) return parsed;
  const why = `Cannot deserialize value of type \`java.util.ArrayList<java.lang.Object>\``;
  throw unread(type, value, why, 'harus berupa daftar, misalnya ["a", "b"].');
}

function json(type: InputType, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch (error) {
    const why =
      value.trim() === '' ? 'No content to map due to end-of-input' : error instanceof Error ? error.message : '';
    throw unread(
      type,
      value,
      why,
      type === 'JSON' ? 'harus berupa JSON yang benar.' : 'harus berupa daftar JSON, misalnya ["a", "b"].',
    );
  }
}

function yaml(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const { source, diagnostics } = readSource(value);
  if (source) return source.value;
  throw unread(
    'YAML',
    value,
    value.trim() === '' ? 'No content to map due to end-of-input' : (diagnostics[0]?.message ?? ''),
    'harus berupa YAML yang benar.',
  );
}

/** Read by its form first: Java takes only the long one. */
function temporal(
  type: InputType,
  form: RegExp,
  example: string,
  read: (given: string) => string,
  compared = read,
): Convert {
  return (value, { after, before }) => {
    const given = javaText(value);
    const result = form.test(given) ? attempted(() => read(given)) : undefined;
    if (result === undefined)
      throw unread(type, value, `Text '${given}' could not be parsed`, `harus seperti ${example}.`);
    if (typeof after === 'string' && compared(given) < compared(after))
      throw new Unfit(`it must be after \`${printed(after)}\``, `paling awal ${after}.`);
    if (typeof before === 'string' && compared(given) > compared(before))
      throw new Unfit(`it must be before \`${printed(before)}\``, `paling lambat ${before}.`);
    return result;
  };
}

function attempted<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** Java prints a time without its seconds where they are zero. */
const printed = (limit: string): string => limit.replace(/^(\d\d:\d\d):00$/, '$1');

const instant = (given: string): string => Temporal.Instant.from(given).toString({ fractionalSecondDigits: 6 });
const clock = (given: string): string => Temporal.PlainTime.from(given).toString();

/** Seconds, as a Kestra shows it: `300.0`. */
function duration(value: unknown, { min, max }: Options): number {
  const given = typeof value === 'string' ? parseDuration(value) : undefined;
  if (given === undefined)
    throw unread(
      'DURATION',
      value,
      'Text cannot be parsed to a Duration',
      'harus berupa durasi ISO-8601, misalnya PT5M.',
    );
  if (typeof min === 'string' && given < milliseconds(min))
    throw new Unfit(`It must be more than \`${min}\``, `paling sedikit ${min}.`);
  if (typeof max === 'string' && given > milliseconds(max))
    throw new Unfit(`It must be less than \`${max}\``, `paling lama ${max}.`);
  return given / 1000;
}

const EMAIL = /^$|^[a-zA-Z0-9_!#$%&'*+/=?`{|}~^.-]+@[a-zA-Z0-9.-]+$/;

function email(value: unknown): string {
  const given = javaText(value);
  if (!EMAIL.test(given))
    throw new Unfit('The input must be a valid email', 'harus berupa alamat surel, misalnya nama@contoh.id.');
  return given;
}

function address(value: unknown): string {
  const given = javaText(value);
  if (URI_FORM.test(given)) return given;
  throw new Unfit(
    `Expected \`URI\` but received \`${given}\``,
    'harus berupa alamat, misalnya https://contoh.id/data.csv.',
  );
}
/** A web address whose host has a dot: asked from 1.1.15, `localhost` is refused. */
const URI_FORM = /^https?:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?([/?#][^\s{}[\]]*)?$/;

/** Any address that Java can read as one. */
function fileAddress(value: unknown): string {
  const given = javaText(value);
  const at = given.search(/[\s"<>\\^`{|}]/);
  if (at < 0) return given;
  throw new Unfit(`Illegal character in path at index ${at}: ${given}`, 'harus berupa alamat berkas, tanpa spasi.');
}

function items(value: unknown, { itemType }: Options): unknown[] {
  const type = INPUT_TYPES.find((one) => one === itemType) ?? 'STRING';
  return listOf('ARRAY', value).map((item) => {
    try {
      if (item !== null) return convert(type, item, {});
    } catch (error) {
      if (!(error instanceof Unfit)) throw error;
    }
    throw new Unfit(
      `Unable to parse array element as \`${type}\` on \`${javaText(item)}\``,
      `berisi \`${javaText(item)}\` yang bukan ${type}.`,
    );
  });
}

const CONVERT: Record<InputType, Convert> = {
  STRING: string,
  SECRET: string,
  SELECT: oneOf,
  ENUM: oneOf,
  MULTISELECT: someOf,
  INT: int,
  FLOAT: float,
  BOOL: flag,
  BOOLEAN: flag,
  DATE: temporal('DATE', /^\d{4}-\d\d-\d\d$/, '2019-01-31', (given) =>
    Temporal.PlainDate.from(given, { overflow: 'reject' }).toString(),
  ),
  TIME: temporal('TIME', /^\d\d:\d\d(:\d\d(\.\d{1,9})?)?$/, '09:00:00', clock),
  DATETIME: temporal(
    'DATETIME',
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[-+]\d\d:\d\d(:\d\d)?)$/i,
    '2019-01-31T09:00:00Z',
    instant,
  ),
  DURATION: duration,
  JSON: (value) => json('JSON', value),
  YAML: yaml,
  FILE: fileAddress,
  URI: address,
  EMAIL: email,
  ARRAY: items,
};

export const isInputType = (type: string): type is InputType => Object.hasOwn(CONVERT, type);

/** By name, or by its place in Kestra's list. */
export const inputTypeOf = (type: unknown): InputType | undefined =>
  typeof type === 'number' ? INPUT_TYPES[type] : INPUT_TYPES.find((one) => one === type);

/** Throws `Unfit`. */
export function convert(type: InputType, value: unknown, options: Options): unknown {
  return CONVERT[type](value, options);
}

/** A flow's output in its type; a duration stays text. */
export function convertOutput(type: InputType, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (type === 'SELECT' || type === 'ENUM') return javaText(value);
  if (type === 'MULTISELECT') return listOf(type, value);
  if (type !== 'DURATION') return convert(type, value, {});
  return formatDuration(typeof value === 'number' ? value * 1000 : duration(value, {}) * 1000);
}
