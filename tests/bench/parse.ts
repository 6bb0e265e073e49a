/** Reading a flow of 300 lines, against the yaml library alone; and one of 100 tasks that use each other's outputs, by itself. */
import { parseAllDocuments } from 'yaml';
import { parseFlow } from '#engine/index.ts';
import type { Figure } from './engine.ts';
import { type Pair, pair } from './pairs.ts';

const TASK = (number: number) => `  - id: t${number}
    type: io.kestra.plugin.core.debug.Return
    format: "{{ inputs.a }} ${number}"
`;
const SOURCE = `id: panjang\nnamespace: bench\ninputs:\n  - id: a\n    type: STRING\ntasks:\n${Array.from({ length: 98 }, (_, number) => TASK(number)).join('')}`;
const TIMES = 50;

export const benchParse = (): Promise<Pair> =>
  pair(
    'membaca dan memeriksa flow 300 baris',
    'pustaka yaml sendiri',
    async () => {
      for (let time = 0; time < TIMES; time++) parseFlow(SOURCE);
    },
    async () => {
      for (let time = 0; time < TIMES; time++) for (const document of parseAllDocuments(SOURCE)) document.toJS();
    },
  );

const HUNDRED = `id: seratus\nnamespace: bench\ninputs:\n  - {id: a, type: STRING}\ntasks:\n${Array.from(
  { length: 100 },
  (_, number) =>
    `  - id: t${number}\n    type: io.kestra.plugin.core.debug.Return\n    format: "{{ inputs.a }}${number > 0 ? ` {{ outputs.t${number - 1}.value }}` : ''}"\n`,
).join('')}`;

/** A Kestra validates 100 tasks in 15 ms. */
export function benchHundredTasks(): Figure {
  for (let time = 0; time < TIMES; time++) parseFlow(HUNDRED);
  const times = Array.from({ length: TIMES }, () => {
    const began = performance.now();
    parseFlow(HUNDRED);
    return performance.now() - began;
  });
  return {
    name: 'membaca dan memeriksa flow berisi 100 task, sudah hangat',
    value: times.sort((a, b) => a - b)[TIMES / 2] ?? Number.NaN,
    unit: 'md',
  };
}
