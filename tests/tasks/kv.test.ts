/** The KV tasks: what a Kestra 1.1.15 answers to the same flows. */
import { describe, expect, test } from 'vitest';
import { result, runTasks, task } from './run.ts';

const set = (key: string, properties: Record<string, unknown>, id = 's') => task(id, 'kv.Set', { key, ...properties });
const get = (key: string, properties: Record<string, unknown> = {}, id = 'g') =>
  task(id, 'kv.Get', { key, ...properties });
const sleep = (seconds: number, id = 'z') => task(id, 'flow.Sleep', { duration: `PT${seconds}S` });

describe('a value keeps its type', () => {
  test.each<[string, Record<string, unknown>, unknown]>([
    ['text', { value: 'hai' }, 'hai'],
    ['empty text', { value: '' }, ''],
    ['a number in an expression', { value: '{{ 3 }}' }, 3],
    ['a decimal', { value: '{{ 1.5 }}' }, 1.5],
    ['a map in an expression', { value: "{{ {'a': 1} }}" }, { a: 1 }],
    ['a number as it is written is text', { value: 3 }, '3'],
    ['a flag too', { value: true }, 'true'],
    ['a map too', { value: { a: '{{ 1 + 1 }}', b: ['x'] } }, '{"a":"2","b":["x"]}'],
    ['a list too', { value: ['a', 1] }, '["a",1]'],
    ['a number', { value: '3.50', kvType: 'NUMBER' }, 3.5],
    ['a negative one', { value: '-3', kvType: 'NUMBER' }, -3],
    ['a flag', { value: 'true', kvType: 'BOOLEAN' }, true],
    ['what is no flag is false', { value: 'ya', kvType: 'BOOLEAN' }, false],
    ['an instant', { value: '2024-01-31T08:00:00Z', kvType: 'DATETIME' }, '2024-01-31T08:00:00Z'],
    ['an instant with an offset', { value: '2024-01-31T08:00:00+07:00', kvType: 'DATETIME' }, '2024-01-31T01:00:00Z'],
    ['a date, from an instant', { value: '2024-01-31T00:00:00Z', kvType: 'DATE' }, '2024-01-31'],
    ['a duration, in seconds', { value: 'PT5M', kvType: 'DURATION' }, 300],
    ['a text that is a duration', { value: 'PT5M' }, 300],
    ['even as STRING', { value: 'PT5M', kvType: 'STRING' }, 300],
    ['JSON', { value: '{"a":1}', kvType: 'JSON' }, { a: 1 }],
    ['a number as STRING', { value: '{{ 3 }}', kvType: 'STRING' }, '3'],
    ['nothing at all', { value: 'null', kvType: 'JSON' }, undefined],
  ])('%s', async (_, properties, expected) => {
    const { state, outputs } = await runTasks(set('k', properties) + get('k'));
    expect(state).toBe('SUCCESS');
    expect(outputs.g?.value).toEqual(expected);
  });
});

describe('is refused', () => {
  test.each<[string, string, RegExp]>([
    ['text as NUMBER', set('k', { value: 'x', kvType: 'NUMBER' }), /NUMBER/],
    ['a map as NUMBER', set('k', { value: { a: 1 }, kvType: 'NUMBER' }), /NUMBER/],
    ['a date as DATE', set('k', { value: '2024-01-31', kvType: 'DATE' }), /2024-01-31T00:00:00Z/],
    ['a date as DATETIME', set('k', { value: '2024-01-31', kvType: 'DATETIME' }), /DATETIME/],
    ['5m as DURATION', set('k', { value: '5m', kvType: 'DURATION' }), /PT5M/],
    ['broken JSON', set('k', { value: '{a', kvType: 'JSON' }), /JSON/],
    ['another type', set('k', { value: 'x', kvType: 'ZZZ' }), /ZZZ/],
    ['a key with a blank', set('a b', { value: 'x' }), /Key must start with an alphanumeric/],
    ['a key that climbs', set('../x', { value: 'x' }), /Key must start with an alphanumeric/],
    ['no key', set('', { value: 'x' }), /Key cannot be null or empty/],
    ['a bad key to read', get('a b'), /Key must start with/],
    ['a ttl that is none', set('k', { value: 'x', ttl: 'abc' }), /abc/],
    ['a negative ttl', set('k', { value: 'x', ttl: 'PT-5S' }), /ttl cannot be negative/],
    [
      'a second value without overwrite',
      set('k', { value: 'a' }) + set('k', { value: 'b', overwrite: false }, 's2'),
      /Cannot set value for key 'k'\. Key already exists and `overwrite` is set to `false`\./,
    ],
    [
      'a missing value where it must be there',
      get('nope', { errorOnMissing: true }),
      /No value found for key 'nope' in namespace 'uji' and `errorOnMissing` is set to true/,
    ],
    [
      'deleting what is not there',
      task('d', 'kv.Delete', { key: 'nope', errorOnMissing: true }),
      /No value found for key 'nope'/,
    ],
    ...['Set', 'Get', 'Delete', 'GetKeys'].map((type): [string, string, RegExp] => [
      `${type} in a namespace without flows`,
      task('x', `kv.${type}`, {
        namespace: 'lain',
        ...(type !== 'GetKeys' && { key: 'k' }),
        ...(type === 'Set' && { value: 'v' }),
      }),
      /Cannot access the KV store\. The namespace 'lain' does not exist\./,
    ]),
  ])('%s', async (_, tasks, expected) => {
    const { state, said } = await runTasks(tasks);
    expect(state).toBe('FAILED');
    expect(said).toMatch(expected);
  });
});

