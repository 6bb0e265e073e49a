/** The memory image that Pyodide starts from, and what a Python worker boots with. */
export const PYTHON_SNAPSHOT_NAME = 'python-pyodide-314.0.7.gz';

export interface PythonSetup {
  /** Where Pyodide's own files lie; ends in `/`. Node finds them by itself. */
  files?: string;
  /** The memory image, unpacked; without it the boot is plain and slower. */
  image?: Uint8Array;
}

/** Options of `loadPyodide` for an image: private ones, so they are named only here. */
export const fromImage = (image: Uint8Array | undefined): object => (image ? { _loadSnapshot: image } : {});

/** Unpacks it, unless a server did so on the way. */
export async function unpacked(file: Blob): Promise<Uint8Array> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const stream =
    first === 0x1f && second === 0x8b ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream();
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
