import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { filled, rendered } from '../../property.ts';

/** Switches a trigger on or off. */
export const schema = z.strictObject({
  trigger: rendered(z.string(), z.string()).describe('Id trigger-nya.'),
  enabled: filled(z.boolean()).default(false).describe('Benar untuk menyalakan, salah untuk mematikan.'),
  flowId: rendered(z.string(), z.string()).optional().describe('Id flow-nya; tanpa ini flow ini sendiri.'),
  namespace: rendered(z.string(), z.string()).optional().describe('Namespace flow-nya; tanpa ini namespace flow ini.'),
});

export default runnable({
  type: 'io.kestra.plugin.core.trigger.Toggle',
  aliases: ['io.kestra.core.tasks.trigger.Toggle'],
  title: 'Menyalakan atau mematikan sebuah trigger.',
  schema,
  load: () => import('./Toggle.run.ts'),
  example: `id: matikan-jadwal
namespace: belajar
tasks:
  - id: mati
    type: io.kestra.plugin.core.trigger.Toggle
    trigger: tiap_pagi
triggers:
  - id: tiap_pagi
    type: io.kestra.plugin.core.trigger.Schedule
    cron: "0 9 * * *"
`,
});
