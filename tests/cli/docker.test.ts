/** Where Docker is not to be had, the terminal says so in a sentence, never with a stack. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'alur-docker-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function checkWith(docker: string | undefined) {
  if (docker === undefined) rmSync(join(folder, 'docker'), { force: true });
  else {
    writeFileSync(join(folder, 'docker'), `#!/bin/sh\n${docker}\n`);
    chmodSync(join(folder, 'docker'), 0o755);
  }
  return spawnSync(process.execPath, ['alur', 'check', 'taksi-postgres', '--tier', 'docker'], {
    encoding: 'utf8',
    env: { ...process.env, PATH: folder },
  });
}

test.each([
  ['no program', undefined, 'tidak ada di komputer ini'],
  ['no daemon', 'echo "Cannot connect to the Docker daemon" >&2; exit 1', 'belum menyala'],
  ['no rights', 'echo "permission denied while trying to connect to the Docker daemon socket" >&2; exit 1', 'usermod'],
  ['no image', '[ "$1" = version ] || { echo "Error: No such image: x" >&2; exit 1; }', 'postgres:18'],
])('%s', (_, docker, words) => {
  const { status, stderr } = checkWith(docker);
  expect(status).toBe(69);
  expect(stderr).toContain(words);
  expect(stderr).not.toMatch(/\n\s+at /);
});
