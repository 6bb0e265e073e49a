/** What is shown follows what happened, although the log is read ahead of the events. */
import { afterEach, expect, test, vi } from 'vitest';
import { createMemoryHost } from '../hosts/memory/index.ts';
import { createEngine } from '../index.ts';
import { showProgress } from './progress.ts';

const FLOW = `id: urut
namespace: uji
tasks:
  - {id: a, type: io.kestra.plugin.core.log.Log, message: satu}
  - {id: b, type: io.kestra.plugin.core.execution.Fail, errorMessage: dua, retry: {type: constant, interval: PT1S, maxAttempts: 2}}
errors:
  - {id: c, type: io.kestra.plugin.core.log.Log, message: tiga}
`;

afterEach(() => vi.restoreAllMocks());

test('a log line stands between the start and the end of its try', async () => {
  const lines: string[] = [];
  vi.spyOn(console, 'error').mockImplementation((line: string) => void lines.push(line));
  const engine = createEngine(createMemoryHost());
  const { id } = await engine.start(await engine.deploy(FLOW));
  await engine.wait(id);
  await showProgress(engine, id);
  expect(
    lines
      .map((line) =>
        line
          .trim()
          .replace(/ {2,}\S+ dtk$/, '')
          .replace(/ +/g, ' '),
      )
      .filter((line) => !line.startsWith('→')),
  ).toEqual([
    'Berjalan a',
    'a | satu',
    'Berhasil a',
    'Berjalan b',
    'b galat | dua',
    'Gagal b',
    'Mengulang b',
    'Berjalan b',
    'b galat | dua',
    'Gagal b',
    'Berjalan c',
    'c | tiga',
    'Berhasil c',
  ]);
  await engine.close();
});
