/**
 * Makes node_modules match the lock file, and nothing else: plain JavaScript without dependencies, so that it runs as the very first
 * command of a fresh clone, under the Node that is there (20 or newer). `--dev` installs what only the tests need, too.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const dev = process.argv.includes('--dev');
const stamp = join(root, 'node_modules', '.alur-installed.json');
const lock = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');

const installed = () => {
  try {
    const { lock: made, dev: withDev } = JSON.parse(readFileSync(stamp, 'utf8'));
    return made === lock && (withDev || !dev);
  } catch {
    return false;
  }
};

// No package of ours needs a script of its own to run; under npm 10 some would compile for minutes.
if (!installed()) {
  console.log(existsSync(stamp) ? 'Memperbarui paket…' : 'Memasang paket (sekali saja, sekitar satu menit)…');
  const args = [
    'ci',
    '--ignore-scripts',
    '--loglevel=error',
    '--no-fund',
    '--no-audit',
    ...(dev ? [] : ['--omit=dev']),
  ];
  const npm = process.env.npm_execpath;
  const { status, error } = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) {
    console.error(
      `Paket tidak bisa dipasang${error ? `: ${error.message}` : ''}. Periksa koneksi internetmu, lalu coba lagi.`,
    );
    process.exit(status ?? 1);
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, JSON.stringify({ lock, dev }));
}

const [major = 0, minor = 0] = nodeVersion().split('.').map(Number);
if (major < 22 || (major === 22 && minor < 22)) {
  console.error(
    `Alur memerlukan Node 22.22 atau lebih baru; yang ada ${major}.${minor}. Pasang dari nodejs.org, lalu coba lagi.`,
  );
  process.exit(1);
}

/** The Node that npm scripts will find: the one among the packages, else this one. */
function nodeVersion() {
  const own = join(root, 'node_modules', '.bin', 'node');
  if (!existsSync(own)) return process.versions.node;
  return spawnSync(own, ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout.trim() || process.versions.node;
}
