/**
 * Reading flows against what a Kestra 1.1.15 took and refused: every property with every kind of value, edges written by hand, inputs.
 * What stays different is listed with its reason, and must stay different: a new match shows.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { resolveInputs } from '#engine/flow/index.ts';
import { parseFlow, render, renderTyped } from '#engine/index.ts';
import { type Edge, edgesFile, type InputCase, inputsFile, lines, matrixFile } from './golden.ts';
import { EDGES, INPUTS, MATRIX } from './known.ts';
import { matrix } from './matrix.ts';

const read = (yaml: string) => {
  const { flow, diagnostics } = parseFlow(yaml);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  return { accepted: flow !== undefined, errors, diagnostics };
};

test('every property of every type takes and refuses what a Kestra does', () => {
  const golden = JSON.parse(readFileSync(matrixFile, 'utf8')) as Record<string, string>;
  const at = new Map<string, number>();
  const differing = new Set<string>();
  let compared = 0;
  for (const { property, value, yaml, under } of matrix()) {
    const index = at.get(property) ?? 0;
    at.set(property, index + 1);
    const { accepted, errors } = read(yaml);
    if (errors.some(({ code }) => code === 'unsupported-type')) continue;
    compared++;
    if (accepted !== (golden[property]?.[index] === '+')) differing.add(`${property} = ${value}`);
    else if (!accepted)
      expect(
        errors.some(({ path }) => path.startsWith(under)),
        `${property} = ${value}`,
      ).toBe(true);
  }
  const unexplained = [...differing].filter((name) => !MATRIX.some(({ names }) => names.test(name)));
  expect(unexplained).toEqual([]);
  for (const { names, why } of MATRIX)
    expect(
      [...differing].some((name) => names.test(name)),
      `no longer different: ${why}`,
    ).toBe(true);
  expect(compared).toBeGreaterThan(10_000);
}, 60_000);

describe('edges', () => {
  for (const { name, yaml, refused } of lines<Edge>(readFileSync(edgesFile, 'utf8'))) {
    test(name, () => {
      const { accepted, errors, diagnostics } = read(yaml);
      if (errors.some(({ code }) => code === 'unsupported-type')) return;
      const same = accepted === (refused === undefined);
      expect(same, `${refused ?? 'accepted'}\n${JSON.stringify(diagnostics)}`).toBe(EDGES[name] === undefined);
      for (const { line, column, message } of diagnostics) {
        expect(line).toBeGreaterThan(0);
        expect(column).toBeGreaterThan(0);
        expect(message.length).toBeGreaterThan(10);
      }
    });
  }
});

describe('inputs', () => {
  for (const { name, yaml, given, values, problem } of lines<InputCase>(readFileSync(inputsFile, 'utf8'))) {
    test(name, async () => {
      const { flow } = parseFlow(yaml);
      const around = { flow: { id: flow?.id } };
      const resolved = await resolveInputs(flow?.inputs ?? [], given, {
        render: async (template, variables) => render(template, { ...around, ...variables }),
        renderTyped: async (template, variables) => renderTyped(template, { ...around, ...variables }),
      });
      const ours = flow && (resolved.problems.length > 0 ? { refused: true } : resolved.values);
      const same = JSON.stringify(ours) === JSON.stringify(values ?? { refused: true });
      expect(same, `${JSON.stringify(values ?? problem)}\n${JSON.stringify(resolved)}`).toBe(
        INPUTS[name] === undefined,
      );
      for (const { message, explanation } of resolved.problems) {
        expect(message).toMatch(/^Invalid input for `/);
        expect(explanation).toMatch(/^Input `/);
      }
    });
  }
});
