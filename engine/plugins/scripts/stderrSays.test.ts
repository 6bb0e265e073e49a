import { expect, test } from 'vitest';
import { stderrSays } from './stderrSays.ts';

test.each([
  ['gzip: stdin: unexpected end of file', /terpotong/],
  ['gzip: stdin: not in gzip format', /bukan berkas gzip/],
  ['bash: jqq: command not found', /`jqq` tidak ada/],
  ['sh: 1: jqq: not found', /`jqq` tidak ada/],
  ["ModuleNotFoundError: No module named 'pandas'", /`pandas`/],
  ["NameError: name 'x' is not defined", /`x` belum dibuat/],
  ['bash: redirection: total output size exceeded (>419430400 bytes), increase executionLimits.x', /batas sandbox/],
  ['Script ini dihentikan: lebih dari 512 proses', /512 proses/],
  ['/bin/sh: 3: Syntax error: "then" unexpected', /pasangan if/],
  ['ERROR: No matching distribution found for pandass==9', /`pandass` tidak bisa dipasang/],
  ['error: externally-managed-environment', /dependencies/],
  ['curl: (6) Could not resolve host: tidak.ada', /tidak ada internet/],
  ["KeyError: 'bulan'", /'bulan'/],
  ["FileNotFoundError: [Errno 44] No such file or directory: 'data.csv'", /`data.csv`/],
  ['cat: data.csv: No such file or directory', /`data.csv`/],
])('%s', (line, expected) => expect(stderrSays(['awal', line, ''], 'sandbox')).toMatch(expected));

test('what is not known is not guessed at; of two that are, the last counts', () => {
  expect(stderrSays(['sesuatu yang lain'], 'sandbox')).toBeUndefined();
  expect(stderrSays([], 'process')).toBeUndefined();
  expect(stderrSays(["KeyError: 'a'", 'gzip: stdin: unexpected end of file'], 'docker')).toMatch(/terpotong/);
});
