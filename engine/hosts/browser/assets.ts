/**
 * The large files that Postgres and Python boot from: fetched when first needed, counted while they come, then kept in the browser's cache.
 * They lie gzipped on the server, so that what is counted is what is fetched, whatever the server does.
 */
export interface Loading {
  what: string;
  /** Bytes. */
  done: number;
  /** Missing where a server packs files on the way and so does not tell. */
  total?: number;
  /** All is here; what it is for is being started. */
  starting: boolean;
}

export interface Assets {
  /** The files by their keys, as they lie on the server. Throws `AssetError`, or what `cancel` ends it with. */
  get<K extends string>(what: string, names: Readonly<Record<K, string>>): Promise<Record<K, Blob>>;
  /** What was loaded runs, or has failed to. */
  settled(what: string): void;
  /** Ends what is being fetched; the next one who asks begins anew. */
  cancel(): void;
  /** Throws away what is kept: something of it can't be read. */
  forget(): Promise<void>;
}

export class AssetError extends Error {
  override readonly name = 'AssetError';
}

const CACHE = 'alur-assets';
const NOT_HERE = (what: string) =>
  `Berkas ${what} tidak sampai ke perambanmu. Periksa koneksimu, lalu tekan Jalankan lagi.`;

export function createAssets(
  base: string,
  onLoading: (loading: Loading[]) => void,
  storage: CacheStorage | undefined = globalThis.caches,
): Assets {
  const loading = new Map<string, Loading>();
  let fetching = new AbortController();
  const tell = () => onLoading([...loading.values()].map((one) => ({ ...one })));

  /** Nothing over plain http from another machine, in some private modes, or when the disk is full. */
  const cache = (): Promise<Cache | undefined> =>
    storage ? storage.open(CACHE).catch(() => undefined) : Promise.resolve(undefined);

  async function fetched(what: string, names: string[], signal: AbortSignal): Promise<Map<string, Blob>> {
    const count: Loading = { what, done: 0, total: 0, starting: false };
    loading.set(what, count);
    tell();
    try {
      const answers = await Promise.all(names.map((name) => answerOf(`${base}${name}`, what, signal)));
      for (const answer of answers) {
        const length = lengthOf(answer);
        if (length === undefined) delete count.total;
        else if (count.total !== undefined) count.total += length;
      }
      const blobs = await Promise.all(
        answers.map((answer) =>
          read(answer, (bytes) => {
            count.done += bytes;
            tell();
          }),
        ),
      );
      return new Map(blobs.map((blob, index) => [names[index] ?? '', blob]));
    } catch (error) {
      loading.delete(what);
      if (signal.aborted || error instanceof AssetError) throw error;
      throw new AssetError(NOT_HERE(what), { cause: error });
    } finally {
      count.starting = true;
      tell();
    }
  }

  return {
    async get(what, names) {
      const { signal } = fetching;
      const store = await cache();
      const wanted: [string, string][] = Object.entries(names);
      const blobs = new Map<string, Blob>();
      for (const [, name] of wanted) {
        const kept = await store?.match(`${base}${name}`);
        if (kept) blobs.set(name, await kept.blob());
      }
      const missing = wanted.map(([, name]) => name).filter((name) => !blobs.has(name));
      if (missing.length > 0) {
        for (const [name, blob] of await fetched(what, missing, signal)) {
          blobs.set(name, blob);
          await store?.put(`${base}${name}`, new Response(blob)).catch(() => undefined);
        }
      }
      return Object.fromEntries(wanted.map(([key, name]) => [key, blobs.get(name) ?? new Blob()])) as Record<
        keyof typeof names,
        Blob
      >;
    },
    settled(what) {
      if (loading.delete(what)) tell();
    },
    cancel() {
      fetching.abort(new Error('Pemuatan dibatalkan.'));
      fetching = new AbortController();
    },
    async forget() {
      await storage?.delete(CACHE).catch(() => false);
    },
  };
}

async function answerOf(address: string, what: string, signal: AbortSignal): Promise<Response> {
  const answer = await fetch(address, { signal });
  if (!answer.ok) throw new AssetError(NOT_HERE(what));
  return answer;
}

/** What a server packs on the way has another length than what arrives. */
function lengthOf({ headers }: Response): number | undefined {
  const length = headers.get('content-length');
  return headers.get('content-encoding') !== null || length === null ? undefined : Number(length);
}

async function read(answer: Response, onBytes: (count: number) => void): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const reader = answer.body?.getReader();
  for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
    chunks.push(piece.value);
    onBytes(piece.value.length);
  }
  return new Blob(chunks);
}
