/** The files of Postgres, DuckDB and Python made ready for their workers. What can't be read is fetched anew the next time. */
import { ConnectionError } from '../../ports/Databases.ts';
import { ScriptUnavailableError } from '../../ports/Scripts.ts';
import { unpacked, unpackedStream } from '../common/unpack.ts';
import { DUCKDB_ASSETS, POSTGRES_ASSETS, PYODIDE_LOADER, PYTHON_ASSETS } from './assetNames.ts';
import type { Assets } from './assets.ts';
import type { DuckdbFiles } from './duckdb/index.ts';
import type { PostgresFiles } from './postgres/index.ts';
import type { PythonFiles } from './scripts/pythonFiles.ts';

export async function postgresFiles(assets: Assets): Promise<PostgresFiles> {
  try {
    const { wasm, data, snapshot } = await assets.get('Postgres', POSTGRES_ASSETS);
    return await readable(assets, async () => ({
      machine: { wasm: await compiled(wasm), data: new Blob([await unpacked(data)]) },
      snapshot,
    }));
  } catch (error) {
    assets.settled('Postgres');
    throw new ConnectionError('The connection attempt failed.', { explanation: messageOf(error), cause: error });
  }
}

export async function duckdbFiles(assets: Assets): Promise<DuckdbFiles> {
  try {
    const { wasm, worker } = await assets.get('DuckDB', DUCKDB_ASSETS);
    return await readable(assets, async () => ({
      program: URL.createObjectURL(new Blob([await unpacked(wasm)], { type: 'application/wasm' })),
      worker: URL.createObjectURL(new Blob([await unpacked(worker)], { type: 'text/javascript' })),
    }));
  } catch (error) {
    throw new ConnectionError('DuckDB could not be loaded', { explanation: messageOf(error), cause: error });
  } finally {
    assets.settled('DuckDB');
  }
}

export async function pythonFiles(assets: Assets, base: string): Promise<PythonFiles> {
  try {
    const { wasm, glue, stdlib, lock, image } = await assets.get('Python', PYTHON_ASSETS);
    return await readable(assets, async () => ({
      loader: `${base}${PYODIDE_LOADER}`,
      wasm: await compiled(wasm),
      glue: new Blob([await unpacked(glue)]),
      stdlib,
      lock: new TextDecoder().decode(await unpacked(lock)),
      ...(image.size > 0 && { image: await unpacked(image) }),
    }));
  } catch (error) {
    throw new ScriptUnavailableError('Python could not be loaded', { explanation: messageOf(error), cause: error });
  } finally {
    assets.settled('Python');
  }
}

const compiled = async (packed: Blob): Promise<WebAssembly.Module> =>
  WebAssembly.compileStreaming(
    new Response(await unpackedStream(packed), { headers: { 'content-type': 'application/wasm' } }),
  );

async function readable<T>(assets: Assets, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    await assets.forget();
    throw error;
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
