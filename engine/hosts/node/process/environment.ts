/**
 * What a script of the computer's own finds in its environment: PATH, and nothing else of the host's. `pip install` puts packages into the
 * script's own folder, so that the computer's Python stays as it is.
 */
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { MARK } from './family.ts';

const PACKAGES = '.alur/packages';

export function environmentIn(folder: string, own: Record<string, string>, mark: string): Record<string, string> {
  const paths = [join(folder, PACKAGES), folder, own.PYTHONPATH ?? ''].filter((path) => path !== '');
  return {
    PATH: process.env.PATH ?? '',
    HOME: folder,
    LANG: 'C.UTF-8',
    PIP_TARGET: join(folder, PACKAGES),
    PIP_CACHE_DIR: join(tmpdir(), 'alur-pip'),
    PIP_DISABLE_PIP_VERSION_CHECK: '1',
    ...own,
    PYTHONPATH: paths.join(delimiter),
    [MARK]: mark,
  };
}
