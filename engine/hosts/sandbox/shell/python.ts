/** python, python3 and pip inside the shell: Python runs in a worker of its own, on a copy of the shell's files. */
import type { Command } from 'just-bash/browser';
import type { Calls } from '../calls.ts';
import type { Job } from '../protocol.ts';
import { type Context, command, pathIn, type Reply, stdinOf } from './command.ts';
import { filesBelow, writeBelow } from './files.ts';

export const pythonCommands = (calls: Calls, job: Job): readonly Command[] => [
  ...['python', 'python3'].map((name) => command(name, (args, context) => runPython(args, context, calls, job))),
  ...['pip', 'pip3', 'uv'].map((name) => command(name, (args, context) => install(name, args, context))),
];

const FLAGS = new Set(['-u', '-B', '-s', '-E', '-I', '-O', '-q', '-W', '-X']);
const WITH_VALUE = new Set(['-W', '-X']);

async function runPython(args: readonly string[], context: Context, calls: Calls, job: Job): Promise<Reply> {
  let from = 0;
  while (FLAGS.has(args[from] ?? '')) from += WITH_VALUE.has(args[from] ?? '') ? 2 : 1;
  const [first, ...rest] = args.slice(from);
  if (first === '--version' || first === '-V') return { stdout: 'Python 3.14 (Pyodide)\n' };
  if (first === '-m' && rest[0] === 'pip') return install('pip', rest.slice(1), context);
  const program = await programOf(first, rest, context);
  if ('stderr' in program) return program;
  const answer = await calls.runPython({
    program: program.text,
    env: { ...context.exportedEnv },
    workingDirectory: job.workingDirectory,
    files: await filesBelow(context.fs, job.workingDirectory, job.maxFileBytes),
    maxFileBytes: job.maxFileBytes,
    argv: program.argv,
    ...(!program.isStdin && { stdin: stdinOf(context) }),
  });
  await writeBelow(context.fs, job.workingDirectory, answer.files);
  return { stdout: answer.stdout, stderr: answer.stderr, exitCode: answer.exitCode };
}

/** A file, `-c TEXT`, `-m MODULE`, or what comes in. */
async function programOf(
  first: string | undefined,
  rest: readonly string[],
  context: Context,
): Promise<{ text: string; argv: string[]; isStdin?: true } | { stderr: string; exitCode: number }> {
  if (first === undefined || first === '-') {
    return { text: new TextDecoder().decode(stdinOf(context)), argv: [first ?? '', ...rest], isStdin: true };
  }
  if (first === '-c') return { text: rest[0] ?? '', argv: ['-c', ...rest.slice(1)] };
  if (first === '-m') {
    const text = `import runpy\nrunpy.run_module(${JSON.stringify(rest[0] ?? '')}, run_name='__main__', alter_sys=True)`;
    return { text, argv: rest.slice() };
  }
  if (first.startsWith('-')) {
    return {
      stderr: `Opsi ${first} untuk python belum ada di sini. Pakai \`python berkas.py\`, \`python -c\`, atau \`python -m\`.\n`,
      exitCode: 2,
    };
  }
  const path = pathIn(context, first);
  if (await context.fs.exists(path)) return { text: await context.fs.readFile(path), argv: [first, ...rest] };
  return { stderr: `python: can't open file '${path}': [Errno 2] No such file or directory\n`, exitCode: 2 };
}

/** What the sandbox brings along in place of the real packages. */
const PRESENT = new Set(['kestra', 'requests']);

const PIP_WITH_VALUE = new Set([
  '-t',
  '--target',
  '-i',
  '--index-url',
  '--extra-index-url',
  '-c',
  '--constraint',
  '--prefix',
]);

async function install(name: string, args: readonly string[], context: Context): Promise<Reply> {
  const [verb, ...rest] = args.filter((arg) => arg !== 'pip');
  if (verb === 'list' || verb === 'freeze') return { stdout: `${[...PRESENT].join('\n')}\n` };
  if (verb !== 'install') return { stderr: `Perintah ${name} ${args.join(' ')} tidak ada di sini.\n`, exitCode: 1 };
  const missing = (await packagesOf(rest, context)).filter((word) => !PRESENT.has(nameOf(word)));
  if (missing.length === 0) return { stdout: 'Requirement already satisfied\n' };
  return {
    stderr: `Paket ${missing.join(', ')} tidak bisa dipasang: Python di sandbox hanya membawa pustaka standar, kestra, dan requests. Jalankan flow ini di terminal dengan --runner process atau --runner docker.\n`,
    exitCode: 1,
  };
}

/** Names on the line and in the files behind `-r`. */
async function packagesOf(args: readonly string[], context: Context): Promise<string[]> {
  const packages: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (arg === '-r' || arg === '--requirement') {
      const path = pathIn(context, args[++at] ?? '');
      const text = (await context.fs.exists(path)) ? await context.fs.readFile(path) : '';
      packages.push(...text.split('\n').map((line) => line.replace(/#.*/, '').trim()));
    } else if (PIP_WITH_VALUE.has(arg)) at++;
    else if (!arg.startsWith('-')) packages.push(arg);
  }
  return packages.filter((word) => word !== '' && !word.startsWith('-'));
}

const nameOf = (word: string): string => word.split(/[[=<>~! ]/, 1)[0]?.toLowerCase() ?? '';
