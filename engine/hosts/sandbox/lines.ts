/** A script's output, cut into whole lines as it comes; what ends without a line end comes last. */
import type { Line, Stream } from './protocol.ts';

/** Characters of one line. */
export const LONGEST_LINE = 64 * 1024;
const CUT = ' … (baris dipotong: lebih dari 64 KiB)';

export function createLineCutter(stream: Stream, emit: (line: Line) => void) {
  const decoder = new TextDecoder();
  let open = '';
  let cut = false;

  function add(text: string): void {
    const room = LONGEST_LINE - open.length;
    if (text.length > room) cut = true;
    if (room > 0) open += text.slice(0, room);
  }

  function close(): void {
    const text = open.endsWith('\r') ? open.slice(0, -1) : open;
    emit([stream, cut ? text + CUT : text]);
    open = '';
    cut = false;
  }

  function write(text: string): void {
    let from = 0;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
      add(text.slice(from, at));
      close();
      from = at + 1;
    }
    add(text.slice(from));
  }

  return {
    text: write,
    bytes: (bytes: Uint8Array) => write(decoder.decode(bytes, { stream: true })),
    end(): void {
      write(decoder.decode());
      if (open !== '' || cut) close();
    },
  };
}
