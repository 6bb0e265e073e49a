/** The page's end of the engine's worker: started early, said to be broken when it breaks, started anew. */
import { proxy, type Remote, wrap } from 'comlink';
import type { LabApi, Loading } from './api.ts';

export interface Workshop {
  /** The worker's functions; starts it where it isn't running. */
  api(): Promise<Remote<LabApi>>;
  /** Ends it with all it does. The next call starts a new one. */
  end(): void;
}

export function createWorkshop(
  assets: string,
  onLoading: (loading: Loading | undefined) => void,
  onBroken: (message: string) => void,
): Workshop {
  let worker: Worker | undefined;
  let api: Promise<Remote<LabApi>> | undefined;

  async function start(): Promise<Remote<LabApi>> {
    worker = new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module', name: 'alur' });
    worker.addEventListener('error', (event) => {
      end();
      onBroken(
        event.message || 'Mesin lab berhenti mendadak. Tekan Jalankan untuk memulainya lagi; tulisanmu tidak hilang.',
      );
    });
    const remote = wrap<LabApi>(worker);
    await remote.open(assets, proxy(onLoading));
    return remote;
  }

  function end(): void {
    worker?.terminate();
    worker = undefined;
    api = undefined;
  }

  return {
    api() {
      api ??= start();
      return api;
    },
    end,
  };
}
