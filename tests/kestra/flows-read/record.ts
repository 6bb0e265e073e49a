/** `npm run record:reading`: asks the reference again about every flow of the matrix, every edge and every input, and keeps what it says. */
import { readFileSync, writeFileSync } from 'node:fs';
import { isRefused, openReference, type Reference } from '../reference.ts';
import { ANSWER, type Edge, edgesFile, type InputCase, inputsFile, lines, matrixFile } from './golden.ts';
import { matrix } from './matrix.ts';

async function opened(): Promise<Reference> {
  const kestra = await openReference();
  if (!('missing' in kestra)) return kestra;
  console.error(kestra.missing);
  process.exit(1);
}

let kestra = await opened();

/** Some flows that it saves end a Kestra a moment later, executor and all: then another one is started and asked again. */
async function asked<T>(question: (from: Reference) => Promise<T>): Promise<T> {
  try {
    return await question(kestra);
  } catch {
    kestra = await opened();
    return await question(kestra);
  }
}

/** Kestra's words where it refuses, and which of its doors says them; nothing where it accepts. */
async function refusal(
  yaml: string,
  alsoCreate: boolean,
): Promise<{ by: 'validate' | 'create'; words: string } | undefined> {
  const validated = await asked((from) => from.validate(yaml));
  if (isRefused(validated)) return { by: 'validate', words: validated.message ?? validated.error };
  const [first] = validated.result as { constraints?: string }[];
  if (first?.constraints) return { by: 'validate', words: first.constraints };
  if (!alsoCreate) return undefined;
  const created = await asked((from) => from.create(yaml));
  return isRefused(created) ? { by: 'create', words: created.message ?? created.error } : undefined;
}

const short = (text: string): string => (text.split('\n')[0] ?? '').slice(0, 200);

/** A validator says several things in any order: always the same one is kept. */
function first(words: string): string {
  const said = /^Validation error: ([\s\S]*)$/.exec(words)?.[1];
  return short(said === undefined ? words : `Validation error: ${said.split('\n').filter(Boolean).sort()[0] ?? ''}`);
}

/** What is encrypted is another text each time. */
const stable = (values: Record<string, unknown>, yaml: string): Record<string, unknown> =>
  yaml.includes('type: SECRET') && values.a !== '' ? { ...values, a: '(terenkripsi)' } : values;

const answers: Record<string, string> = {};
let count = 0;
for (const { property, yaml } of matrix()) {
  // Creating reads the flow's own parts once more, in another way; what stands inside of tasks it takes as it is. A flow of its own each
  // time: saving another revision would compare the two.
  const isOwn = /^flow\.[a-z]\w*$/.test(property);
  const refused = await refusal(isOwn ? yaml.replace(/^id: baca$/m, `id: baca${count++}`) : yaml, isOwn);
  answers[property] = (answers[property] ?? '') + ANSWER[refused?.by ?? 'accepted'];
}
writeFileSync(matrixFile, `${JSON.stringify(answers, null, 2)}\n`);

const edges: Edge[] = [];
for (const { name, yaml } of lines<Edge>(readFileSync(edgesFile, 'utf8'))) {
  const refused = await refusal(yaml, true);
  edges.push({ name, yaml, ...(refused !== undefined && { refused: first(refused.words) }) });
}
writeFileSync(edgesFile, edges.map((edge) => `${JSON.stringify(edge)}\n`).join(''));

const inputs: InputCase[] = [];
for (const { name, yaml, given } of lines<InputCase>(readFileSync(inputsFile, 'utf8'))) {
  const ran = await asked((from) => from.run({ yaml, inputs: given, settleMs: 0 }));
  inputs.push({
    name,
    yaml,
    given,
    ...(isRefused(ran)
      ? { problem: short(ran.message ?? ran.error) }
      : { values: stable(ran.execution.inputs ?? {}, yaml) }),
  });
}
writeFileSync(inputsFile, inputs.map((one) => `${JSON.stringify(one)}\n`).join(''));
await kestra.close();
