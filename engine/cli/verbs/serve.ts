/** `alur serve`: the built site, until it is told to stop. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cliMessages as say } from '../../messages/cli.ts';
import { serve } from '../../server/index.ts';
import { EXIT, UnavailableError, UsageError } from '../exit.ts';

const SITE = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'site', 'dist');

export async function serveSite({ port, host }: { port?: string; host?: string }): Promise<number> {
  if (!existsSync(join(SITE, 'index.html'))) throw new UnavailableError(say.noSite);
  const served = await serve(SITE, {
    ...(port !== undefined && { port: portOf(port), exactly: true }),
    ...(host !== undefined && { host }),
    taken: (at) => console.error(say.portTaken(at)),
  }).catch((error: unknown) => {
    throw new UnavailableError(error instanceof Error ? error.message : String(error));
  });
  console.log(say.served(served.url));
  await new Promise((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
  await served.close();
  return EXIT.ok;
}

function portOf(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new UsageError(say.badPort(text));
  return port;
}
