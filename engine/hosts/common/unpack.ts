/** Gzipped files unpacked; one that a server has unpacked on the way is taken as it is. */
export async function unpackedStream(file: Blob): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const packed = first === 0x1f && second === 0x8b;
  return packed ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream();
}

export async function unpacked(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(await unpackedStream(file)).arrayBuffer());
}
