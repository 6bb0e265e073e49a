/**
 * Makes `goldens.json` again from what the reference answers: the same expressions, and with `+N` as many random ones more.
 * `node tests/kestra/expressions/record.ts [+N] [SEED]`
 */
import { readFileSync, writeFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { reference } from '../reference.ts';
import { theirsOf } from './both.ts';
import { GOLDENS, type Golden } from './goldens.ts';
import { drawn } from './grammar.ts';

const [more = '+0', seed = '1'] = process.argv.slice(2);
const goldens = JSON.parse(readFileSync(GOLDENS, 'utf8')) as Golden[];
for (const one of fc.sample(drawn, { seed: Number(seed), numRuns: Number(more) })) goldens.push(one);

const kestra = await reference();
if ('missing' in kestra) {
  console.error(kestra.missing);
  process.exit(1);
}
const asked = await Promise.all(
  goldens.map(
    async ({ expression, typed }): Promise<Golden> => ({
      expression,
      ...(typed && { typed }),
      ...(await theirsOf(kestra, expression, typed === true)),
    }),
  ),
);
await kestra.close();
writeFileSync(GOLDENS, `[\n${asked.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`);
console.log(`${asked.length} ungkapan direkam.`);
