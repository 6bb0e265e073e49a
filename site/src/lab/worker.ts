/**
 * The page's end of the engine's worker: started early, said to be broken when it breaks, started anew. A worker that is gone answers
 * nothing any more; so every question is asked through `ask`, which then ends with the reason instead of never.
 */
import { proxy, type Remote, wrap } from 'comlink';
import type { Loading } from '#engine/hosts/browser/index.ts';
import type { LabApi } from './api.ts';

export const BROKEN = 'Mesin lab berhenti mendadak. Tekan Jalankan untuk memulainya lagi; tulisanmu tidak hilang.';
export const SILENT =
  'Mesin lab tidak menjawab, jadi dihentikan. Tekan Jalankan untuk memulainya lagi; tulisanmu tidak hilang.';

export interface Workshop {
  /** Asks the worker something; starts it where it isn't running. Rejects when it dies meanwhile. */
  ask<T>(question: (api: Remote<LabApi>) => Promise<T>): Promise<T>;
  /** Ends it with all it does, and says why to whoever waits. The next question starts a new one. */
  end(reason: string): void;
}

interface Running {
  api: Promise<Remote<LabApi>>;
  /** Never resolves; rejects when the worker is gone. */
  gone: Promise<never>;
  end(reason: string): void;
}

export function createWorkshop(
  create: () => Worker,
  assets: string,
  onLoading: (loading: Loading[]) => void,
): Workshop {
  let running: Running | undefined;

  function start(): Running {
    const worker = create();
    const { promise: gone, reject } = Promise.withResolvers<never>();
    gone.catch(() => undefined);
    const end = (reason: string): void => {
      worker.terminate();
      if (running?.gone === gone) running = undefined;
      reject(new Error(reason));
    };
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      console.error(event.message);
      end(BROKEN);
    });
    worker.addEventListener('messageerror', () => end(BROKEN));
    const remote = wrap<LabApi>(worker);
    const api = remote.open(assets, proxy(onLoading)).then(() => remote);
    api.catch(() => end(BROKEN));
    return { api, gone, end };
  }

  return {
    async ask(question) {
      running ??= start();
      const { api, gone } = running;
      return Promise.race([gone, api.then(question)]);
    },
    end: (reason) => running?.end(reason),
  };
}

/** Stands by itself, so that the bundler finds the worker's file. */
const made = (): Worker => new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module', name: 'alur' });

let spare: Worker | undefined;

/** Starts the worker before it is asked for: whoever reaches for the lab will want it in a moment. One that breaks is forgotten. */
export function warmEngineWorker(): void {
  if (spare) return;
  const worker = made();
  spare = worker;
  worker.addEventListener('error', () => {
    if (spare === worker) spare = undefined;
  });
}

export function engineWorker(): Worker {
  const worker = spare ?? made();
  spare = undefined;
  return worker;
}
