import * as z from 'zod';
import { condition } from '../../definition.ts';
import { duration, filled, namedConditions } from '../../property.ts';
import { timeWindow } from '../trigger/timeWindow.ts';
import { example, refuse } from './shared.ts';

/** Several conditions, each met by some execution within a window of time. What was met is kept by the scheduler, not here. */
export default condition({
  type: 'io.kestra.plugin.core.condition.MultipleCondition',
  aliases: ['io.kestra.core.models.conditions.types.MultipleCondition'],
  title: 'Benar bila beberapa flow sudah selesai dalam satu rentang waktu; kini `preconditions`.',
  deprecated: 'preconditions',
  about: 'execution',
  schema: z.strictObject({
    type: z.string(),
    id: z.string().describe('Nama syarat ini.'),
    timeWindow: timeWindow.optional().describe('Rentang waktunya; bawaannya satu hari.'),
    window: duration().optional().describe('Bentuk lama: lamanya rentang.'),
    windowAdvance: duration().optional().describe('Bentuk lama: geseran awal rentang.'),
    resetOnSuccess: filled(z.boolean()).default(true).describe('Benar bila hitungan dimulai lagi sesudah terpenuhi.'),
    conditions: namedConditions().describe('Syarat-syaratnya, masing-masing dengan nama.'),
  }),
  holds: () => refuse('MultipleCondition stands alone', 'MultipleCondition tidak bisa ditulis di dalam syarat lain.'),
  example: example(
    'dua-flow',
    `- type: io.kestra.plugin.core.condition.MultipleCondition
  id: keduanya
  conditions:
    kuning:
      type: io.kestra.plugin.core.condition.ExecutionFlow
      namespace: belajar
      flowId: kuning
    hijau:
      type: io.kestra.plugin.core.condition.ExecutionFlow
      namespace: belajar
      flowId: hijau`,
    'Flow',
  ),
});