describe('a value whose time is over', () => {
  const over = set('k', { value: 'a', ttl: 'PT0.2S' }) + sleep(0.5);
  test.each<[string, string, RegExp]>([
    ['can not be read', get('k'), /The requested value has expired/],
    ['nor by the function', result("{{ kv('k') }}"), /The requested value has expired/],
    ['is still there for overwrite: false', set('k', { value: 'b', overwrite: false }, 's2'), /Key already exists/],
  ])('%s', async (_, tasks, expected) => {
    const { state, said } = await runTasks(over + tasks);
    expect(state).toBe('FAILED');
    expect(said).toMatch(expected);
  });

  test('is not listed, can be deleted and set again', async () => {
    const { state, outputs } = await runTasks(
      over + task('k', 'kv.GetKeys') + task('d', 'kv.Delete', { key: 'k' }) + set('k', { value: 'b' }, 's2') + get('k'),
    );
    expect(state).toBe('SUCCESS');
    expect(outputs).toMatchObject({ k: { keys: [] }, d: { deleted: true }, g: { value: 'b' } });
  });
});

test('reading inherits from the parents of the namespace', async () => {
  const { state, outputs } = await runTasks(
    set('k', { value: 'induk', namespace: 'a' }) + get('k') + result("{{ kv('k') }}"),
    { namespace: 'a.b.c' },
  );
  expect(state).toBe('SUCCESS');
  expect(outputs).toMatchObject({ g: { value: 'induk' }, r: { value: 'induk' } });
});

test('keys come sorted, by prefix', async () => {
  const { outputs } = await runTasks(
    set('z-b', { value: 'a' }) +
      set('z-a', { value: 'a' }, 's2') +
      set('y', { value: 'a' }, 's3') +
      task('k', 'kv.GetKeys', { prefix: 'z-' }),
  );
  expect(outputs.k).toEqual({ keys: ['z-a', 'z-b'] });
});

describe('PurgeKV', () => {
  const three =
    set('pk1', { value: 'a', ttl: 'PT0.1S' }) +
    set('pk2', { value: 'a' }, 's2') +
    set('qk1', { value: 'a' }, 's3') +
    sleep(0.3);
  test.each<[string, Record<string, unknown>, number, string[]]>([
    ['the expired ones', {}, 1, ['pk2', 'qk1']],
    ['of a namespace', { namespaces: ['uji'] }, 1, ['pk2', 'qk1']],
    ['of another namespace', { namespaces: ['lain'] }, 0, ['pk2', 'qk1']],
    ['of namespaces by a pattern', { namespacePattern: 'u*' }, 1, ['pk2', 'qk1']],
    ['all, by a pattern of keys', { behavior: { type: 'key', expiredOnly: false }, keyPattern: 'pk*' }, 2, ['qk1']],
    ['all, by the old word', { expiredOnly: false }, 3, []],
    ['old versions: there are none', { behavior: { type: 'version', keepAmount: 1 } }, 0, ['pk2', 'qk1']],
  ])('%s', async (_, properties, size, left) => {
    const { outputs } = await runTasks(three + task('p', 'kv.PurgeKV', properties) + task('k', 'kv.GetKeys'));
    expect(outputs).toMatchObject({ p: { size }, k: { keys: left } });
  });

  test.each<[string, Record<string, unknown>, RegExp]>([
    ['namespaces in two ways', { namespaces: ['a'], namespacePattern: 'b' }, /salah satu/],
    ['another behavior', { behavior: { type: 'zzz' } }, /behavior/],
    ['two limits', { behavior: { type: 'version', before: '2030-01-01T00:00:00Z', keepAmount: 1 } }, /Cannot set both/],
  ])('refuses %s', async (_, properties, expected) => {
    const { state, said } = await runTasks(task('p', 'kv.PurgeKV', properties));
    expect(state).toBe('FAILED');
    expect(said).toMatch(expected);
  });
});
