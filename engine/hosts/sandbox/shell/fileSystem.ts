/** The shell's file system: in memory, and two files in it that are the script's output. */
import { InMemoryFs } from 'just-bash/browser';
import { fromLatin1 } from '../latin1.ts';
import type { Output } from '../output.ts';
import { STDERR, STDOUT } from './streaming.ts';

type Append = Parameters<InMemoryFs['appendFile']>;

export class StreamingFileSystem extends InMemoryFs {
  readonly #output: Output;

  constructor(output: Output, maxTotalBytes: number) {
    super({}, { maxTotalBytes });
    this.#output = output;
  }

  override async appendFile(path: string, content: Append[1], options?: Append[2]): Promise<void> {
    if (path !== STDOUT && path !== STDERR) return super.appendFile(path, content, options);
    const stream = path === STDOUT ? this.#output.stdout : this.#output.stderr;
    const encoding = typeof options === 'string' ? options : options?.encoding;
    if (typeof content !== 'string') stream.bytes(content);
    else if (encoding === 'binary' || encoding === 'latin1') stream.bytes(fromLatin1(content));
    else stream.text(content);
    if (this.#output.isBehind()) await this.#output.caughtUp();
  }
}
