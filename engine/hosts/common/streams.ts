/** Byte streams: from memory and into memory. */
export function streamOf(content: Uint8Array | string): ReadableStream<Uint8Array> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content.slice();
  return new ReadableStream({
    start(controller) {
      if (bytes.byteLength > 0) controller.enqueue(bytes);
      controller.close();
    },
  });
}

/** Reads everything; throws what `tooLarge` makes as soon as more than `limit` bytes came. */
export async function bytesOf(
  content: Uint8Array | ReadableStream<Uint8Array>,
  limit: number,
  tooLarge: () => Error,
): Promise<Uint8Array> {
  if (content instanceof Uint8Array) {
    if (content.byteLength > limit) throw tooLarge();
    return content.slice();
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of content) {
    length += chunk.byteLength;
    if (length > limit) throw tooLarge();
    chunks.push(chunk);
  }
  return joined(chunks, length);
}

export function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}

export const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);
