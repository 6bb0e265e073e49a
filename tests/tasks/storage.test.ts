/** The storage tasks: what a Kestra 1.1.15 answers to the same flows. */
import { describe, expect, test } from 'vitest';
import { result, runTasks, task, write } from './run.ts';

const ALL = '{% for u in outputs.s.uris %}[{{ read(u) }}]{% endfor %}';
const ION = '{a:1,b:"x"}\n{a:2,b:"y"}\n{a:1,b:"z"}\n{b:"n"}\n{a:null,b:"q"}\n';
const FROM = '{{ outputs.w.uri }}';

describe('Split', () => {
  const digits = '1\n2\n3\n4\n5\n';
  test.each<[string, Record<string, unknown>, string, string]>([
    ['rows', { rows: 2 }, digits, '[1\n2\n][3\n4\n][5\n]'],
    ['no rows at all is one', { rows: 0 }, digits, '[1\n][2\n][3\n][4\n][5\n]'],
    ['partitions, in turn', { partitions: 3 }, digits, '[1\n4\n][2\n5\n][3\n]'],
    ['more partitions than lines', { partitions: 10 }, digits, '[1\n][2\n][3\n][4\n][5\n]'],
    ['bytes: a part is full when it has them', { bytes: '3' }, digits, '[1\n2\n][3\n4\n][5\n]'],
    ['bytes with a unit', { bytes: '4KB' }, digits, '[1\n2\n3\n4\n5\n]'],
    ['a line longer than a part', { bytes: '3' }, 'abcdefgh\nxy\n', '[abcdefgh\n][xy\n]'],
    ['bytes before partitions', { bytes: '4', partitions: 5 }, digits, '[1\n2\n][3\n4\n][5\n]'],
    ['partitions before rows', { partitions: 2, rows: 1 }, digits, '[1\n3\n5\n][2\n4\n]'],
    ['the separator is only written', { rows: 1, separator: '||' }, 'a||b|c||d', '[a||b|c||d||]'],
    ['no line end at the end', { rows: 2 }, 'a\nb\nc', '[a\nb\n][c\n]'],
    ['Windows line ends', { rows: 1 }, 'a\r\nb\r\n', '[a\n][b\n]'],
    ['blank lines', { rows: 1 }, 'a\n\nb\n', '[a\n][\n][b\n]'],
    ['an empty file', { partitions: 3 }, '', ''],
    ['a pattern', { regexPattern: '\\[(\\w+)\\]' }, '[B] a\n[A] b\nx\n[B] c\n', '[[B] a\n[B] c\n][[A] b\n]'],
    ['a pattern without a group', { regexPattern: 'A' }, '[A] b\n', ''],
  ])('%s', async (_, properties, content, expected) => {
    const { outputs } = await runTasks(
      write('w', content) + task('s', 'storage.Split', { from: FROM, ...properties }) + result(ALL),
    );
    expect(outputs.r?.value).toBe(expected);
  });

  test.each<[string, Record<string, unknown>, RegExp]>([
    ['nothing said', {}, /Invalid configuration with no size, count, rows, nor regexPattern[\s\S]*`rows`/],
    ['a size with a blank', { bytes: '1 KB' }, /Invalid size with value '1 KB'/],
    ['a size that is none', { bytes: 'zz' }, /Invalid size with value 'zz'/],
    ['no partition', { partitions: 0 }, /out of bounds/],
    ['a broken pattern', { regexPattern: '[' }, /regular expression/],
  ])('refuses %s', async (_, properties, expected) => {
    const { state, said } = await runTasks(
      write('w', digits) + task('s', 'storage.Split', { from: FROM, ...properties }),
    );
    expect(state).toBe('FAILED');
    expect(said).toMatch(expected);
  });

  test('the parts keep the ending', async () => {
    const { outputs } = await runTasks(write('w', 'a\n', '.csv') + task('s', 'storage.Split', { from: FROM, rows: 1 }));
    expect(outputs.s?.uris).toEqual([
      expect.stringMatching(/^kestra:\/\/\/uji\/uji\/executions\/.*\/tasks\/s\/.*\.csv$/),
    ]);
  });
});

describe('FilterItems', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['keeps what matches', { filterCondition: '{{ (a ?? 0) == 1 }}' }, '{a:1,b:"x"}\n{a:1,b:"z"}\n'],
    [
      'or drops it',
      { filterCondition: '{{ (a ?? 0) == 1 }}', filterType: 'EXCLUDE' },
      '{a:2,b:"y"}\n{b:"n"}\n{a:null,b:"q"}\n',
    ],
    [
      'keeps what can not be judged',
      { filterCondition: '{{ a == 1 }}', errorOrNullBehavior: 'INCLUDE' },
      '{a:1,b:"x"}\n{a:1,b:"z"}\n{b:"n"}\n',
    ],
    [
      'the same when it excludes',
      { filterCondition: '{{ a == 1 }}', filterType: 'EXCLUDE', errorOrNullBehavior: 'INCLUDE' },
      '{a:2,b:"y"}\n{b:"n"}\n{a:null,b:"q"}\n',
    ],
    [
      'or drops what can not be judged',
      { filterCondition: '{{ a == 1 }}', errorOrNullBehavior: 'EXCLUDE' },
      '{a:1,b:"x"}\n{a:1,b:"z"}\n',
    ],
    ['nothing is no', { filterCondition: '{{ null }}', errorOrNullBehavior: 'INCLUDE' }, ''],
    ['knows the flow', { filterCondition: "{{ flow.id == 'uji' }}" }, ION],
  ])('%s', async (_, properties, expected) => {
    const { outputs } = await runTasks(
      write('w', ION, '.ion') +
        task('s', 'storage.FilterItems', { from: FROM, ...properties }) +
        result('{{ read(outputs.s.uri) }}'),
    );
    expect(outputs.r?.value).toBe(expected);
    const kept = expected.split('\n').length - 1;
    expect(outputs.s).toMatchObject({ processedItemsTotal: 5, droppedItemsTotal: 5 - kept });
  });

  test.each<[string, string, string, RegExp]>([
    ['a condition that can not be judged', ION, '{{ a == 1 }}', /Could not perform equals comparison/],
    ['a CSV file', 'a,b\n1,2\n', 'true', /map Ion atau JSON/],
    ['broken Ion', '{a\n', 'true', /Ion/],
  ])('fails at %s', async (_, content, filterCondition, expected) => {
    const { state, said } = await runTasks(
      write('w', content) + task('s', 'storage.FilterItems', { from: FROM, filterCondition }),
    );
    expect(state).toBe('FAILED');
    expect(said).toMatch(expected);
  });
});

