/** The memory image that Pyodide starts from, and what a Python worker boots with. */
export const PYTHON_SNAPSHOT_NAME = 'python-pyodide-314.0.7.gz';

export interface PythonSetup {
  /** The memory image, unpacked; without it the boot is plain and slower. */
  image?: Uint8Array;
}

/** Options of `loadPyodide` for an image: private ones, so they are named only here. */
export const fromImage = (image: Uint8Array | undefined): object => (image ? { _loadSnapshot: image } : {});
