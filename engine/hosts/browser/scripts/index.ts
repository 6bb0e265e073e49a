/** The sandbox of the page. */
import type { Http } from '../../../ports/Http.ts';
import type { Language, WorkerHandle } from '../../sandbox/protocol.ts';
import { createSandbox } from '../../sandbox/sandbox.ts';

/** `pythonFiles`: the address below which Pyodide's files lie. */
export const createBrowserSandbox = (http: Http, pythonFiles: string) =>
  createSandbox({ http, launch, setup: async (language) => (language === 'python' ? pythonFiles : undefined) });

function launch(language: Language): WorkerHandle {
  const worker =
    language === 'shell'
      ? new Worker(new URL('./shell.worker.ts', import.meta.url), { type: 'module', name: 'shell' })
      : new Worker(new URL('./python.worker.ts', import.meta.url), { type: 'module', name: 'python' });
  let listening: AbortController | undefined;
  return {
    post: (message, transfer = []) => worker.postMessage(message, transfer),
    listen(onMessage, onEnd) {
      listening?.abort();
      listening = new AbortController();
      const { signal } = listening;
      worker.addEventListener('message', ({ data }) => onMessage(data), { signal });
      worker.addEventListener('error', (event) => onEnd('crash', event.message || 'The script broke its worker'), {
        signal,
      });
    },
    terminate: () => worker.terminate(),
  };
}
