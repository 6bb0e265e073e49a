import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { rendered } from '../../property.ts';
import { endDate, startDate } from '../execution/span.ts';

const LEVELS = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR'] as const;

/** Forgets log lines; what ran stays. */
export const schema = z.strictObject({
  endDate: endDate(),
  startDate: startDate().optional(),
  namespace: rendered(z.string()).optional().describe('Hanya log flow di namespace ini.'),
  flowId: rendered(z.string()).optional().describe('Hanya log flow ini.'),
  executionId: rendered(z.string()).optional().describe('Hanya log eksekusi ini.'),
  logLevels: rendered(z.array(z.enum(LEVELS)))
    .optional()
    .describe('Hanya tingkat-tingkat ini; tanpa ini semuanya.'),
});

export default runnable({
  type: 'io.kestra.plugin.core.log.PurgeLogs',
  title: 'Menghapus log lama.',
  schema,
  outputs: z.object({ count: z.int().describe('Banyaknya baris log yang dihapus.') }),
  load: () => import('./PurgeLogs.run.ts'),
  example: `id: bersih-log
namespace: belajar
tasks:
  - id: hapus
    type: io.kestra.plugin.core.log.PurgeLogs
    endDate: "{{ now() | dateAdd(-1, 'MONTHS') }}"
    logLevels: [TRACE, DEBUG, INFO]
`,
});
