/** `npm run record:reading`: asks the reference again about every flow of the matrix, every edge and every input, and keeps what it says. */
import { readFileSync, writeFileSync } from 'node:fs';
import { isRefused, type Reference, reference } from '../reference.ts';
import { type Edge, edgesFile, type InputCase, inputsFile, lines, matrixFile } from './golden.ts';
import { matrix } from './matrix.ts';

const kestra = await reference();
if ('missing' in kestra) {
  console.error(kestra.missing);
  process.exit(1);
}

/** Kestra's words where it refuses, from either of its doors; nothing where it accepts. */
async function refusal(from: Reference, yaml: string, alsoCreate: boolean): Promise<string | undefined> {
  const validated = await from.validate(yaml);
  if (isRefused(validated)) return validated.message ?? validated.error;
  const [first] = validated.result as { constraints?: string }[];
  if (first?.constraints) return first.constraints;
  if (!alsoCreate) return undefined;
  const created = await from.create(yaml);
  return isRefused(created) ? (created.message ?? created.error) : undefined;
}

const short = (text: string): string => (text.split('\n')[0] ?? '').slice(0, 200);

const answers: Record<string, string> = {};
for (const { property, yaml } of matrix())
  answers[property] = (answers[property] ?? '') + ((await refusal(kestra, yaml, false)) === undefined ? '+' : '-');
writeFileSync(matrixFile, `${JSON.stringify(answers, null, 1)}\n`);

const edges: Edge[] = [];
for (const { name, yaml } of lines<Edge>(readFileSync(edgesFile, 'utf8'))) {
  const refused = await refusal(kestra, yaml, true);
  edges.push({ name, yaml, ...(refused !== undefined && { refused: short(refused) }) });
}
writeFileSync(edgesFile, edges.map((edge) => `${JSON.stringify(edge)}\n`).join(''));

const inputs: InputCase[] = [];
for (const { name, yaml, given } of lines<InputCase>(readFileSync(inputsFile, 'utf8'))) {
  const ran = await kestra.run({ yaml, inputs: given, settleMs: 0 });
  inputs.push({
    name,
    yaml,
    given,
    ...(isRefused(ran) ? { problem: short(ran.message ?? ran.error) } : { values: ran.execution.inputs ?? {} }),
  });
}
writeFileSync(inputsFile, inputs.map((one) => `${JSON.stringify(one)}\n`).join(''));
await kestra.close();
