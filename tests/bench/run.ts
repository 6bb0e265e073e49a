/** `npm run bench` (`-- --big`: five million rows and 100,000 executions too): measures side by side, in one run, and writes BENCHMARKS.md. Ratios are what counts; the times depend on the machine. */
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { benchCommand } from './command.ts';
import { benchDuckdb } from './duckdb.ts';
import { benchEngine, type Figure } from './engine.ts';
import { benchKestra } from './kestra.ts';
import { benchLoad } from './load.ts';
import { benchLong } from './long.ts';
import { benchHundredTasks, benchParse } from './parse.ts';
import { benchPostgres } from './postgres.ts';
import { benchRender } from './render.ts';
import { benchScripts } from './scripts.ts';

const isBig = process.argv.includes('--big');
const engine = await benchEngine();
const command = benchCommand();
const long = benchLong(isBig);
const kestra = await benchKestra();
const postgres = await benchPostgres(isBig);
const scripts = await benchScripts();
const pairs = [
  ...kestra.pairs,
  await benchParse(),
  ...(await benchRender()),
  await benchLoad(),
  ...postgres.pairs,
  await benchDuckdb(),
  ...scripts.pairs,
];
const figures: Figure[] = [...engine, ...command.figures, ...long, benchHundredTasks(), ...scripts.figures];
const left = [...kestra.left, ...command.left, ...postgres.left];

const number = (value: number, digits = 2) => value.toFixed(digits).replace('.', ',');
const text = `# Ukuran

Ditulis oleh \`npm run bench\` pada ${new Date().toISOString().slice(0, 10)}: Node ${process.versions.node}, ${availableParallelism()} inti. Median dari lima pasang
yang diselang-seling; yang berarti adalah rasionya.

| yang diukur | dibandingkan dengan | kami (md) | mereka (md) | rasio |
| --- | --- | ---: | ---: | ---: |
${pairs.map(({ name, against, ours, theirs, ratio }) => `| ${name} | ${against} | ${number(ours, 1)} | ${number(theirs, 1)} | ${number(ratio, ratio < 0.01 ? 5 : 2)} |`).join('\n')}

${left.map((why) => `Tidak diukur: ${why}\n`).join('')}${postgres.figures.map(({ name, value, unit }) => `- ${name}: ${number(value, 0)} ${unit}\n`).join('')}
Mesin dan script, tanpa pembanding (Kestra, menurut catatannya: Python halo 513 sampai 1.074 md, echo 286 md):

| yang diukur | nilai | sasaran |
| --- | ---: | ---: |
${figures.map(({ name, value, unit, goal = '' }) => `| ${name} | ${number(value, value < 10 ? 2 : 0)} ${unit} | ${goal} |`).join('\n')}
`;
writeFileSync('BENCHMARKS.md', text);
console.log(text);
