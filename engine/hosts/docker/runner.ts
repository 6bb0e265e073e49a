/**
 * The `docker` runner: each script in a container of its own that is thrown away. Files go in and come out as tar, nothing of the
 * computer is mounted; Stop kills the container.
 */
import type { Readable } from 'node:stream';
import {
  PYTHON_FILE,
  type ScriptListener,
  type ScriptOutcome,
  type ScriptRequest,
  type Scripts,
  SHELL_FILE,
} from '../../ports/Scripts.ts';
import { once } from '../common/lazy.ts';
import { systemRandom } from '../common/random.ts';
import { createLineCutter } from '../sandbox/lines.ts';
import { docker, ended, startDocker, tryDocker } from './cli.ts';
import { DockerError } from './explain.ts';
import { putFiles, takeFiles } from './files.ts';
import { ensureImage } from './images.ts';
import { OWNER, ownerOf, sweepContainers } from './sweep.ts';
import { createArguments, imageOf } from './wish.ts';

/** One argument of a program may hold 128 KiB on Linux; a longer one goes in as a file. */
const LONGEST_ARGUMENT = 100_000;

export function createDockerRunner(): Scripts {
  const swept = once(sweepContainers);
  return {
    runner: 'docker',
    async run(request, listener, signal): Promise<ScriptOutcome> {
      signal.throwIfAborted();
      const image = imageOf(request.container);
      const wish = createArguments({ ...request.container, image });
      await swept.get();
      await ensureImage(image, request.container?.pullPolicy);
      signal.throwIfAborted();
      const container = `alur-${systemRandom.id().toLowerCase()}`;
      const { files, command } = commandOf(request);
      const given = { PYTHONPATH: request.workingDirectory, ...home(request), ...request.env };
      const env = Object.entries(given).flatMap(([key, value]) => ['--env', `${key}=${value}`]);
      const facts = [
        '--name',
        container,
        '--label',
        `${OWNER}=${ownerOf()}`,
        '--interactive',
        '--workdir',
        request.workingDirectory,
      ];
      try {
        await docker(['create', ...facts, ...wish, ...env, image, ...command]);
        await putFiles(container, request.workingDirectory, files);
        const exitCode = await carriedOut(container, listener, signal);
        return {
          exitCode,
          files: await takeFiles(container, request.workingDirectory, request),
          workingDirectory: request.workingDirectory,
        };
      } finally {
        await tryDocker(['rm', '--force', '--volumes', container]);
      }
    },
  };
}

/** A user of a flow's own has no home in the image, and `pip install` needs one. */
const home = ({ container, workingDirectory }: ScriptRequest): Record<string, string> =>
  container?.user === undefined ? {} : { HOME: workingDirectory };

function commandOf({ language, program, interpreter, files, container }: ScriptRequest) {
  const entry = container?.entryPoint ?? [];
  const content = new TextEncoder().encode(program);
  if (language === 'python') {
    return { files: { ...files, [PYTHON_FILE]: content }, command: [...entry, 'python', '-u', PYTHON_FILE] };
  }
  if (program.length > LONGEST_ARGUMENT) {
    const shell = (interpreter ?? ['/bin/sh', '-c']).filter((word) => word !== '-c');
    return { files: { ...files, [SHELL_FILE]: content }, command: [...entry, ...shell, SHELL_FILE] };
  }
  return { files, command: [...entry, ...(interpreter ?? ['/bin/sh', '-c']), program] };
}

async function carriedOut(container: string, listener: ScriptListener, signal: AbortSignal): Promise<number> {
  const child = startDocker(['start', '--attach', '--interactive', container]);
  child.stdin.end();
  const kill = () => void tryDocker(['rm', '--force', container]);
  signal.addEventListener('abort', kill, { once: true });
  let said = '';
  try {
    const [code] = await Promise.all([
      ended(child),
      read(child.stdout, 'stdout', listener),
      read(child.stderr, 'stderr', {
        line(stream, text) {
          said = text;
          listener.line(stream, text);
        },
      }),
    ]);
    signal.throwIfAborted();
    // Docker itself could not start the container: there is no script whose exit code this could be.
    if (code === 125 || (code === 1 && /^Error response from daemon/.test(said))) throw new DockerError(said);
    return code;
  } finally {
    signal.removeEventListener('abort', kill);
  }
}

async function read(stream: Readable, name: 'stdout' | 'stderr', { line }: ScriptListener): Promise<void> {
  const cutter = createLineCutter(name, ([, text]) => line(name, text));
  for await (const chunk of stream) cutter.bytes(chunk);
  cutter.end();
}
