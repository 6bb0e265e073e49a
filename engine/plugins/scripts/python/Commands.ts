import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { late } from '../../property.ts';
import { pythonProperties, scriptOutputs, scriptProperties } from '../properties.ts';

/** Shell commands around Python. */
export const schema = z.strictObject({
  commands: late(z.union([z.array(z.string()), z.string()])).describe(
    'Perintah yang dijalankan berurutan, misalnya python utama.py.',
  ),
  ...scriptProperties('python:3.13-slim'),
  ...pythonProperties,
});

export default runnable({
  type: 'io.kestra.plugin.scripts.python.Commands',
  title: 'Menjalankan perintah yang memakai Python.',
  schema,
  outputs: scriptOutputs,
  load: () => import('./Commands.run.ts'),
  example: `id: script
namespace: belajar
tasks:
  - id: jalan
    type: io.kestra.plugin.scripts.python.Commands
    inputFiles:
      utama.py: print("halo")
    commands:
      - python utama.py
`,
});
