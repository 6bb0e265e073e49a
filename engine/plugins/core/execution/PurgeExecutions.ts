import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { rendered } from '../../property.ts';
import { STATES } from '../../states.ts';
import { endDate, startDate } from './span.ts';

const what = (text: string) => rendered(z.boolean()).default(true).describe(text);

/** Forgets executions that have ended, with their logs, metrics and files. */
export const schema = z.strictObject({
  endDate: endDate(),
  startDate: startDate().optional(),
  namespace: rendered(z.string()).optional().describe('Namespace flow-nya. Tanpa `flowId` namespace di bawahnya ikut.'),
  flowId: rendered(z.string()).optional().describe('Hanya eksekusi flow ini.'),
  states: rendered(z.array(z.enum(STATES)))
    .optional()
    .describe('Hanya eksekusi yang berkeadaan ini.'),
  purgeExecution: what('Apakah eksekusinya dihapus.'),
  purgeLog: what('Apakah log-nya dihapus.'),
  purgeMetric: what('Apakah metriknya dihapus; di sini metrik hilang bersama eksekusinya.'),
  purgeStorage: what('Apakah berkasnya dihapus.'),
  batchSize: rendered(z.int().min(1)).default(100).describe('Tidak dipakai di sini.'),
});

export default runnable({
  type: 'io.kestra.plugin.core.execution.PurgeExecutions',
  title: 'Menghapus eksekusi lama beserta log dan berkasnya.',
  schema,
  outputs: z.object({
    executionsCount: z.int().describe('Banyaknya eksekusi yang dihapus.'),
    logsCount: z.int().describe('Banyaknya baris log yang dihapus.'),
    storagesCount: z.int().describe('Banyaknya berkas yang dihapus.'),
    metricsCount: z.int().describe('Banyaknya metrik yang dihapus.'),
  }),
  load: () => import('./PurgeExecutions.run.ts'),
  example: `id: bersih-eksekusi
namespace: belajar
tasks:
  - id: hapus
    type: io.kestra.plugin.core.execution.PurgeExecutions
    namespace: belajar
    states: [SUCCESS]
    endDate: "{{ now() | dateAdd(-1, 'MONTHS') }}"
`,
});
