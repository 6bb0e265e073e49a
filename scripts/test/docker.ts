/**
 * `npm run test:docker`: the tier of real containers. Where no Docker answers, and this machine has the means to start one of its own
 * (`../shared/docker`, root, Debian), it does and takes it down again; else it says plainly what was left out.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tryDocker } from '#engine/hosts/docker/index.ts';

const TIER = '../shared/docker/docker-tier.sh';

const answers = async (): Promise<boolean> =>
  tryDocker(['version', '--format', '{{.Server.Version}}']).then(
    ({ code }) => code === 0,
    () => false,
  );

/** The environment of a daemon of our own; nothing where it can't be started. */
function ownDaemon(): Record<string, string> | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync(TIER)) return undefined;
  console.log('Tidak ada Docker yang menyala: memulai satu dengan image pengganti…');
  const { status } = spawnSync('bash', [TIER, 'up', '--pgadmin', '--scripts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) return undefined;
  const said = spawnSync('bash', [TIER, 'env'], { encoding: 'utf8' }).stdout;
  const pairs = [...said.matchAll(/(\w+)=(\S+)/g)].map(([, key = '', value = '']) => [key, value]);
  return { ...Object.fromEntries(pairs), DOCKER_TIER: '1' };
}

const env = (await answers()) ? {} : ownDaemon();
if (env === undefined) {
  console.log('ditinggalkan: tingkat Docker, karena tidak ada Docker yang menyala di sini.');
  console.log('0 passed, 0 failed, 1 skipped');
} else {
  const args = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    'vitest.docker.config.ts',
    ...process.argv.slice(2),
  ];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  if (env.DOCKER_TIER) spawnSync('bash', [TIER, 'down'], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
}
