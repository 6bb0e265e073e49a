import * as z from 'zod';
import { trigger } from '../../definition.ts';
import { conditions } from '../../property.ts';
import { timeWindow } from './timeWindow.ts';

const states = () => z.array(z.string());

const upstream = z.strictObject({
  namespace: z.string().optional().describe('Namespace flow yang ditunggu.'),
  flowId: z.string().optional().describe('Id flow yang ditunggu.'),
  states: states().optional().describe('Keadaan akhir yang diterima.'),
  labels: z.record(z.string(), z.unknown()).optional().describe('Label yang harus ada.'),
});

const filter = z.strictObject({
  field: z.enum(['FLOW_ID', 'NAMESPACE', 'STATE', 'EXPRESSION']).describe('Yang diperiksa.'),
  type: z
    .enum([
      'EQUAL_TO',
      'NOT_EQUAL_TO',
      'IN',
      'NOT_IN',
      'IS_TRUE',
      'IS_FALSE',
      'IS_NULL',
      'IS_NOT_NULL',
      'STARTS_WITH',
      'ENDS_WITH',
      'REGEX',
      'CONTAINS',
    ])
    .describe('Cara memeriksanya.'),
  value: z.string().optional().describe('Pembandingnya.'),
  values: z.array(z.string()).optional().describe('Untuk IN dan NOT_IN: pembanding-pembandingnya.'),
});

export const preconditions = z.strictObject({
  id: z.string().min(1).describe('Nama prasyarat ini.'),
  timeWindow: timeWindow.optional().describe('Rentang waktu untuk memenuhi semuanya; bawaannya satu hari.'),
  resetOnSuccess: z.boolean().default(true).describe('Benar bila hitungan dimulai lagi sesudah terpenuhi.'),
  flows: z.array(upstream).optional().describe('Flow yang harus selesai dulu.'),
  where: z
    .array(
      z.strictObject({
        id: z.string().min(1).describe('Nama penyaring ini.'),
        operand: z.enum(['AND', 'OR']).default('AND').describe('Semua penyaring, atau salah satu.'),
        filters: z.array(filter).min(1).describe('Penyaring-penyaringnya.'),
      }),
    )
    .optional()
    .describe('Penyaring atas eksekusi yang datang.'),
});

export type Preconditions = z.output<typeof preconditions>;

/** Starts the flow when executions of other flows come to a state. */
export default trigger({
  type: 'io.kestra.plugin.core.trigger.Flow',
  aliases: ['io.kestra.core.models.triggers.types.Flow'],
  title: 'Menjalankan flow sesudah flow lain selesai.',
  fires: 'executions',
  schema: z.strictObject({
    states: states().optional().describe('Keadaan yang memicu; bawaannya semua keadaan akhir dan PAUSED.'),
    inputs: z.record(z.string(), z.unknown()).optional().describe('Input, misalnya dari `trigger.outputs`.'),
    conditions: conditions().optional().describe('Syarat atas eksekusi yang datang.'),
    preconditions: preconditions.optional().describe('Flow-flow yang harus selesai dulu.'),
  }),
  example: `id: sesudah-ambil
namespace: belajar
tasks:
  - id: halo
    type: io.kestra.plugin.core.log.Log
    message: "{{ trigger.flowId ?? 'dijalankan sendiri' }}"
triggers:
  - id: sesudah
    type: io.kestra.plugin.core.trigger.Flow
    preconditions:
      id: ambil
      flows:
        - namespace: belajar
          flowId: ambil
          states: [SUCCESS]
`,
});
