/** The worker of one Python script in the page; Pyodide's files lie among the site's own. */
import type { loadPyodide } from 'pyodide';
import { shutDoors } from '../../sandbox/doors.ts';
import { closePython } from '../../sandbox/python/close.ts';
import { fromImage, type PythonSetup } from '../../sandbox/python/image.ts';
import { limitMemory } from '../../sandbox/python/memory.ts';
import { runPython } from '../../sandbox/python/run.ts';
import { serve } from '../../sandbox/serve.ts';
import { workerPort } from './port.ts';

const port = workerPort();
serve(port, async (setup) => {
  const { files: indexURL = '', image } = (setup ?? {}) as PythonSetup;
  const module = (await import(/* @vite-ignore */ `${indexURL}pyodide.mjs`)) as { loadPyodide: typeof loadPyodide };
  limitMemory();
  const pyodide = await module.loadPyodide({ indexURL, ...fromImage(image) });
  closePython(pyodide);
  shutDoors(self);
  return (job, { fetchAndWait }, output) => runPython(pyodide, job, output, fetchAndWait);
});
