/** A file's bytes, chunk by chunk, for as long as nobody says stop. */
import { abortable } from '../common/abortable.ts';

/** A stream that ends with the signal's reason when the signal comes while it waits for more. */
export async function* untilAborted(
  content: ReadableStream<Uint8Array>,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const reader = content.getReader();
  let finished = false;
  try {
    for (;;) {
      const { done, value } = await abortable(reader.read(), signal);
      if (done) break;
      yield value;
    }
    finished = true;
  } finally {
    if (!finished) reader.cancel().catch(() => undefined);
  }
}