describe('DeduplicateItems', () => {
  test.each([
    ['by one value', '{{ a ?? 0 }}', '{a:2,b:"y"}\n{a:1,b:"z"}\n{a:null,b:"q"}\n', 3],
    ['by two', '{{ a ?? 0 }}-{{ b }}', ION, 5],
    ['by nothing', 'x', '{a:null,b:"q"}\n', 1],
  ])('%s the last one stays', async (_, expr, expected, numKeys) => {
    const { outputs } = await runTasks(
      write('w', ION, '.ion') +
        task('s', 'storage.DeduplicateItems', { from: FROM, expr }) +
        result('{{ read(outputs.s.uri) }}'),
    );
    expect(outputs.r?.value).toBe(expected);
    expect(outputs.s).toMatchObject({ numKeys, processedItemsTotal: 5, droppedItemsTotal: 5 - numKeys });
  });

  test('fails where the key is missing', async () => {
    const { state, said } = await runTasks(
      write('w', ION) + task('s', 'storage.DeduplicateItems', { from: FROM, expr: '{{ a }}' }),
    );
    expect(state).toBe('FAILED');
    expect(said).toMatch(/Unable to find `a`/);
  });
});

describe('Reverse', () => {
  test.each<[string, string, Record<string, unknown>, string]>([
    ['lines', 'a\nb\nc', {}, 'c\nb\na\n'],
    ['with an end', 'a\nb\nc\n', {}, 'c\nb\na\n'],
    ['Windows lines', 'a\r\nb\r\n', {}, 'b\na\n'],
    ['blank lines', 'a\n\nb\n', {}, 'b\n\na\n'],
    ['another separator', 'a\nb\n', { separator: '||' }, 'b||a||'],
    ['no separator', 'a\nb\n', { separator: '' }, 'ba'],
    ['an empty file', '', {}, ''],
    ['other bytes', 'é\nb\n', { charset: 'ISO-8859-1' }, 'b\né\n'],
  ])('%s', async (_, content, properties, expected) => {
    const { outputs } = await runTasks(
      write('w', content) +
        task('s', 'storage.Reverse', { from: FROM, ...properties }) +
        result('{{ read(outputs.s.uri) }}'),
    );
    expect(outputs.r?.value).toBe(expected);
  });
});

describe('Write, Concat, Size, Delete', () => {
  const two = write('w', 'a\nb\n') + write('x', 'c\nd');
  const files = ['{{ outputs.w.uri }}', '{{ outputs.x.uri }}'];
  test.each<[string, Record<string, unknown>, string]>([
    ['a list', { files }, 'a\nb\nc\nd'],
    ['a list that an expression gives', { files: '{{ [outputs.w.uri, outputs.x.uri] }}' }, 'a\nb\nc\nd'],
    ['a separator after each', { files, separator: '--\n' }, 'a\nb\n--\nc\nd--\n'],
    ['nothing', { files: [] }, ''],
  ])('Concat of %s', async (_, properties, expected) => {
    const { outputs } = await runTasks(
      two + task('s', 'storage.Concat', properties) + result('{{ read(outputs.s.uri) }}'),
    );
    expect(outputs.r?.value).toBe(expected);
  });

  test.each<[string, unknown, RegExp]>([
    ['one address', '{{ outputs.w.uri }}', /Invalid `files`/],
    ['no address', ['abc'], /Invalid internal storage uri, got uri 'abc'/],
    ['a file that is not there', ['kestra:///uji/uji/executions/x/tasks/y/z/nope.txt'], /tidak ada/],
  ])('Concat refuses %s', async (_, given, expected) => {
    const { state, said } = await runTasks(two + task('s', 'storage.Concat', { files: given }));
    expect(state).toBe('FAILED');
    expect(said).toMatch(expected);
  });

  test.each([
    ['.csv', /\.csv$/],
    ['csv', /\.csv$/],
  ])('an extension %s', async (extension, expected) => {
    const { outputs } = await runTasks(write('w', 'x', extension));
    expect(outputs.w?.uri).toMatch(expected);
  });

  test('a size in bytes, not in letters', async () => {
    const { outputs } = await runTasks(write('w', 'a\né') + task('s', 'storage.Size', { uri: FROM }));
    expect(outputs.s).toEqual({ size: 4 });
  });

  test('a file is deleted once', async () => {
    const uri = FROM;
    const { outputs, said } = await runTasks(
      write('w', 'a') +
        task('d', 'storage.Delete', { uri }) +
        task('d2', 'storage.Delete', { uri }) +
        task('d3', 'storage.Delete', { uri, errorOnMissing: true }),
    );
    expect(outputs.d).toEqual({ uri: outputs.w?.uri, deleted: true });
    expect(outputs.d2).toEqual({ uri: outputs.w?.uri, deleted: false });
    expect(said).toMatch(/Unable to find file 'kestra:\/\/\/uji/);
  });
});
