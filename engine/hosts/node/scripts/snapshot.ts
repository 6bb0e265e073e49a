/** Where `npm start` puts Python's memory image; read once. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { unpacked } from '../../common/unpack.ts';
import { PYTHON_SNAPSHOT_NAME, type PythonSetup } from '../../sandbox/python/image.ts';

export const PYTHON_SNAPSHOT_FILE = fileURLToPath(
  new URL(`../../../../.cache/${PYTHON_SNAPSHOT_NAME}`, import.meta.url),
);

let read: Promise<PythonSetup> | undefined;

export function pythonSetup(): Promise<PythonSetup> {
  read ??= readFile(PYTHON_SNAPSHOT_FILE).then(
    async (file) => ({ image: await unpacked(new Blob([file])) }),
    () => ({}),
  );
  return read;
}
