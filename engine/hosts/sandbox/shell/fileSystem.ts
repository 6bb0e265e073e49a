/** The shell's file system: in memory, and two files in it that are the script's output. */
import { InMemoryFs } from 'just-bash/browser';
import { fromLatin1, toLatin1 } from '../latin1.ts';
import type { Output } from '../output.ts';
import { STDERR, STDOUT } from './streaming.ts';

type Append = Parameters<InMemoryFs['appendFile']>;
type Read = Parameters<InMemoryFs['readFile']>;
type Bytes = Awaited<ReturnType<InMemoryFs['readFileBytes']>>;

export class StreamingFileSystem extends InMemoryFs {
  readonly #output: Output;

  constructor(output: Output, maxTotalBytes: number) {
    super({}, { maxTotalBytes });
    this.#output = output;
  }

  // just-bash reads by 65,536 arguments of one call, which are too many for the stack of a page's worker.
  override async readFileBytes(path: string): Promise<Bytes> {
    return asBytes(toLatin1(await this.readFileBuffer(path)));
  }

  override async readFile(path: string, options?: Read[1]): Promise<string> {
    if (!isLatin1(options)) return super.readFile(path, options);
    return toLatin1(await this.readFileBuffer(path));
  }

  override async appendFile(path: string, content: Append[1], options?: Append[2]): Promise<void> {
    if (path === STDOUT) written(this.#output.stdout, content, options);
    else if (path.startsWith(`${STDERR}.`))
      written(this.#output.stderr, withLine(content, path.slice(STDERR.length + 1)), options);
    else return super.appendFile(path, content, options);
    if (this.#output.isBehind()) await this.#output.caughtUp();
  }
}

function written(stream: Output['stdout'], content: Append[1], options: Append[2]): void {
  if (typeof content !== 'string') stream.bytes(content);
  else if (isLatin1(options)) stream.bytes(fromLatin1(content));
  else stream.text(content);
}

/** bash says in which line it failed, just-bash does not. */
const withLine = (content: Append[1], line: string): Append[1] =>
  typeof content === 'string' && line !== '0' ? content.replace(/^bash: (?!line \d)/, `bash: line ${line}: `) : content;

function isLatin1(options: Append[2] | Read[1]): boolean {
  const encoding = typeof options === 'string' ? options : options?.encoding;
  return encoding === 'binary' || encoding === 'latin1';
}

/** just-bash's mark for a string with one character per byte. */
const isBytes = (text: unknown): text is Bytes => typeof text === 'string';

function asBytes(text: unknown): Bytes {
  if (!isBytes(text)) throw new TypeError('not a string of bytes');
  return text;
}
