/** The thread of one Python script. */

import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { loadPyodide } from 'pyodide';
import { shutDoors } from '../../sandbox/doors.ts';
import { closePython } from '../../sandbox/python/close.ts';
import { fromImage, type PythonSetup } from '../../sandbox/python/image.ts';
import { limitMemory } from '../../sandbox/python/memory.ts';
import { runPython } from '../../sandbox/python/run.ts';
import { serve } from '../../sandbox/serve.ts';
import { disarm } from './disarm.ts';
import { threadPort } from './port.ts';

serve(threadPort(), async (setup) => {
  const { image } = (setup ?? {}) as PythonSetup;
  const indexURL = `${dirname(createRequire(import.meta.url).resolve('pyodide/pyodide.mjs'))}/`;
  limitMemory();
  const pyodide = await loadPyodide({ indexURL, ...fromImage(image) });
  closePython(pyodide);
  shutDoors(globalThis);
  disarm();
  return (job, calls, output) => runPython(pyodide, job, calls, output);
});
