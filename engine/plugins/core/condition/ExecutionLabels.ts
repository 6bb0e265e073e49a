import * as z from 'zod';
import { condition } from '../../definition.ts';
import { example, named, upstreamOf } from './shared.ts';

/** The execution has all these labels. */
export default condition({
  ...named('ExecutionLabels'),
  title: 'Benar bila eksekusi itu punya semua label ini.',
  about: 'execution',
  schema: z.strictObject({
    type: z.string(),
    labels: z
      .union([
        z.array(z.strictObject({ key: z.string(), value: z.coerce.string() })),
        z.record(z.string(), z.coerce.string()),
      ])
      .describe('Label yang harus ada.'),
  }),
  holds({ labels }, at) {
    const own = upstreamOf(at).labels;
    const wanted = Array.isArray(labels) ? labels : Object.entries(labels).map(([key, value]) => ({ key, value }));
    return wanted.every(({ key, value }) => own.some((label) => label.key === key && label.value === value));
  },
  example: example(
    'berlabel',
    `- type: io.kestra.plugin.core.condition.ExecutionLabels
  labels:
    sumber: taksi`,
    'Flow',
  ),
});
