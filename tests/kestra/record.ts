/** `npm run record:kestra [NAME…]`: makes the goldens beside the flows again, from what the reference answers. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readCase } from './case.ts';
import { playTheirs } from './play.ts';
import { reference } from './reference.ts';

const FOLDER = new URL('flows/', import.meta.url);
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
await Promise.all(
  names.map(async (name) => {
    const told = await playTheirs(kestra, readCase(readFileSync(new URL(`${name}.yaml`, FOLDER), 'utf8')));
    writeFileSync(new URL(`${name}.story`, FOLDER), told);
  }),
);
await kestra.close();
console.log(`${names.length} rekaman ditulis.`);
