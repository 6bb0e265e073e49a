/** What `npm test` does, in order: each step is a command; its output is shown when it fails. */
export interface Step {
  name: string;
  command: string[];
  /** The quick lane and the site's run side by side; the slow one comes after both, in `test:all` only. */
  lane: 'quick' | 'site' | 'slow';
}

const node = (...args: string[]) => [process.execPath, ...args];
const bin = (name: string, ...args: string[]) => node(`node_modules/${name}`, ...args);

export const STEPS: readonly Step[] = [
  { name: 'format dan lint', lane: 'quick', command: ['node_modules/.bin/biome', 'check', '--error-on-warnings', '.'] },
  { name: 'tipe: inti', lane: 'quick', command: bin('typescript/bin/tsc', '-p', 'engine') },
  { name: 'tipe: node', lane: 'quick', command: bin('typescript/bin/tsc', '-p', 'tsconfig.node.json') },
  {
    name: 'siapa mengenal siapa',
    lane: 'quick',
    command: ['node_modules/.bin/depcruise', '--config', '.dependency-cruiser.mjs', 'engine', 'tests', 'scripts'],
  },
  { name: 'siapa mengenal siapa, selebihnya', lane: 'quick', command: node('scripts/test/rooms.ts') },
  { name: 'kode mati', lane: 'quick', command: bin('knip/bin/knip.js') },
  { name: 'berkas kunci lengkap', lane: 'quick', command: node('scripts/test/lock.ts') },
  { name: 'unit dan kesesuaian', lane: 'quick', command: bin('vitest/vitest.mjs', 'run') },
  { name: 'situs dan tautannya', lane: 'site', command: node('scripts/site/build.ts') },
  { name: 'ukuran halaman lab', lane: 'site', command: node('scripts/site/budget.ts') },
  { name: 'tipe: situs', lane: 'quick', command: node('node_modules/astro/bin/astro.mjs', 'check', '--root', 'site') },
  {
    name: 'tipe: komponen lab',
    lane: 'quick',
    command: bin(
      'svelte-check/bin/svelte-check',
      '--workspace',
      'site',
      '--tsconfig',
      'tsconfig.lab.json',
      '--fail-on-warnings',
    ),
  },
  {
    name: 'peramban dan kesamaan',
    lane: 'site',
    command: bin('vitest/vitest.mjs', 'run', '--config', 'vitest.site.config.ts'),
  },
  { name: 'pembuktian lab', lane: 'site', command: node('engine/cli/main.ts', 'labs', 'test') },
  {
    name: 'peramban, yang lama',
    lane: 'slow',
    command: bin('vitest/vitest.mjs', 'run', '--config', 'vitest.slow.config.ts'),
  },
];
