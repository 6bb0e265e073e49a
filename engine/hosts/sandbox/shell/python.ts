/** python, python3 and pip inside the shell: Python runs in a worker of its own, on a copy of the shell's files. */
import type { Command } from 'just-bash/browser';
import type { Calls } from '../calls.ts';
import type { Job } from '../protocol.ts';
import { type Context, command, pathIn, type Reply, stdinOf } from './command.ts';
import { filesBelow, writeBelow } from './files.ts';

export const pythonCommands = (calls: Calls, job: Job): readonly Command[] => [
  ...['python', 'python3'].map((name) => command(name, (args, context) => runPython(args, context, calls, job))),
  ...['pip', 'pip3', 'uv'].map((name) => command(name, async (args) => install(name, args))),
];

async function runPython(args: readonly string[], context: Context, calls: Calls, job: Job): Promise<Reply> {
  const [first, ...rest] = args[0] === '-u' ? args.slice(1) : args;
  if (first === '--version' || first === '-V') return { stdout: 'Python 3.14 (Pyodide)\n' };
  const isText = first === '-c';
  const isStdin = first === undefined || first === '-';
  if (!isText && !isStdin && first.startsWith('-')) {
    return {
      stderr: `Opsi ${first} untuk python belum ada di sini. Pakai \`python berkas.py\` atau \`python -c\`.\n`,
      exitCode: 2,
    };
  }
  const path = isText || isStdin ? undefined : pathIn(context, first);
  if (path !== undefined && !(await context.fs.exists(path))) {
    return { stderr: `python: can't open file '${path}': [Errno 2] No such file or directory\n`, exitCode: 2 };
  }
  const text = isText
    ? (rest[0] ?? '')
    : path === undefined
      ? new TextDecoder().decode(stdinOf(context))
      : await context.fs.readFile(path);
  const answer = await calls.runPython({
    program: text,
    env: { ...context.exportedEnv },
    workingDirectory: job.workingDirectory,
    files: await filesBelow(context.fs, job.workingDirectory, job.maxFileBytes),
    maxFileBytes: job.maxFileBytes,
    argv: [isText ? '-c' : (first ?? ''), ...(isText ? rest.slice(1) : rest)],
    ...(!isStdin && { stdin: stdinOf(context) }),
  });
  await writeBelow(context.fs, job.workingDirectory, answer.files);
  return { stdout: answer.stdout, stderr: answer.stderr, exitCode: answer.exitCode };
}

/** What the sandbox brings along in place of the real packages. */
const PRESENT = new Set(['kestra', 'requests']);

function install(name: string, args: readonly string[]): Reply {
  const words = args.filter((arg) => !arg.startsWith('-') && arg !== 'pip');
  if (words[0] !== 'install') return { stderr: `Perintah ${name} ${args.join(' ')} tidak ada di sini.\n`, exitCode: 1 };
  const missing = words.slice(1).filter((word) => !PRESENT.has(word.split(/[[=<>~!]/, 1)[0]?.toLowerCase() ?? ''));
  if (missing.length === 0) return { stdout: 'Requirement already satisfied\n' };
  return {
    stderr: `Paket ${missing.join(', ')} tidak bisa dipasang: Python di sini berjalan tanpa jaringan dan hanya membawa pustaka standar, kestra, dan requests. Jalankan flow ini dengan --runner process atau docker.\n`,
    exitCode: 1,
  };
}
