/** Every lab on real parts: Postgres 18 through Testcontainers, scripts in containers. The grader proves itself there too. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { tryDocker } from '#engine/hosts/docker/index.ts';

const alur = (...args: string[]) =>
  spawnSync(process.execPath, ['alur', ...args], {
    encoding: 'utf8',
    // Without a registry the image that Kestra's own host stands for is played by the stand-in, which has wget too.
    env: { ...process.env, ...(process.env.DOCKER_TIER && { ALUR_HOST_IMAGE: 'ubuntu:latest' }) },
  });

test('starter fails, solution and alternatives pass, mutants fail where they say', () => {
  const { status, stdout, stderr } = alur('labs', 'test', '--tier', 'docker', '--json');
  expect(JSON.parse(stdout), stderr).toEqual(
    expect.arrayContaining([{ lab: '03-etl/02-taksi-postgres', ok: true, failed: [] }]),
  );
  expect(status).toBe(0);
}, 600_000);

test.runIf(process.env.DOCKER_TIER)(
  'a sweeper that can not be had is said by name, and done without',
  () => {
    const { TESTCONTAINERS_RYUK_DISABLED: _, ...env } = process.env;
    const { status, stderr } = spawnSync(process.execPath, ['alur', 'check', 'taksi-postgres', '--tier', 'docker'], {
      encoding: 'utf8',
      env: { ...env, ALUR_HOST_IMAGE: 'ubuntu:latest' },
    });
    expect(stderr).toContain('testcontainers/ryuk');
    expect(status).toBe(1);
  },
  120_000,
);

test('nothing of ours is left', async () => {
  for (const label of ['alur.owner', 'org.testcontainers']) {
    const { stdout } = await tryDocker(['ps', '-aq', '--filter', `label=${label}`]);
    expect(stdout).toBe('');
  }
});
