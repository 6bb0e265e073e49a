/** Which runner does the scripts: the one the person chose, loaded at the first script. */
import type { Http } from '../../ports/Http.ts';
import type { Scripts } from '../../ports/Scripts.ts';
import { type Closable, lazyScripts } from '../common/lazy.ts';
import type { Sample } from '../samples/index.ts';

export interface RunnerOptions {
  http: Http;
  /** The table whose addresses are answered by us; nothing where the network is asked. */
  samples: readonly Sample[] | undefined;
}

export function nodeScripts(runner: Scripts['runner'], { http, samples }: RunnerOptions): Scripts & Closable {
  return lazyScripts(runner, async () => {
    if (runner === 'sandbox') return (await import('./scripts/index.ts')).createNodeSandbox(http);
    const outside =
      runner === 'process'
        ? (await import('./process/index.ts')).createProcessRunner()
        : (await import('../docker/index.ts')).createDockerRunner();
    if (!samples) return outside;
    const { withServedSamples } = await import('./samples.ts');
    return withServedSamples(outside, http, samples, await servedFrom(runner));
  });
}

/** A container reaches this computer by a name of Docker's; on Linux that is the bridge's own address here. */
async function servedFrom(runner: 'process' | 'docker') {
  if (runner === 'process') return { name: '127.0.0.1', listenAt: async () => ['127.0.0.1'] };
  const { hostAddress, HOST_NAME } = await import('../docker/index.ts');
  return { name: HOST_NAME, listenAt: hostAddress };
}
