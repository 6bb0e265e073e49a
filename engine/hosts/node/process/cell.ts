/**
 * A cell for a script's processes, where Linux gives one (`unshare` of util-linux): they see no process but their own, so not the engine's
 * environment in /proc either, and all of them end with the first. Elsewhere a script runs without it.
 */
import { spawn } from 'node:child_process';

const CELL = ['--pid', '--fork', '--kill-child', '--mount-proc', '--'];

let known: Promise<readonly string[]> | undefined;

/** What a command is put behind; empty where there is no cell to be had. */
export function cell(): Promise<readonly string[]> {
  known ??= tried();
  return known;
}

async function tried(): Promise<readonly string[]> {
  if (process.platform !== 'linux') return [];
  const asUser = process.getuid?.() === 0 ? [] : ['--user', '--map-current-user'];
  const command = [...asUser, ...CELL];
  return (await works([...command, '/bin/true'])) ? ['unshare', ...command] : [];
}

function works(args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn('unshare', args, { stdio: 'ignore' });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}
