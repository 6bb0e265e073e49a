/** Every container of ours carries who started it; what a killed process left behind is removed by the next one. */
import { hostname } from 'node:os';
import { docker, tryDocker } from './cli.ts';

export const OWNER = 'alur.owner';
const here = hostname();

export const ownerOf = (): string => `${here}:${process.pid}`;

/** Removes containers whose process on this computer is gone. Returns how many. */
export async function sweepContainers(): Promise<number> {
  const { code, stdout } = await tryDocker([
    'ps',
    '--all',
    '--filter',
    `label=${OWNER}`,
    '--format',
    `{{.ID}} {{.Label "${OWNER}"}}`,
  ]);
  if (code !== 0) return 0;
  const orphans = stdout
    .split('\n')
    .map((line) => line.trim().split(' '))
    .filter(([id, owner = '']) => id && isOrphan(owner))
    .map(([id = '']) => id);
  if (orphans.length > 0) await docker(['rm', '--force', '--volumes', ...orphans]);
  return orphans.length;
}

function isOrphan(owner: string): boolean {
  const at = owner.lastIndexOf(':');
  if (owner.slice(0, at) !== here) return false;
  try {
    process.kill(Number(owner.slice(at + 1)), 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
