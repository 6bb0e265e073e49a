/** Which runner does the scripts: the one the person chose, loaded at the first script. */
import type { Http } from '../../ports/Http.ts';
import { type Scripts, ScriptUnavailableError } from '../../ports/Scripts.ts';
import { type Closable, lazyScripts } from '../common/lazy.ts';

export function nodeScripts(runner: Scripts['runner'], http: Http): Scripts & Closable {
  return lazyScripts(runner, async () => {
    if (runner === 'sandbox') return (await import('./scripts/index.ts')).createNodeSandbox(http);
    if (runner === 'process') return (await import('./process/index.ts')).createProcessRunner();
    throw new ScriptUnavailableError(
      'Runner `docker` belum ada di Alur ini. Pakai --runner sandbox (bawaan) atau --runner process.',
    );
  });
}
