/** Namespace files: what a Kestra 1.1.15 answers to the same flows. */
import { describe, expect, test } from 'vitest';
import { result, runTasks, task, write } from './run.ts';

const upload = (filesMap: unknown, more: Record<string, unknown> = {}, id = 'u') =>
  task(id, 'namespace.UploadFiles', { namespace: 'uji', filesMap, ...more });
const download = (files: unknown, more: Record<string, unknown> = {}, id = 'd') =>
  task(id, 'namespace.DownloadFiles', { namespace: 'uji', files, ...more });
const W = '{{ outputs.w.uri }}';

test('what was put there is read by path, by address and by nsfile', async () => {
  const { outputs } = await runTasks(
    write('w', 'isi') +
      upload({ 'dir/a.txt': W }) +
      result(
        "{{ read('dir/a.txt') }} {{ fileURI('dir/a.txt') }} {{ read(fileURI('dir/a.txt')) }} {{ fileSize('dir/a.txt') }} {{ fileExists('dir/a.txt') }} {{ isFileEmpty('dir/a.txt') }} {{ read('nsfile:///dir/a.txt') }} {{ fileExists('nsfile:///dir/a.txt') }} {{ fileExists('nope.txt') }}",
      ),
  );
  expect(outputs.r?.value).toBe('isi kestra:///uji/_files/dir/a.txt isi 3 true false isi true false');
});

test.each<[string, unknown, string[]]>([
  ['a folder', 'g/*.sql', ['/g/a.sql']],
  ['any depth', '**.sql', ['/g/a.sql', '/g/h/b.sql']],
  ['any folder', '**/*.sql', ['/g/a.sql', '/g/h/b.sql']],
  ['a glob by name', 'glob:**/*.sql', ['/g/a.sql', '/g/h/b.sql']],
  ['the root', '/g/a.sql', ['/g/a.sql']],
  ['a name at any depth', 'a.sql', ['/g/a.sql']],
  ['a regular expression', 'regex:.*b.sql', ['/g/h/b.sql']],
  ['a folder is no file', 'g', []],
  ['several', ['g/a.sql', '*.txt'], ['/g/a.sql', '/x.txt']],
])('a pattern for %s', async (_, files, expected) => {
  const { outputs } = await runTasks(
    write('w', 'x') + upload({ 'g/a.sql': W, 'g/h/b.sql': W, 'x.txt': W }) + download(files),
  );
  expect(Object.keys(outputs.d?.files ?? {})).toEqual(expected);
});

test('a copy keeps its path in the address', async () => {
  const { outputs } = await runTasks(write('w', 'x') + upload({ 'g/a.sql': W }) + download('**'));
  expect(outputs.d?.files).toEqual({ '/g/a.sql': expect.stringMatching(/^kestra:.*\/tasks\/d\/\w+\/g\/a\.sql$/) });
});

test('the destination stands before the path as it is written', async () => {
  const { outputs } = await runTasks(
    write('w', 'x') +
      upload({ 'b.txt': W }, { destination: '/x' }) +
      upload({ '/c.txt': W }, { destination: 'y/' }, 'u2') +
      download('**'),
  );
  expect(Object.keys(outputs.d?.files ?? {})).toEqual(['/xb.txt', '/y/c.txt']);
});

test.each<[string, Record<string, unknown>, string, RegExp]>([
  ['is replaced', {}, 'baru', /^$/],
  ['is left', { conflict: 'SKIP' }, 'lama', /^$/],
  [
    'is refused',
    { conflict: 'ERROR' },
    'lama',
    /File '\/a\.txt' already exists in namespace 'uji' and conflict is set to ERROR/,
  ],
])('a file that is there %s', async (_, more, content, expected) => {
  const { outputs, said } = await runTasks(
    write('w', 'lama') +
      upload({ 'a.txt': W }) +
      write('w2', 'baru') +
      `- {id: aman, type: io.kestra.plugin.core.flow.AllowFailure, tasks: [${JSON.stringify({ id: 'u2', type: 'io.kestra.plugin.core.namespace.UploadFiles', namespace: 'uji', filesMap: { 'a.txt': '{{ outputs.w2.uri }}' }, ...more })}]}\n` +
      result("{{ read('a.txt') }}"),
  );
  expect(outputs.r?.value).toBe(content);
  expect(said).toMatch(expected);
});

test('files are deleted by pattern; what is not there is no error', async () => {
  const { state, outputs } = await runTasks(
    write('w', 'x') +
      upload({ 'd/a.txt': W, 'd/b.txt': W, 'e.txt': W }) +
      task('x', 'namespace.DeleteFiles', { namespace: 'uji', files: ['d/**', 'nope'] }) +
      download('**'),
  );
  expect(state).toBe('SUCCESS');
  expect(Object.keys(outputs.d?.files ?? {})).toEqual(['/e.txt']);
});

test('another namespace may be written and read', async () => {
  const { outputs } = await runTasks(
    write('w', 'x') +
      upload({ 'a.txt': W }, { namespace: 'lain' }) +
      result("{{ read('a.txt', 'lain') }} {{ fileExists('a.txt') }}"),
  );
  expect(outputs.r?.value).toBe('x false');
});

describe('is refused', () => {
  test.each<[string, string, RegExp]>([
    ['nothing to upload', task('u', 'namespace.UploadFiles', { namespace: 'uji' }), /files or filesMap is required/],
    ['text instead of an address', upload({ 'a.txt': 'isi langsung' }), /Invalid internal storage uri/],
    ['a broken regular expression', download('regex:['), /regular expression/],
  ])('%s', async (_, tasks, expected) => {
    const { state, said } = await runTasks(tasks);
    expect(state).toBe('FAILED');
    expect(said).toMatch(expected);
  });
});
