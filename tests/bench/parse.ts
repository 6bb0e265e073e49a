/** Reading a flow of 300 lines, against the yaml library alone. */
import { parseAllDocuments } from 'yaml';
import { parseFlow } from '#engine/index.ts';
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
