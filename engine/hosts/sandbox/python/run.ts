/** Runs one Python script on Pyodide: files in memory, no network, and no way from Python to the JavaScript around it. */
import type { PyodideAPI } from 'pyodide';
import { PYTHON_FILE } from '../../../ports/Scripts.ts';
import type { Calls } from '../calls.ts';
import type { Output } from '../output.ts';
import type { Job, JobResult } from '../protocol.ts';
import { FilesTooLargeError } from '../shell/files.ts';
import { addHttpDevice } from './httpDevice.ts';
import { MODULES } from './modules.ts';
import { replayed } from './replay.ts';

const MODULE_FOLDER = '/alur';

/** Runs the text as `__main__`; answers the exit code. A traceback names the script's own lines. */
const RUNNER = `
import os, sys, traceback, linecache
def _alur_run(text, argv, env, folder):
    os.environ.clear()
    os.environ.update(env)
    os.chdir(folder)
    sys.argv = list(argv)
    sys.path[:0] = [folder, '${MODULE_FOLDER}']
    shown = argv[0] if argv and argv[0] not in ('', '-c') else '<script>'
    linecache.cache[shown] = (len(text), None, text.splitlines(True), shown)
    for name in ('js', 'pyodide_js', 'pyodide', 'pyodide.code', 'pyodide.ffi', 'pyodide.http', 'micropip', '_pyodide', '_pyodide_core', *sys.modules):
        if name.split('.')[0] in ('js', 'pyodide_js', 'pyodide', 'micropip', '_pyodide', '_pyodide_core'):
            sys.modules[name] = None
    code = 0
    try:
        exec(compile(text, shown, 'exec'), {'__name__': '__main__', '__file__': shown, '__builtins__': __builtins__})
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else (0 if stop.code is None else 1)
        if isinstance(stop.code, str):
            sys.stderr.write(stop.code + '\\n')
    except BaseException:
        code = 1
        kind, value, trace = sys.exc_info()
        traceback.print_exception(kind, value, trace.tb_next if trace else None, file=sys.stderr)
    sys.stdout.flush()
    sys.stderr.flush()
    return code
`;

export async function runPython(pyodide: PyodideAPI, job: Job, calls: Calls, output: Output): Promise<JobResult> {
  const { FS } = pyodide;
  writeAll(
    FS,
    MODULE_FOLDER,
    Object.fromEntries(Object.entries(MODULES).map(([name, text]) => [name, new TextEncoder().encode(text)])),
  );
  writeAll(FS, job.workingDirectory, job.files);
  addHttpDevice(FS, calls.fetchAndWait ?? replayed(job, calls, output));
  pyodide.setStdout({ write: (bytes) => written(output, output.stdout, bytes) });
  pyodide.setStderr({ write: (bytes) => written(output, output.stderr, bytes) });
  const { stdin } = job;
  pyodide.setStdin({ stdin: once(stdin) });
  const globals = pyodide.toPy({
    text: job.program,
    argv: [...(job.argv ?? [PYTHON_FILE])],
    env: { HOME: '/root', ...job.env },
    folder: job.workingDirectory,
  }) as { destroy(): void };
  const exitCode = pyodide.runPython(`${RUNNER}\n_alur_run(text, argv, env, folder)`, {
    globals: globals as never,
  }) as number;
  return { exitCode, files: readAll(FS, job.workingDirectory, job.maxFileBytes) };
}

function written(output: Output, cutter: Output['stdout'], bytes: Uint8Array): number {
  cutter.bytes(bytes.slice());
  output.settle();
  return bytes.length;
}

const once = (content: Uint8Array | undefined) => {
  let given = false;
  return () => {
    if (given) return null;
    given = true;
    return content ?? null;
  };
};

type FileSystem = PyodideAPI['FS'];

function writeAll(fs: FileSystem, folder: string, files: Readonly<Record<string, Uint8Array>>): void {
  fs.mkdirTree(folder);
  for (const [path, content] of Object.entries(files)) {
    const whole = `${folder}/${path}`;
    fs.mkdirTree(whole.slice(0, whole.lastIndexOf('/')));
    fs.writeFile(whole, content);
  }
}

function readAll(fs: FileSystem, folder: string, limit: number): Record<string, Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  let length = 0;
  const walk = (at: string): void => {
    for (const name of fs.readdir(at) as string[]) {
      if (name === '.' || name === '..' || name === '__pycache__') continue;
      const path = `${at}/${name}`;
      const { mode, size } = fs.lstat(path) as { mode: number; size: number };
      if (fs.isDir(mode)) walk(path);
      if (!fs.isFile(mode)) continue;
      length += size;
      if (length > limit) throw new FilesTooLargeError(limit);
      files[path.slice(folder.length + 1)] = fs.readFile(path) as Uint8Array;
    }
  };
  walk(folder);
  return files;
}
