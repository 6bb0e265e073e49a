/** A byte stream line by line, without the line ends (`\n` or `\r\n`). */
import { TaskError } from '../../definition.ts';

/** Characters of one line. */
const LONGEST = 64 * 1024 * 1024;

export async function* linesOf(bytes: ReadableStream<Uint8Array>): AsyncGenerator<string, void> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of bytes) {
    rest += decoder.decode(chunk, { stream: true });
    let from = 0;
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n', from)) {
      yield withoutReturn(rest.slice(from, end));
      from = end + 1;
    }
    rest = rest.slice(from);
    if (rest.length > LONGEST) throw tooLong();
  }
  rest += decoder.decode();
  if (rest !== '') yield withoutReturn(rest);
}

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);

const tooLong = (): TaskError =>
  new TaskError(`A line is longer than ${LONGEST} characters`, {
    explanation: 'Satu baris di berkas ini lebih dari 64 MB. Task ini bekerja per baris: pecah dulu barisnya.',
  });
