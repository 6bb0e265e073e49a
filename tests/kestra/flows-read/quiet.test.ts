/**
 * No false alarm: of what a Kestra ran without a failure and without a word of error, nothing worse than a hint is said. (What it never
 * came to, such as the handler of an error that did not happen, may hold faults.)
 */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseFlow } from '#engine/index.ts';
import { readCase } from '../case.ts';

const here = new URL('../flows/', import.meta.url).pathname;
const stories = globSync(`${here}*.story`).map((file) => ({ file, story: readFileSync(file, 'utf8') }));
const good = stories.filter(({ story }) => !/FAILED|WARNING|ERROR|WARN|^REFUSED|^TIMEOUT/.test(story));

/** The id written nearest above (or in) the line. */
const taskAt = (source: string, line: number): string | undefined =>
  [
    ...source
      .split('\n')
      .slice(0, line)
      .join('\n')
      .matchAll(/\bid: ([\w-]+)/g),
  ].at(-1)?.[1];

test('nothing is said about flows that run well', () => {
  expect(good.length).toBeGreaterThan(100);
  const said = good.flatMap(({ file, story }) => {
    const { before, yaml } = readCase(readFileSync(file.replace(/story$/, 'yaml'), 'utf8'));
    return [...before, yaml].flatMap((source) =>
      parseFlow(source)
        .diagnostics.filter(({ severity, code }) => severity !== 'hint' && code !== 'deprecated')
        .filter(({ line }) => new RegExp(`^\\s*${taskAt(source, line)}(\\[.*\\])?:`, 'm').test(story))
        .map(({ line, message }) => `${file.slice(here.length)}:${line} ${message}`),
    );
  });
  expect(said).toEqual([]);
});
