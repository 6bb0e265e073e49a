/** The `inputs` of a flow (and of a Pause): what may be given, as written. */
import type { Input } from '../../door.ts';
import { diagnosticMessages as say } from '../../messages/diagnostics.ts';
import { isMap, type Reader } from '../reader.ts';
import type { Path } from '../source.ts';
import { convert, INPUT_TYPES, isInputType, Unfit } from './types.ts';

const COMMON = ['id', 'name', 'type', 'description', 'dependsOn', 'required', 'defaults', 'prefill', 'displayName'];
const OWN = [
  'validator',
  'values',
  'expression',
  'allowCustomValue',
  'isRadio',
  'autoSelectFirst',
  'min',
  'max',
  'after',
  'before',
  'itemType',
  'allowedFileExtensions',
  'accept',
  'extension',
  'options',
];

export function readInputs(reader: Reader, value: unknown, path: Path): Input[] {
  const ids = new Set<string>();
  return reader.list(value, path, '`inputs`').flatMap((item, index): Input[] => {
    const at: Path = [...path, index];
    const input = readInput(reader, item, at);
    if (!input) return [];
    if (ids.has(input.id)) reader.report('duplicate-id', [...at, 'id'], `Input \`${input.id}\` ditulis dua kali.`);
    ids.add(input.id);
    return [input];
  });
}

function readInput(reader: Reader, value: unknown, path: Path): Input | undefined {
  const raw = reader.map(value, path, 'Sebuah input');
  if (!raw) return undefined;
  const id = reader.text(raw.id ?? raw.name, [...path, 'id']);
  if (id === undefined) reader.required(raw, 'id', path, 'Sebuah input');
  const type = reader.required(raw, 'type', path, id === undefined ? 'Sebuah input' : `Input \`${id}\``);
  if (id === undefined || type === undefined) return undefined;
  if (!isInputType(type)) {
    reader.report('bad-input', [...path, 'type'], say.badInputType(type, INPUT_TYPES));
    return undefined;
  }
  reader.unknown(raw, [...COMMON, ...OWN], path, `Input \`${id}\``);
  const options = Object.fromEntries(OWN.flatMap((key) => (raw[key] === undefined ? [] : [[key, raw[key]]])));
  checkDefault(reader, raw.defaults, path, { id, type, options });
  const dependsOn = isMap(raw.dependsOn) ? raw.dependsOn : undefined;
  const [displayName, description] = [
    reader.text(raw.displayName, [...path, 'displayName']),
    reader.text(raw.description, [...path, 'description']),
  ];
  return {
    id,
    type,
    at: reader.source.rangeOf(path),
    required: reader.flag(raw.required, [...path, 'required'], true),
    options,
    ...(raw.defaults !== undefined && { defaults: raw.defaults }),
    ...(raw.prefill !== undefined && { prefill: raw.prefill }),
    ...(displayName !== undefined && { displayName }),
    ...(description !== undefined && { description }),
    ...(dependsOn && {
      dependsOn: {
        inputs: reader.list(dependsOn.inputs, [...path, 'dependsOn', 'inputs'], '`inputs`').map(String),
        ...(dependsOn.condition !== undefined && { condition: String(dependsOn.condition) }),
      },
    }),
  };
}

/** A Kestra takes it and refuses every start: we say so at once. */
function checkDefault(
  reader: Reader,
  value: unknown,
  path: Path,
  { id, type, options }: Pick<Input, 'id' | 'type' | 'options'>,
): void {
  if (value === undefined || value === null || (typeof value === 'string' && value.includes('{'))) return;
  try {
    convert(type, value, options);
  } catch (error) {
    if (!(error instanceof Unfit)) throw error;
    reader.report('bad-default', [...path, 'defaults'], say.badDefault(id, error.explanation), { severity: 'warning' });
  }
}
