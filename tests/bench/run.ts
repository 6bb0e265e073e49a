/** `npm run bench` (`-- --big`: five million rows too): measures side by side, in one run, and writes BENCHMARKS.md. Ratios are what counts; the times depend on the machine. */
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { benchDuckdb } from './duckdb.ts';
import { benchEngine } from './engine.ts';
import { benchLoad } from './load.ts';
import { benchHundredTasks, benchParse } from './parse.ts';
import { benchPostgres } from './postgres.ts';
import { benchRender } from './render.ts';
import { benchScripts } from './scripts.ts';

const postgres = await benchPostgres(process.argv.includes('--big'));
const scripts = await benchScripts();
const pairs = [
  await benchParse(),
  ...(await benchRender()),
  await benchLoad(),
  ...postgres.pairs,
  await benchDuckdb(),
  ...scripts.pairs,
];
const figures = [benchHundredTasks(), ...(await benchEngine()), ...scripts.figures];

const number = (value: number, digits = 2) => value.toFixed(digits).replace('.', ',');
const text = `# Ukuran

Ditulis oleh \`npm run bench\` pada ${new Date().toISOString().slice(0, 10)}: Node ${process.versions.node}, ${availableParallelism()} inti. Median dari lima pasang
yang diselang-seling; yang berarti adalah rasionya.

| yang diukur | dibandingkan dengan | kami (md) | mereka (md) | rasio |
| --- | --- | ---: | ---: | ---: |
${pairs.map(({ name, against, ours, theirs, ratio }) => `| ${name} | ${against} | ${number(ours, 1)} | ${number(theirs, 1)} | ${number(ratio)} |`).join('\n')}

${postgres.left.map((why) => `Tidak diukur: ${why}\n`).join('')}${postgres.figures.map(({ name, value, unit }) => `- ${name}: ${number(value, 0)} ${unit}\n`).join('')}
Mesin di memori dan script, tanpa pembanding (Kestra, menurut catatannya: Python halo 513 sampai 1.074 md, echo 286 md):

| yang diukur | nilai |
| --- | ---: |
${figures.map(({ name, value, unit }) => `| ${name} | ${number(value, value < 10 ? 2 : 0)} ${unit} |`).join('\n')}
`;
writeFileSync('BENCHMARKS.md', text);
console.log(text);
