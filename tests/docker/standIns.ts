/**
 * Where no registry is reachable (DOCKER_TIER), images for our Dockerfile to build on, put together from what this machine has: a base
 * with Node's libraries, and on it Node and npm. What ran on them says so.
 */
import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const DOCKERFILE = `FROM ubuntu:latest AS runtime
COPY lib /usr/lib/x86_64-linux-gnu
FROM runtime
COPY node /usr/local/bin/node
COPY npm /usr/local/lib/node_modules/npm
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
ENV NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt
`;
const LIBRARIES = ['libstdc++.so.6', 'libgcc_s.so.1'];

/** The build's environment: empty where real images can be had. */
export async function buildEnvironment(): Promise<Record<string, string>> {
  if (!process.env.DOCKER_TIER) return {};
  const folder = await mkdtemp(join(tmpdir(), 'alur-image-'));
  try {
    await cp(process.execPath, join(folder, 'node'));
    // The real build image has strip; this one has not.
    spawnSync('strip', [join(folder, 'node')]);
    await cp(await npmFolder(), join(folder, 'npm'), { recursive: true, dereference: true });
    for (const name of LIBRARIES)
      await cp(await realpath(`/usr/lib/x86_64-linux-gnu/${name}`), join(folder, 'lib', name));
    await writeFile(join(folder, 'Dockerfile'), DOCKERFILE);
    build(folder, 'alur-stand-in-runtime', ['--target', 'runtime']);
    build(folder, 'alur-stand-in-node', []);
    docker('tag', 'dpage/pgadmin4:latest', 'dpage/pgadmin4:9.18');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  console.log('Image Alur dibangun di atas image pengganti, bukan image resmi Node dan distroless.');
  return {
    ALUR_BUILD_IMAGE: 'alur-stand-in-node',
    ALUR_RUNTIME_IMAGE: 'alur-stand-in-runtime',
    DOCKER_BUILDKIT: '0',
  };
}

/** `…/npm/bin/npm-cli.js` is what runs where npm started this. */
async function npmFolder(): Promise<string> {
  const npm = process.env.npm_execpath ?? spawnSync('which', ['npm'], { encoding: 'utf8' }).stdout.trim();
  return dirname(dirname(await realpath(npm)));
}

const build = (folder: string, tag: string, more: string[]) =>
  docker('build', '--quiet', '--tag', tag, ...more, folder);

function docker(...args: string[]): void {
  const { status, stderr } = spawnSync('docker', args, {
    encoding: 'utf8',
    env: { ...process.env, DOCKER_BUILDKIT: '0' },
  });
  if (status !== 0) throw new Error(`docker ${args.join(' ')}: ${stderr}`);
}
