/** What a Kestra server accepted and refused. Where the records are missing this says so and leaves it at that. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseFlow } from '#engine/index.ts';

const GOLDEN = new URL('../../../shared/kestra/golden/invalid/', import.meta.url);
const EXEC = new URL('../../../shared/kestra/golden/exec/', import.meta.url);
const there = existsSync(GOLDEN);
const names = (folder: URL) =>
  there
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.yaml'))
        .map((name) => name.slice(0, -5))
    : [];

describe.skipIf(!there)('as a Kestra accepts and refuses', () => {
  for (const name of names(GOLDEN)) {
    test(name, () => {
      const { create } = JSON.parse(readFileSync(new URL(`${name}.json`, GOLDEN), 'utf8')) as {
        create: { status: number };
      };
      const { flow, diagnostics } = parseFlow(readFileSync(new URL(`${name}.yaml`, GOLDEN), 'utf8'));
      expect(flow !== undefined, JSON.stringify(diagnostics, null, 1)).toBe(create.status === 200);
      for (const { line, column, message } of diagnostics) {
        expect(line).toBeGreaterThan(0);
        expect(column).toBeGreaterThan(0);
        expect(message.length).toBeGreaterThan(10);
      }
    });
  }

  for (const name of names(EXEC)) {
    test(`runs: ${name}`, () => {
      const { flow, diagnostics } = parseFlow(readFileSync(new URL(`${name}.yaml`, EXEC), 'utf8'));
      const errors = diagnostics.filter(({ severity }) => severity === 'error');
      expect(flow !== undefined, JSON.stringify(errors, null, 1)).toBe(true);
    });
  }
});

if (!there) console.log('Rekaman Kestra (golden/invalid) tidak ada di sini: perbandingan penolakan ditinggalkan.');
