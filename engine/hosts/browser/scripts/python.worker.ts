/** The worker of one Python script in the page. Pyodide would fetch its files by itself; here they are in hand already. */
import type { loadPyodide } from 'pyodide';
import { shutDoors } from '../../sandbox/doors.ts';
import { closePython } from '../../sandbox/python/close.ts';
import { fromImage } from '../../sandbox/python/image.ts';
import { limitMemory } from '../../sandbox/python/memory.ts';
import { runPython } from '../../sandbox/python/run.ts';
import { serve } from '../../sandbox/serve.ts';
import { workerPort } from './port.ts';
import type { PythonFiles } from './pythonFiles.ts';

type Pyodide = { loadPyodide: typeof loadPyodide };
type Glue = { default: NonNullable<NonNullable<Parameters<typeof loadPyodide>[0]>['createPyodideModule']> };

const port = workerPort();
serve(port, async (setup) => {
  const { loader, wasm, glue, stdlib, lock, image } = setup as PythonFiles;
  const { loadPyodide } = (await import(/* @vite-ignore */ loader)) as Pyodide;
  const script = URL.createObjectURL(new Blob([glue], { type: 'text/javascript' }));
  const { default: createPyodideModule } = (await import(/* @vite-ignore */ script)) as Glue;
  limitMemory();
  const restore = answerWith(wasm);
  const pyodide = await loadPyodide({
    indexURL: new URL('.', loader).href,
    createPyodideModule,
    lockFileContents: lock,
    stdLibURL: URL.createObjectURL(stdlib),
    ...fromImage(image),
  });
  restore();
  closePython(pyodide);
  shutDoors(self);
  return (job, calls, output) => runPython(pyodide, job, calls, output);
});

/** Pyodide asks for its wasm by address, and in no other way: for so long the compiled one is the answer. */
function answerWith(wasm: WebAssembly.Module): () => void {
  const { fetch } = self;
  const { instantiateStreaming } = WebAssembly;
  self.fetch = async (address, options) =>
    String(address).endsWith('.asm.wasm') ? new Response() : fetch(address, options);
  WebAssembly.instantiateStreaming = async (_, imports) => ({
    module: wasm,
    instance: await WebAssembly.instantiate(wasm, imports),
  });
  return () => {
    self.fetch = fetch;
    WebAssembly.instantiateStreaming = instantiateStreaming;
  };
}
