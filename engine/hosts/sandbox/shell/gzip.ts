/** gzip, gunzip and zcat, on the platform's own inflate; a file that was cut off ends as in GNU gzip. */
import type { Command } from 'just-bash/browser';
import { type Context, command, pathIn, type Reply, stdinOf } from './command.ts';

interface Wish {
  decompress: boolean;
  toStdout: boolean;
  keep: boolean;
  force: boolean;
  files: string[];
}

export const gzipCommands: readonly Command[] = [
  command('gzip', (args, context) => run(wishOf(args, false, false), context)),
  command('gunzip', (args, context) => run(wishOf(args, true, false), context)),
  command('zcat', (args, context) => run(wishOf(args, true, true), context)),
];

function wishOf(args: readonly string[], decompress: boolean, toStdout: boolean): Wish | string {
  const wish: Wish = { decompress, toStdout, keep: false, force: false, files: [] };
  for (const arg of args) {
    if (arg === '-' || !arg.startsWith('-')) {
      wish.files.push(arg);
      continue;
    }
    for (const flag of LONG[arg] ?? arg.slice(1)) {
      if (flag === 'd') wish.decompress = true;
      else if (flag === 'c') wish.toStdout = true;
      else if (flag === 'k') wish.keep = true;
      else if (flag === 'f') wish.force = true;
      else if (!'nNqv123456789'.includes(flag)) return `gzip: invalid option -- '${flag}'\n`;
    }
  }
  return wish;
}

const LONG: Record<string, string> = {
  '--decompress': 'd',
  '--uncompress': 'd',
  '--stdout': 'c',
  '--to-stdout': 'c',
  '--keep': 'k',
  '--force': 'f',
  '--quiet': 'q',
  '--verbose': 'v',
  '--fast': '1',
  '--best': '9',
};

async function run(wish: Wish | string, context: Context): Promise<Reply> {
  if (typeof wish === 'string') return { stderr: wish, exitCode: 1 };
  if (wish.files.length === 0 || (wish.files.length === 1 && wish.files[0] === '-')) {
    const { bytes, problem } = await converted(stdinOf(context), wish.decompress);
    return { stdout: bytes, ...(problem && { stderr: `\ngzip: stdin: ${problem}\n`, exitCode: 1 }) };
  }
  const outputs: Uint8Array[] = [];
  let stderr = '';
  for (const file of wish.files) {
    const { shown, problem } = await convertFile(file, wish, context);
    if (shown) outputs.push(shown);
    if (problem) stderr += `gzip: ${problem}\n`;
  }
  return { stdout: concat(outputs), stderr, exitCode: stderr === '' ? 0 : 1 };
}

async function convertFile(
  file: string,
  { decompress, toStdout, keep, force }: Wish,
  context: Context,
): Promise<{ shown?: Uint8Array; problem?: string }> {
  const path = pathIn(context, file);
  if (!(await context.fs.exists(path))) return { problem: `${file}: No such file or directory` };
  const target = decompress ? path.replace(/\.(gz|z)$/, '').replace(/\.tgz$/, '.tar') : `${path}.gz`;
  if (!toStdout && target === path) return { problem: `${file}: unknown suffix -- ignored` };
  if (!toStdout && !force && (await context.fs.exists(target)))
    return { problem: `${target} already exists; not overwritten` };
  const { bytes, problem } = await converted(await context.fs.readFileBuffer(path), decompress);
  if (toStdout) return { shown: bytes, ...(problem && { problem: `${file}: ${problem}` }) };
  if (problem) return { problem: `${file}: ${problem}` };
  await context.fs.writeFile(target, bytes);
  if (!keep) await context.fs.rm(path);
  return {};
}

/** What could be read before the problem comes with it. */
export async function converted(
  input: Uint8Array,
  decompress: boolean,
): Promise<{ bytes: Uint8Array; problem?: string }> {
  if (!decompress) return { bytes: (await piped(input, new CompressionStream('gzip'))).bytes };
  if (input.length < 18 && (input.length < 2 || isGzip(input))) {
    return { bytes: new Uint8Array(), problem: 'unexpected end of file' };
  }
  if (!isGzip(input)) return { bytes: new Uint8Array(), problem: 'not in gzip format' };
  const { bytes, error } = await piped(input, new DecompressionStream('gzip'));
  if (error === undefined) return { bytes };
  return {
    bytes,
    problem: /crc|check|invalid|incorrect/i.test(error) ? 'invalid compressed data' : 'unexpected end of file',
  };
}

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

async function piped(
  input: Uint8Array,
  through: CompressionStream | DecompressionStream,
): Promise<{ bytes: Uint8Array; error?: string }> {
  const chunks: Uint8Array[] = [];
  const writer = through.writable.getWriter();
  const writing = writer.write(new Uint8Array(input)).then(() => writer.close());
  writing.catch(() => undefined);
  try {
    for await (const chunk of through.readable) chunks.push(chunk);
    await writing;
    return { bytes: concat(chunks) };
  } catch (error) {
    return { bytes: concat(chunks), error: describe(error) };
  }
}

/** Node keeps zlib's own words in `code` and `cause`. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return [error.message, error.cause instanceof Error ? error.cause.message : ''].join(' ');
}

export function concat(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
