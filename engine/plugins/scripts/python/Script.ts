import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { late } from '../../property.ts';
import { pythonProperties, scriptOutputs, scriptProperties } from '../properties.ts';

/** A Python script. */
export const schema = z.strictObject({
  script: late(z.string()).describe('Isi script Python.'),
  ...scriptProperties('python:3.13-slim'),
  ...pythonProperties,
});

export default runnable({
  type: 'io.kestra.plugin.scripts.python.Script',
  title: 'Menjalankan script Python.',
  schema,
  outputs: scriptOutputs,
  load: () => import('./Script.run.ts'),
  example: `id: script
namespace: belajar
tasks:
  - id: jalan
    type: io.kestra.plugin.scripts.python.Script
    script: |
      print("halo")
`,
});
