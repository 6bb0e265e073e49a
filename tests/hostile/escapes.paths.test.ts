/**
 * Paths and addresses that try to leave their folder, on the memory host and in Node: none succeeds, each ends in an error that says so.
 * Beside the home of the engine lies a secret, and nothing new may lie there afterwards.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMemoryHost } from '#engine/hosts/memory/index.ts';
import { createNodeHost } from '#engine/hosts/node/index.ts';
import { createEngine, type Engine } from '#engine/index.ts';
import { result, task, write } from '../tasks/run.ts';

const SECRET = 'rahasia-di-luar-rumah';
const CLIMBS = /relative '\.\.' path|memuat `\.\.`|keluar dari folder|not an execution file|Path must not contain/;
const NO_ADDRESS = /Invalid internal storage uri/;
const REFUSED = /ditolak karena/;

const size = (uri: string) => task('x', 'storage.Size', { uri });
const W = '{{ outputs.w.uri }}';
const upload = (properties: Record<string, unknown>) =>
  write('w', 'x') + task('x', 'namespace.UploadFiles', { namespace: 'uji', ...properties });
const folder = (inputFiles: Record<string, string>) =>
  task('x', 'flow.WorkingDirectory', {
    inputFiles,
    tasks: [{ id: 'y', type: 'io.kestra.plugin.core.storage.LocalFiles', outputs: ['**'] }],
  });
const download = (saveAs: string) => task('x', 'http.Download', { uri: 'http://data/a.csv', saveAs });

const ATTEMPTS: [string, string, RegExp][] = [
  ['an address that climbs', size('kestra:///uji/../../rahasia.txt'), CLIMBS],
  ['an address that climbs at once', size('kestra:///../rahasia.txt'), CLIMBS],
  ['an address with an authority', size('kestra://etc/passwd'), NO_ADDRESS],
  ['an address with an empty name', size('kestra:///uji//x'), REFUSED],
  ['an address with a dot', size('kestra:///uji/./x'), REFUSED],
  ['an address with a backslash', size('kestra:///uji\\..\\x'), REFUSED],
  ['an address with encoded dots', size('kestra:///uji/%2e%2e/%2e%2e/rahasia.txt'), /No such file/],
  ['an address without an end', size(`kestra:///${'a/'.repeat(2000)}x`), REFUSED],
  ['an address with a NUL', size('kestra:///uji/a\0b'), REFUSED],
  ['a path', size('/etc/passwd'), NO_ADDRESS],
  ['a file of the computer', size('file:///etc/passwd'), NO_ADDRESS],
  ['a disk', size('C:\\rahasia.txt'), NO_ADDRESS],
  ['a file to delete outside', task('x', 'storage.Delete', { uri: 'kestra:///../../rahasia.txt' }), CLIMBS],
  [
    'a folder to delete',
    task('x', 'storage.Delete', { uri: 'kestra:///uji', errorOnMissing: true }),
    /Unable to find file/,
  ],
  ['files to join', task('x', 'storage.Concat', { files: ['kestra:///uji/../../rahasia.txt'] }), CLIMBS],
  ['a file to split', task('x', 'storage.Split', { from: 'kestra:///../x', rows: 1 }), CLIMBS],
  ['a file to reverse', task('x', 'storage.Reverse', { from: '/etc/passwd' }), NO_ADDRESS],
  [
    'a file to filter',
    task('x', 'storage.FilterItems', { from: 'file:///etc/passwd', filterCondition: 'true' }),
    NO_ADDRESS,
  ],
  ['read() of a path that climbs', result("{{ read('../../rahasia.txt') }}"), CLIMBS],
  ['read() of a path', result("{{ read('/etc/passwd') }}"), /Unable to find file/],
  ['read() of the computer', result("{{ read('file:///etc/passwd') }}"), /not authorized/],
  ['read() of an address that climbs', result("{{ read('kestra:///uji/../../rahasia.txt') }}"), CLIMBS],
  ['read() out of the namespace', result("{{ read('kestra:///uji/_files/../../x') }}"), CLIMBS],
  ['read() of the store itself', result("{{ read('kestra:///journal.jsonl') }}"), /not an execution file/],
  [
    'read() of another flow without its execution',
    result("{{ read('kestra:///lain/flow/x') }}"),
    /not an execution file/,
  ],
  ['read() by nsfile', result("{{ read('nsfile:///../../rahasia.txt') }}"), CLIMBS],
  ['read() in a namespace that climbs', result("{{ read('rahasia.txt', '../..') }}"), REFUSED],
  ['fileURI() that climbs', result("{{ fileURI('../x') }}"), CLIMBS],
  ['fileExists() that climbs', result("{{ fileExists('../../rahasia.txt') }}"), CLIMBS],
  ['fileSize() of the computer', result("{{ fileSize('file:///etc/passwd') }}"), /not authorized/],
  ['an upload that climbs', upload({ filesMap: { '../../evil.txt': W } }), CLIMBS],
  ['a destination that climbs', upload({ filesMap: { 'x.txt': W }, destination: '../../../' }), CLIMBS],
  ['an upload with a backslash', upload({ filesMap: { '..\\evil.txt': W } }), CLIMBS],
  ['a namespace that climbs', upload({ namespace: '../..', filesMap: { 'x.txt': W } }), REFUSED],
  ['an upload of a file of the computer', upload({ filesMap: { 'x.txt': 'file:///etc/passwd' } }), NO_ADDRESS],
  ['an upload of what climbs', upload({ filesMap: { 'x.txt': 'kestra:///../rahasia.txt' } }), CLIMBS],
  [
    'a download to what climbs',
    upload({ filesMap: { 'x.txt': W } }) +
      task('d', 'namespace.DownloadFiles', { namespace: 'uji', files: '**', destination: '../../../' }),
    CLIMBS,
  ],
  ['a download from what climbs', task('x', 'namespace.DownloadFiles', { namespace: '../..', files: '**' }), REFUSED],
  ['a deletion in what climbs', task('x', 'namespace.DeleteFiles', { namespace: '../..', files: '**' }), REFUSED],
  ['an input file that climbs', folder({ '../evil.txt': 'x' }), CLIMBS],
  ['an input file at the root', folder({ '/etc/evil.txt': 'x' }), CLIMBS],
  ['an input file that climbs later', folder({ 'a/../../evil.txt': 'x' }), CLIMBS],
  ['an input file with a backslash', folder({ '..\\evil.txt': 'x' }), CLIMBS],
  [
    'an input file of the computer',
    folder({ 'a.txt': 'file:///etc/passwd' }),
    /Access to file:\/\/\/etc\/passwd is not allowed/,
  ],
  ['an input file by nsfile', folder({ 'a.txt': 'nsfile:///../../rahasia.txt' }), CLIMBS],
  ['an input file by an address', folder({ 'a.txt': 'kestra:///../../rahasia.txt' }), REFUSED],
  ['saveAs that climbs', download('../evil.csv'), CLIMBS],
  ['saveAs at the root', download('/etc/evil.csv'), /Invalid file name/],
  ['saveAs that climbs later', download('a/../../../evil.csv'), CLIMBS],
  ['saveAs that is hidden', download('.bashrc'), /Invalid file name/],
  ['saveAs with a backslash', download('..\\evil.csv'), /Invalid file name/],
  [
    'a download of the computer',
    task('x', 'http.Download', { uri: 'file:///etc/passwd' }),
    /Target host is not specified/,
  ],
  ['a download of the store', task('x', 'http.Download', { uri: 'kestra:///uji/x' }), /Target host is not specified/],
  ['a key that climbs', task('x', 'kv.Set', { key: '../../evil', value: 'x' }), /Key must start with an alphanumeric/],
  ['a KV store that climbs', task('x', 'kv.Set', { key: 'a', value: 'x', namespace: '../..' }), /does not exist/],
];

let parent: string;
beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), 'alur-lari-'));
  writeFileSync(join(parent, 'rahasia.txt'), SECRET);
});
afterAll(() => {
  expect(readdirSync(parent).sort()).toEqual(['home', 'rahasia.txt']);
  rmSync(parent, { recursive: true, force: true });
});

async function run(engine: Engine, tasks: string) {
  const source = `id: lari\nnamespace: uji\ntasks:\n${tasks.trim().replace(/^/gm, '  ')}\n`;
  const { id } = await engine.start(await engine.deploy(source));
  const execution = await engine.wait(id);
  const logs = await engine.logs(id);
  const said = logs.map(({ message, explanation = '' }) => `${message}\n${explanation}`).join('\n');
  return { state: execution.state.current, said, everything: JSON.stringify([execution, logs]) };
}

const csv = { 'http://data/a.csv': { body: 'a,b\n' } };

describe.each(['memory', 'node'] as const)('on the host %s', (name) => {
  let engine: Engine;
  beforeAll(() => {
    const http = createMemoryHost({ http: csv }).http;
    engine = createEngine(
      name === 'memory' ? createMemoryHost({ http: csv }) : { ...createNodeHost({ home: join(parent, 'home') }), http },
    );
  });
  afterAll(() => engine.close());

  test.each(ATTEMPTS)('%s', async (_, tasks, expected) => {
    const { state, said, everything } = await run(engine, tasks);
    expect(state).toBe('FAILED');
    expect(said).toMatch(expected);
    expect(everything).not.toContain(SECRET);
    expect(everything).not.toContain('root:x:0');
  });

  test('a file input can not name its place', async () => {
    const source = `id: unggah\nnamespace: uji\ninputs:\n  - {id: f, type: FILE}\ntasks:\n  - {id: r, type: io.kestra.plugin.core.debug.Return, format: "{{ read(inputs.f) }}"}\n`;
    const at = await engine.deploy(source);
    const { id } = await engine.start(at, {
      inputs: { f: { name: '../../../../evil.txt', content: new TextEncoder().encode('isi') } },
    });
    const { inputs, taskRunList } = await engine.wait(id);
    expect(String(inputs.f)).not.toMatch(/\/\.\.?\//);
    expect(taskRunList[0]?.outputs?.value).toBe('isi');
  });
});

describe('links in the store of Node', () => {
  let engine: Engine;
  const files = () => join(parent, 'home', 'storage', 'files', 'uji', '%5Ffiles'.replace('%5F', '_'));
  beforeAll(() => {
    mkdirSync(files(), { recursive: true });
    symlinkSync(join(parent, 'rahasia.txt'), join(files(), 'tautan.txt'));
    symlinkSync(parent, join(files(), 'naik'));
    engine = createEngine(createNodeHost({ home: join(parent, 'home') }));
  });
  afterAll(() => engine.close());

  test.each([
    ['a linked file', 'tautan.txt'],
    ['a linked folder', 'naik/rahasia.txt'],
  ])('%s is not followed', async (_, path) => {
    const { state, said, everything } = await run(engine, result(`{{ read('${path}') }}`));
    expect(state).toBe('FAILED');
    expect(said).toMatch(/menunjuk ke luar penyimpanan/);
    expect(everything).not.toContain(SECRET);
  });

  test('a linked file is not listed', async () => {
    const { everything } = await run(engine, task('d', 'namespace.DownloadFiles', { namespace: 'uji', files: '**' }));
    expect(everything).not.toMatch(/tautan|rahasia/);
  });

  test('nothing is written through a linked folder', async () => {
    const { state, said } = await run(engine, upload({ filesMap: { 'naik/evil.txt': W } }));
    expect(state).toBe('FAILED');
    expect(said).toMatch(/menunjuk ke luar penyimpanan/);
  });
});
