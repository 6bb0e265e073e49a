/** How a command of ours reads and answers: bytes in, bytes out. */
import { type Command, defineCommand, type ResolvedCommandContext } from 'just-bash/browser';
import { fromLatin1, toLatin1 } from '../latin1.ts';

export interface Reply {
  stdout?: Uint8Array | string;
  stderr?: string;
  exitCode?: number;
}

export type Context = ResolvedCommandContext;

export function command(name: string, run: (args: readonly string[], context: Context) => Promise<Reply>): Command {
  return defineCommand(name, async (args, context) => {
    const { stdout = '', stderr = '', exitCode = 0 } = await run(args, context);
    if (typeof stdout === 'string') return { stdout, stdoutKind: 'text', stderr, exitCode };
    return { stdout: toLatin1(stdout), stdoutKind: 'bytes', stdoutEncoding: 'binary', stderr, exitCode };
  });
}

export function stdinOf({ stdin }: Context): Uint8Array<ArrayBuffer> {
  const text: unknown = stdin;
  return fromLatin1(typeof text === 'string' ? text : '');
}

export const pathIn = ({ fs, cwd }: Context, path: string): string => fs.resolvePath(cwd, path);
