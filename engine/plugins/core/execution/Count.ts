import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { late, rendered } from '../../property.ts';
import { STATES } from '../../states.ts';
import { endDate, startDate } from './span.ts';

const counted = z.strictObject({
  namespace: z.string().describe('Namespace flow-nya.'),
  flowId: z.string().describe('Id flow-nya.'),
});

/** Counts executions of flows or namespaces, and keeps the counts of which the expression is true. */
export const schema = z.strictObject({
  expression: late(z.string(), z.string()).describe(
    'Ungkapan yang menyaring; `count` adalah banyaknya. Hanya yang hasilnya `true` yang diambil.',
  ),
  startDate: startDate(),
  endDate: endDate().optional(),
  flows: rendered(z.array(counted), z.array(counted.nullable()))
    .optional()
    .describe('Flow yang dihitung: daftar `namespace` dan `flowId`.'),
  namespaces: rendered(z.array(z.string())).optional().describe('Namespace yang dihitung.'),
  states: rendered(z.array(z.enum(STATES)))
    .optional()
    .describe('Hanya eksekusi yang berkeadaan ini.'),
});

export default runnable({
  type: 'io.kestra.plugin.core.execution.Count',
  aliases: ['io.kestra.core.tasks.executions.Counts', 'io.kestra.plugin.core.execution.Counts'],
  title: 'Menghitung eksekusi flow lain.',
  schema,
  outputs: z.object({
    results: z.array(z.unknown()).describe('Per flow atau namespace: `namespace`, `flowId`, `count`.'),
    total: z.int().describe('Jumlah semuanya.'),
  }),
  load: () => import('./Count.run.ts'),
  example: `id: menghitung
namespace: belajar
tasks:
  - id: kemarin
    type: io.kestra.plugin.core.execution.Count
    flows:
      - namespace: belajar
        flowId: laporan
    states: [FAILED]
    startDate: "{{ now() | dateAdd(-1, 'DAYS') }}"
    expression: "{{ count >= 0 }}"
  - id: banyaknya
    type: io.kestra.plugin.core.log.Log
    message: "{{ outputs.kemarin.total }} gagal sejak kemarin"
`,
});
