/**
 * `npm run record:kestra [NAME…]`: makes the goldens beside the flows again, from what the reference answers. A story is kept once it has
 * been told twice alike; one that never is, is named: its flow leaves something to chance.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type FlowCase, readCase } from './case.ts';
import { playTheirs } from './play.ts';
import { type Reference, reference } from './reference.ts';

const FOLDER = new URL('flows/', import.meta.url);
const TRIES = 5;
const wanted = process.argv.slice(2);
const names = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.slice(0, -5))
  .filter((name) => wanted.length === 0 || wanted.includes(name));

const kestra = await reference();
if ('missing' in kestra) {
  console.error(kestra.missing);
  process.exit(1);
}
async function toldTwice(from: Reference, flow: FlowCase): Promise<string | undefined> {
  const told = new Set<string>();
  for (let tries = 0; tries < TRIES; tries++) {
    const story = await playTheirs(from, flow);
    if (told.has(story)) return story;
    told.add(story);
  }
  return undefined;
}

const unsteady: string[] = [];
await Promise.all(
  names.map(async (name) => {
    const story = await toldTwice(kestra, readCase(readFileSync(new URL(`${name}.yaml`, FOLDER), 'utf8')));
    if (story === undefined) unsteady.push(name);
    else writeFileSync(new URL(`${name}.story`, FOLDER), story);
  }),
);
await kestra.close();
console.log(`${names.length - unsteady.length} rekaman ditulis.`);
if (unsteady.length > 0) {
  console.error(`Tidak pernah dua kali sama: ${unsteady.sort().join(', ')}`);
  process.exitCode = 1;
}
