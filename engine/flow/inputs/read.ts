/** The `inputs` of a flow (and of a Pause): what may be given, as written. */
import type { Input } from '../../door.ts';
import { Failure } from '../../expression/failures.ts';
import { learnersPattern } from '../../expression/pattern.ts';
import { diagnosticMessages as say } from '../../messages/diagnostics.ts';
import { checkInputId } from '../ids.ts';
import { checkProperties } from '../properties.ts';
import { isMap, type Raw, type Reader } from '../reader.ts';
import type { Path } from '../source.ts';
import { checkDependencies } from './dependencies.ts';
import { INPUT, INPUT_TYPES, OWN } from './shapes.ts';
import { convert, isInputType, Unfit } from './types.ts';

/** Those of a Pause's `onResume` may be null: a Kestra passes over it. */
export function readInputs(reader: Reader, value: unknown, path: Path, { orNull = false } = {}): Input[] {
  const ids = new Set<string>();
  const placed = reader.list(value, path, '`inputs`').flatMap((item, index): { input: Input; at: Path }[] => {
    const at: Path = [...path, index];
    if (orNull && item === null) return [];
    const input = readInput(reader, item, at);
    if (!input) return [];
    if (ids.has(input.id)) reader.report('duplicate-id', [...at, 'id'], say.duplicateInput(input.id));
    ids.add(input.id);
    return [{ input, at }];
  });
  checkDependencies(reader, placed);
  return placed.map(({ input }) => input);
}

function readInput(reader: Reader, value: unknown, path: Path): Input | undefined {
  const written = reader.map(value, path, 'Sebuah input');
  if (!written) return undefined;
  // `name` is what `id` was called once; where both stand, `id` counts.
  const id = reader.text(written.id ?? written.name, [...path, 'id']);
  if (id === undefined) reader.required(written, 'id', path, 'Sebuah input');
  else checkInputId(reader, id, path);
  const what = id === undefined ? 'Sebuah input' : `Input \`${id}\``;
  const type = reader.required(written, 'type', path, what);
  if (id === undefined || type === undefined) return undefined;
  if (!isInputType(type) || typeof written.type !== 'string') {
    reader.report('bad-input', [...path, 'type'], say.badInputType(type, INPUT_TYPES));
    return undefined;
  }
  const shape = { ...INPUT, ...OWN[type] };
  reader.unknown(written, ['id', ...Object.keys(shape)], path, what);
  const raw = checkProperties(reader, shape, written, path, what);
  const options = Object.fromEntries(
    Object.keys(OWN[type]).flatMap((key) => (raw[key] === undefined || raw[key] === null ? [] : [[key, raw[key]]])),
  );
  checkRules(reader, raw, path, { id, type, options });
  return inputOf(reader, raw, path, { id, type, options });
}

type Core = Pick<Input, 'id' | 'type' | 'options'>;

function inputOf(reader: Reader, raw: Raw, path: Path, core: Core): Input {
  const given = (key: string) => (raw[key] === undefined || raw[key] === null ? {} : { [key]: raw[key] });
  const text = (key: string) => (typeof raw[key] === 'string' ? { [key]: raw[key] } : {});
  const { dependsOn } = raw;
  return {
    ...core,
    at: reader.source.rangeOf(path),
    required: raw.required !== false,
    ...given('defaults'),
    ...given('prefill'),
    ...text('displayName'),
    ...text('description'),
    ...(isMap(dependsOn) && {
      dependsOn: {
        inputs: Array.isArray(dependsOn.inputs) ? dependsOn.inputs.map(String) : [],
        ...(typeof dependsOn.condition === 'string' && { condition: dependsOn.condition }),
      },
    }),
  };
}

/** What the parts of an input need of one another. */
function checkRules(reader: Reader, raw: Raw, path: Path, core: Core): void {
  const has = (key: string): boolean => raw[key] !== undefined && raw[key] !== null;
  const wrong = (key: string, why: string): void =>
    reader.report('bad-input', [...path, key], say.badInput(core.id, why));
  if (has('defaults') && has('prefill')) wrong('prefill', 'sudah punya `defaults`, jadi tidak boleh punya `prefill`.');
  if (has('defaults') && raw.required === false)
    wrong(
      'required',
      'punya `defaults`, yang selalu dipakai. Hapus `required: false`, atau ganti `defaults` dengan `prefill`.',
    );
  if (core.type === 'ARRAY' && raw.itemType === 'ARRAY') wrong('itemType', 'tidak bisa berisi daftar di dalam daftar.');
  if (core.type === 'FILE' && has('defaults') && !isFileAddress(raw.defaults))
    wrong('defaults', 'hanya boleh punya `defaults` berupa alamat `nsfile:///…` atau `file:///…`.');
  checkPattern(reader, raw.validator, [...path, 'validator']);
  for (const key of ['values', 'options'])
    for (const [index, one] of Array.isArray(raw[key]) ? raw[key].entries() : [])
      if (LONE_BRACE.test(String(one))) checkPattern(reader, one, [...path, key, index]);
  if (core.type !== 'FILE') checkDefault(reader, raw.defaults, path, core);
}

const isFileAddress = (value: unknown): boolean =>
  typeof value === 'string' && /^(nsfile|file):[^\s{}"<>\\^`|]*$/.test(value);

/** Java takes `{` for a repetition; `{{ x }}` is none. */
const LONE_BRACE = /(?<!\\)(?:^|[^\\pPxN])\{(?!\d+(?:,\d*)?\})|^\{/;

/** Not a pattern at all: refused. One that our engine of patterns does not know: a warning, as only runs can tell. */
function checkPattern(reader: Reader, pattern: unknown, path: Path): void {
  if (typeof pattern !== 'string') return;
  try {
    learnersPattern(pattern);
    if (LONE_BRACE.test(pattern)) reader.report('bad-regex', path, say.badRegex(pattern));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const severity = isPattern(pattern) ? ('warning' as const) : ('error' as const);
    reader.report('bad-regex', path, say.badRegex(pattern), { severity });
  }
}

/** Look-around and possessive quantifiers are Java's, and JavaScript's own engine knows most of them. */
function isPattern(pattern: string): boolean {
  try {
    new RegExp(pattern.replace(/([*+?}])\+/g, '$1'), 'u');
    return true;
  } catch {
    return false;
  }
}

/** A Kestra takes it and refuses every start: we say so at once. */
function checkDefault(reader: Reader, value: unknown, path: Path, { id, type, options }: Core): void {
  if (value === undefined || value === null || (typeof value === 'string' && value.includes('{'))) return;
  if (hasExpression(options) || value === '') return;
  try {
    convert(type, value, options);
  } catch (error) {
    if (!(error instanceof Unfit)) throw error;
    reader.report('bad-default', [...path, 'defaults'], say.badDefault(id, error.explanation), { severity: 'warning' });
  }
}

const hasExpression = ({ expression }: Record<string, unknown>): boolean => typeof expression === 'string';
