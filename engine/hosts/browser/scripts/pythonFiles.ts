/** What a Python worker of the page boots with: everything is handed to it, it fetches nothing but the loader. */
export interface PythonFiles {
  /** The address of `pyodide.mjs`. */
  loader: string;
  /** Compiled once, for all workers. */
  wasm: WebAssembly.Module;
  /** Emscripten's module. */
  glue: Blob;
  stdlib: Blob;
  /** JSON. */
  lock: string;
  /** The memory image to start from; without it the boot is plain and slower. */
  image?: Uint8Array;
}
