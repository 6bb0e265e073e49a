import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { late } from '../../property.ts';
import { scriptOutputs, scriptProperties } from '../properties.ts';

/** A shell script. */
export const schema = z.strictObject({
  script: late(z.string()).describe('Isi script.'),
  ...scriptProperties('ubuntu'),
});

export default runnable({
  type: 'io.kestra.plugin.scripts.shell.Script',
  title: 'Menjalankan script shell.',
  schema,
  outputs: scriptOutputs,
  load: () => import('./Script.run.ts'),
  example: `id: script
namespace: belajar
tasks:
  - id: jalan
    type: io.kestra.plugin.scripts.shell.Script
    script: |
      echo halo
`,
});
