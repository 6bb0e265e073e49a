/** Who may know whom (the rooms of the house). `scripts/test/rooms.ts` checks what this can't see: .mdx, type-only and worker imports. */
const room = (name) => `^engine/${name}/`;
const forbid = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });

export default {
  forbidden: [
    forbid(
      'pure-rooms',
      { path: '^engine/(flow|expression|time|messages|ports)/' },
      { path: '^engine/(run|schedule|hosts|check|cli|server|remote)/' },
      'Flow, expression and time know nothing of running.',
    ),
    forbid(
      'expression-alone',
      { path: room('expression') },
      { path: '^engine/(flow|plugins)/' },
      'The language knows no flows.',
    ),
    forbid(
      'plugins-no-host',
      { path: room('plugins') },
      { path: '^engine/(hosts|run|schedule|check|cli|server)/' },
      'Plugins know ports, never a host.',
    ),
    forbid(
      'run-by-registry',
      { path: room('run') },
      { path: '^engine/plugins/(?!registry|definition|property|coerce)' },
      'Run reaches plugins through the registry only.',
    ),
    forbid(
      'schedule-asks-by-launcher',
      { path: room('schedule'), pathNot: '(\\.test|/testing)\\.ts$' },
      { path: '^engine/(run|hosts|check|cli|server)/' },
      'Schedule asks the engine by its launcher.',
    ),
    forbid(
      'run-no-host',
      { path: room('run'), pathNot: '\\.test\\.ts$' },
      { path: '^engine/(hosts|check|cli|server)/' },
      'Run knows ports, never a host.',
    ),
    forbid(
      'hosts-implement-ports',
      { path: room('hosts') },
      { path: '^engine/(run|flow|check|cli|server)/' },
      'Hosts implement ports.',
    ),
    forbid(
      'judge-is-pure',
      { path: '^engine/check/judge/' },
      { path: '^engine/(run|hosts|plugins|cli)/' },
      'The judge reads finished results only.',
    ),
    forbid(
      'doors-only',
      {
        path: '^(engine/cli|engine/server|site|tests)/',
        pathNot: '(^tests/(conformance|kestra)/|\\.test\\.ts$|^engine/cli/)',
      },
      { path: '^engine/(run|flow|expression|plugins|time)/', pathNot: '/index\\.ts$' },
      'Come in by the doors.',
    ),
    forbid(
      'no-node-in-core',
      { path: '^engine/', pathNot: '(\\.test\\.ts$|^engine/(hosts/(node|docker)|cli|server)/)' },
      { dependencyTypes: ['core'] },
      'The core runs anywhere.',
    ),
    forbid('no-circular', { path: '^engine/' }, { circular: true }, 'A circle is one idea in two files.'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: false,
    tsConfig: { fileName: 'tsconfig.node.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
