import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { late } from '../../property.ts';
import { scriptOutputs, scriptProperties } from '../properties.ts';

/** Shell commands, joined into one script. */
export const schema = z.strictObject({
  commands: late(z.union([z.array(z.string()), z.string()])).describe('Perintah yang dijalankan berurutan.'),
  ...scriptProperties('ubuntu'),
});

export default runnable({
  type: 'io.kestra.plugin.scripts.shell.Commands',
  title: 'Menjalankan perintah shell.',
  schema,
  outputs: scriptOutputs,
  load: () => import('./Commands.run.ts'),
  example: `id: script
namespace: belajar
tasks:
  - id: jalan
    type: io.kestra.plugin.scripts.shell.Commands
    commands:
      - echo halo
`,
});
