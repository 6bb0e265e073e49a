/** Every example that a plugin, filter or function carries is run: the reference shows nothing that does not work. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allFilters } from '#engine/expression/filters/index.ts';
import { allFunctions } from '#engine/expression/functions/index.ts';
import { allTests } from '#engine/expression/tests/index.ts';
import { createNodeHost } from '#engine/hosts/node/index.ts';
import { createEngine, type Engine, parseFlow, render } from '#engine/index.ts';
import { allPlugins } from '#engine/plugins/registry.ts';

describe('filters', () => {
  test.each(allFilters().map((filter) => [filter.name, filter] as const))(
    '%s',
    (_, { example: [template, prints], help }) => {
      expect(render(template, {})).toBe(prints);
      expect(help.length).toBeGreaterThan(8);
    },
  );
});

describe('functions', () => {
  const shown = allFunctions().flatMap(({ name, example }) => (example ? [[name, example] as const] : []));
  test.each(shown)('%s', (_, [template, prints]) => {
    expect(render(template, {})).toBe(prints);
  });

  test.each(['kv', 'secret', 'read', 'http'])('%s without a host is a clear error', (name) => {
    expect(() => render(`{{ ${name}('a') }}`, {})).toThrow(/needs a running execution/);
  });
});

describe('tests', () => {
  test.each(allTests().map((one) => [one.name, one] as const))('%s', (_, { example: [template, prints], help }) => {
    expect(render(template, {})).toBe(prints);
    expect(help.length).toBeGreaterThan(8);
  });
});

/** The flow that examples call. */
const CHILD = `id: anak
namespace: belajar
tasks:
  - {id: halo, type: io.kestra.plugin.core.log.Log, message: halo}
`;

describe('plugins', () => {
  let home: string;
  let engine: Engine;
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'alur-contoh-'));
    engine = createEngine(createNodeHost({ home }));
    await engine.deploy(CHILD);
  });
  afterAll(async () => {
    await engine.close();
    rmSync(home, { recursive: true, force: true });
  });

  test.each(allPlugins().map((plugin) => [plugin.type, plugin] as const))(
    '%s',
    async (_, { example, title }) => {
      const { flow, diagnostics } = parseFlow(example);
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(title.length).toBeGreaterThan(8);
      if (!flow) return;
      const { id } = await engine.start(await engine.deploy(example));
      const { state } = await engine.wait(id);
      const errors = await engine.logs(id, { minLevel: 'ERROR' });
      expect(['SUCCESS', 'WARNING'], JSON.stringify(errors)).toContain(state.current);
    },
    30_000,
  );
});
