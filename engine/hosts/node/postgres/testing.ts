/** A Postgres of its own for the length of a benchmark or a test, from the machine's own programs where they are; in a temporary folder. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Cluster {
  /** `postgresql://…`, for `--db`. */
  url: string;
  version: string;
  /** Runs psql with these commands; throws what it says when it fails. */
  psql(...commands: string[]): void;
  /** As when the machine loses power. */
  kill(): void;
  close(): void;
}

const DEBIAN = '/usr/lib/postgresql';

/** The folder with `initdb`; nothing where Postgres is not installed. */
function programs(): string | undefined {
  const folders = existsSync(DEBIAN)
    ? readdirSync(DEBIAN)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => join(DEBIAN, version, 'bin'))
    : [];
  const found = [...folders, ...(process.env.PATH ?? '').split(':')].find((folder) =>
    existsSync(join(folder, 'initdb')),
  );
  return found;
}

/** Without waiting for the disk, so that what is measured is the way there and not the disk. */
const SETTINGS = '-c fsync=off -c autovacuum=off -c max_wal_size=8GB -c checkpoint_timeout=1h';

export interface ClusterOptions {
  /** Asked of whoever comes over TCP; without it everybody is let in. */
  password?: string;
}

/** Nothing where the machine has no Postgres. */
export async function startCluster({ password }: ClusterOptions = {}): Promise<Cluster | undefined> {
  const bin = programs();
  if (bin === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'alur-ukur-pg-'));
  // Postgres refuses to run as root.
  const owner = process.getuid?.() === 0 ? ownerIds() : undefined;
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const as = { cwd: folder, stdio: 'ignore' as const, ...owner };
  const data = join(folder, 'data');
  const port = await freePort();
  const secret = join(folder, 'secret');
  const login = password === undefined ? ['-A', 'trust'] : ['-A', 'scram-sha-256', `--pwfile=${secret}`];
  if (password !== undefined) writeFileSync(secret, password);
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'root', ...login, '-N', '-E', 'UTF8', '--locale=C'], as);
  const options = `-p ${port} -k ${folder} -h 127.0.0.1 ${SETTINGS}`;
  execFileSync(join(bin, 'pg_ctl'), ['-D', data, '-w', '-o', options, '-l', join(folder, 'log'), 'start'], as);
  const url = `postgresql://root${password === undefined ? '' : `:${password}`}@127.0.0.1:${port}/postgres`;
  const stop = () => void spawnSync(join(bin, 'pg_ctl'), ['-D', data, '-m', 'immediate', 'stop'], as);
  return {
    url,
    version: execFileSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' }).trim(),
    psql(...commands) {
      const args = commands.flatMap((command) => ['-c', command]);
      const { status, stderr } = spawnSync(join(bin, 'psql'), ['-X', '-q', '-v', 'ON_ERROR_STOP=1', url, ...args], {
        encoding: 'utf8',
      });
      if (status !== 0) throw new Error(`psql: ${stderr}`);
    },
    kill: stop,
    close() {
      stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function ownerIds(): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
