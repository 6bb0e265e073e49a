/** Runs one shell script on just-bash: no process, no disk and no network but the host's Http port. */
import { Bash } from 'just-bash/browser';
import type { Calls } from '../calls.ts';
import type { Output } from '../output.ts';
import type { Job, JobResult } from '../protocol.ts';
import { curl } from './curl.ts';
import { StreamingFileSystem } from './fileSystem.ts';
import { filesBelow, writeBelow } from './files.ts';
import { gzipCommands } from './gzip.ts';
import { pythonCommands } from './python.ts';
import { streaming } from './streaming.ts';
import { wget } from './wget.ts';

const MEBIBYTE = 1024 * 1024;
const WITHOUT_END = Number.MAX_SAFE_INTEGER;

/** Time and rounds are the person's to end; memory is ours. */
const LIMITS = {
  maxCommandCount: WITHOUT_END,
  maxLoopIterations: WITHOUT_END,
  maxAwkIterations: WITHOUT_END,
  maxSedIterations: WITHOUT_END,
  maxWorkUnits: WITHOUT_END,
  maxExecutionTimeMs: 2 ** 31 - 1,
  maxCallDepth: 200,
  maxStringLength: 400 * MEBIBYTE,
  maxOutputSize: 400 * MEBIBYTE,
  maxLiveBytes: 800 * MEBIBYTE,
  maxInputBytes: WITHOUT_END,
  maxFileSystemBytes: 800 * MEBIBYTE,
};

export async function runShell(job: Job, calls: Calls, output: Output): Promise<JobResult> {
  const { workingDirectory } = job;
  const fs = new StreamingFileSystem(output, LIMITS.maxFileSystemBytes);
  await fs.mkdir('/tmp', { recursive: true });
  await writeBelow(fs, workingDirectory, job.files);
  const bash = new Bash({
    fs,
    cwd: workingDirectory,
    env: { ...DEFAULTS, ...job.env },
    executionLimits: LIMITS,
    customCommands: [wget(calls), curl(calls), ...gzipCommands, ...pythonCommands(calls, job)],
  });
  bash.registerTransformPlugin(streaming);
  const { stdout, stderr, exitCode } = await bash.exec(job.program, { rawScript: true });
  output.stdout.text(stdout);
  output.stderr.text(stderr);
  return { exitCode, files: await filesBelow(fs, workingDirectory, job.maxFileBytes) };
}

const DEFAULTS = { HOME: '/root', USER: 'root', LANG: 'C.UTF-8', TMPDIR: '/tmp' };
