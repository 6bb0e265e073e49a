/** Which images are here, and fetching one that is not. A missing image is said by name: Docker's own words often leave it out. */
import type { ScriptUnavailableError } from '../../ports/Scripts.ts';
import { docker, tryDocker } from './cli.ts';
import { DockerError, explainDocker, noImage } from './explain.ts';

/** Labels of the image, or nothing where it is not here. Rejects with `DockerError` when Docker can't be asked. */
export async function imageLabels(image: string): Promise<Record<string, string> | undefined> {
  const { code, stdout, stderr } = await tryDocker(['image', 'inspect', '-f', '{{json .Config.Labels}}', image]);
  if (code === 0) return (JSON.parse(stdout) as Record<string, string> | null) ?? {};
  if (/no such image/i.test(stderr)) return undefined;
  throw new DockerError(stderr.trim());
}

/** Makes sure that an image is here, as Kestra's `pullPolicy` says. Rejects with an error that names the image. */
export async function ensureImage(image: string, policy = 'IF_NOT_PRESENT'): Promise<void> {
  if (policy !== 'ALWAYS' && (await imageLabels(image))) return;
  if (policy === 'NEVER') throw missing(image, `No such image: ${image}`);
  try {
    await docker(['pull', '--quiet', image]);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    if (policy === 'ALWAYS' && (await imageLabels(image))) return;
    throw missing(image, said, explainDocker(said));
  }
}

const missing = (image: string, said: string, explanation = noImage(image)): ScriptUnavailableError =>
  new DockerError(`Unable to get image ${image}: ${said}`, { explanation });
