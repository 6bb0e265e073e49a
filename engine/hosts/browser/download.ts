/** A large file of the site, with its progress told. */
export interface Loading {
  what: string;
  /** Bytes. */
  done: number;
  total?: number;
}

/** The file; nothing where it can't be had. */
export async function downloaded(
  address: string,
  what: string,
  onLoading: (loading: Loading | undefined) => void,
): Promise<Blob | undefined> {
  const answer = await fetch(address).catch(() => undefined);
  if (!answer?.ok || !answer.body) return undefined;
  const header = answer.headers.get('content-encoding') === null ? answer.headers.get('content-length') : null;
  const total = header === null ? undefined : Number(header);
  let done = 0;
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const reader = answer.body.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    chunks.push(piece.value as Uint8Array<ArrayBuffer>);
    done += piece.value.length;
    onLoading({ what, done, ...(total !== undefined && { total }) });
  }
  onLoading(undefined);
  return new Blob(chunks);
}
