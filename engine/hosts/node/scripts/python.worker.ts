/** The thread of one Python script. */

import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { loadPyodide } from 'pyodide';
import { shutDoors } from '../../sandbox/doors.ts';
import { closePython } from '../../sandbox/python/close.ts';
import { limitMemory } from '../../sandbox/python/memory.ts';
import { runPython } from '../../sandbox/python/run.ts';
import { serve } from '../../sandbox/serve.ts';
import { disarm } from './disarm.ts';
import { threadPort } from './port.ts';

serve(threadPort(), async () => {
  const indexURL = `${dirname(createRequire(import.meta.url).resolve('pyodide/pyodide.mjs'))}/`;
  limitMemory();
  const pyodide = await loadPyodide({ indexURL });
  closePython(pyodide);
  shutDoors(globalThis);
  disarm();
  return (job, _, output) => runPython(pyodide, job, output);
});
