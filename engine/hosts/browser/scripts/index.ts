/** The sandbox of the page. */
import type { Http } from '../../../ports/Http.ts';
import type { Language, WorkerHandle } from '../../sandbox/protocol.ts';
import { createSandbox } from '../../sandbox/sandbox.ts';
import type { PythonFiles } from './pythonFiles.ts';

export const createBrowserSandbox = (http: Http, python: () => Promise<PythonFiles>) =>
  createSandbox({ http, launch, setup: async (language) => (language === 'python' ? python() : undefined) });

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
