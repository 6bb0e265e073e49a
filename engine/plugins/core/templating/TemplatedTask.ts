import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { rendered } from '../../property.ts';

/** A task whose whole definition is a template. */
export const schema = z.strictObject({
  spec: rendered(z.string()).describe('YAML sebuah task; seluruhnya dirender dulu, termasuk nama propertinya.'),
});

export default runnable({
  type: 'io.kestra.plugin.core.templating.TemplatedTask',
  aliases: ['io.kestra.core.tasks.templating.TemplatedTask'],
  title: 'Menjalankan task yang definisinya sebuah template.',
  schema,
  load: () => import('./TemplatedTask.run.ts'),
  example: `id: dari-template
namespace: belajar
tasks:
  - id: task
    type: io.kestra.plugin.core.templating.TemplatedTask
    spec: |
      type: io.kestra.plugin.core.debug.Return
      format: "{{ flow.id }}"
`,
});
