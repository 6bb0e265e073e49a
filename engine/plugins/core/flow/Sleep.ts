import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { duration, rendered } from '../../property.ts';

/** Waits, by the host's clock. */
export const schema = z.strictObject({
  duration: rendered(duration()).describe('Berapa lama menunggu, durasi ISO-8601 seperti PT5S.'),
});

export default runnable({
  type: 'io.kestra.plugin.core.flow.Sleep',
  title: 'Menunggu selama waktu tertentu.',
  schema,
  load: () => import('./Sleep.run.ts'),
  example: `id: menunggu
namespace: belajar
tasks:
  - id: jeda
    type: io.kestra.plugin.core.flow.Sleep
    duration: PT0.01S
`,
});
