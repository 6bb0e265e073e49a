/** Every property of every type, with every kind of value: one flow each. The order of `VALUES` is the order of the recorded answers. */
import { type Base, FLOW, INPUTS, NESTED, RETRIES, SLAS, TYPES } from './bases.ts';

export const VALUES: Record<string, string> = {
  null: 'null',
  empty: '""',
  text: 'abc',
  number: '5',
  zero: '0',
  negative: '-1',
  fraction: '2.5',
  true: 'true',
  yes: 'yes',
  date: '2020-01-01',
  instant: '"2020-01-01T00:00:00Z"',
  duration: 'PT1S',
  'no list': '[]',
  'list of texts': '[abc]',
  'list of numbers': '[1, 2]',
  'list of null': '[null]',
  'list of lists': '[[a]]',
  'list of maps': '[{a: b}]',
  'no map': '{}',
  map: '{a: b}',
  'map of numbers': '{a: 1}',
  'map of null': '{a: null}',
  'map of lists': '{a: [b]}',
  'map of maps': '{a: {b: c}}',
  template: '"{{ inputs.x }}"',
  'list of templates': '["{{ inputs.x }}"]',
  task: '{id: w, type: io.kestra.plugin.core.log.Log, message: x}',
  tasks: '[{id: w, type: io.kestra.plugin.core.log.Log, message: x}]',
};

export interface Case {
  /** `log.Log.message`, and the value's name. */
  property: string;
  value: string;
  yaml: string;
  /** The path of what is blamed, as a diagnostic has it, must begin so. */
  under: string;
}

const HEAD = 'id: baca\nnamespace: uji\n';
const TASKS = 'tasks:\n  - id: satu\n    type: io.kestra.plugin.core.log.Log\n    message: x\n';
const lines = (properties: Record<string, string>, indent: number): string =>
  Object.entries(properties)
    .map(([key, value]) => `${' '.repeat(indent)}${key}: ${value}\n`)
    .join('');

/** The flow in which a thing of this kind stands, with these properties. */
function flowWith(kind: Base['kind'], type: string, properties: Record<string, string>): string {
  const full = `io.kestra.plugin.core.${type}`;
  if (kind === 'flow') return lines(properties, 0);
  if (kind === 'task') return `${HEAD}tasks:\n  - ${lines({ id: 'satu', type: full, ...properties }, 4).trimStart()}`;
  if (kind === 'trigger')
    return `${HEAD}${TASKS}triggers:\n  - ${lines({ id: 'mulai', type: full, ...properties }, 4).trimStart()}`;
  if (kind === 'condition')
    return `${HEAD}${TASKS}triggers:\n  - id: mulai\n    type: io.kestra.plugin.core.trigger.${/Execution|Multiple|Flow|Retry/.test(type) ? 'Flow' : 'Schedule\n    cron: "0 9 * * *"'}\n    conditions:\n      - ${lines({ type: full, ...properties }, 8).trimStart()}`;
  if (kind === 'input') return `${HEAD}inputs:\n  - ${lines({ id: 'i', type, ...properties }, 4).trimStart()}${TASKS}`;
  if (kind === 'sla') return `${HEAD}sla:\n  - ${lines({ id: 's', type, ...properties }, 4).trimStart()}${TASKS}`;
  return `${HEAD}retry:\n${lines({ type, ...properties }, 2)}${TASKS}`;
}

const UNDER: Record<Base['kind'], string> = {
  flow: '',
  nested: '',
  task: 'tasks[0]',
  trigger: 'triggers[0]',
  condition: 'triggers[0]',
  input: 'inputs[0]',
  sla: 'sla[0]',
  retry: 'retry',
};

function* of(type: string, { kind, least, properties }: Base): Generator<Case> {
  const case_ = (property: string, value: string, all: Record<string, string>): Case => ({
    property: `${type}.${property}`,
    value,
    yaml: flowWith(kind, type, all),
    under: UNDER[kind],
  });
  for (const property of properties) {
    for (const [name, value] of Object.entries(VALUES)) yield case_(property, name, { ...least, [property]: value });
  }
  for (const property of Object.keys(least)) {
    yield case_(property, 'missing', Object.fromEntries(Object.entries(least).filter(([key]) => key !== property)));
  }
  yield case_('', 'least', least);
  yield case_('tidakAda', 'unknown', { ...least, tidakAda: '1' });
}

/** A map in flow style, keys nested: `{a: {b: c}}`. */
const inline = (properties: Record<string, string>): string =>
  `{${Object.entries(properties)
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ')}}`;

function* nested(name: string, { type, under, base: { least, properties } }: (typeof NESTED)[string]): Generator<Case> {
  const outer = TYPES[type] ?? FLOW;
  const yaml = (inner: Record<string, string>): string => {
    const [first = '', ...rest] = under;
    const value = rest.reduceRight((below, key) => `{${key}: ${below}}`, inline(inner));
    return flowWith(outer.kind, type, { ...outer.least, [first]: value });
  };
  const case_ = (property: string, value: string, inner: Record<string, string>): Case => ({
    property: `${name}.${property}`,
    value,
    yaml: yaml(inner),
    under: UNDER[outer.kind],
  });
  for (const property of properties)
    for (const [value, text] of Object.entries(VALUES)) yield case_(property, value, { ...least, [property]: text });
  for (const property of Object.keys(least))
    yield case_(property, 'missing', Object.fromEntries(Object.entries(least).filter(([key]) => key !== property)));
  yield case_('', 'least', least);
  yield case_('tidakAda', 'unknown', { ...least, tidakAda: '1' });
}

export function* matrix(): Generator<Case> {
  yield* of('flow', FLOW);
  for (const table of [TYPES, INPUTS, RETRIES, SLAS])
    for (const [type, base] of Object.entries(table)) yield* of(type, base);
  for (const [name, one] of Object.entries(NESTED)) yield* nested(name, one);
}
