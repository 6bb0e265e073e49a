/** Databases and scripts for a host that has none: each says so. */
import { ConnectionError, type Databases } from '../../ports/Databases.ts';
import type { FileDatabases } from '../../ports/FileDatabases.ts';
import { type Scripts, ScriptUnavailableError } from '../../ports/Scripts.ts';

export const absentDatabases: Databases = {
  async connect() {
    throw new ConnectionError('The connection attempt failed.', {
      explanation: 'Mesin ini dijalankan tanpa database. Jalankan flow di halaman lab atau dengan `alur run`.',
    });
  },
};

export const absentFileDatabases: FileDatabases = {
  async open() {
    throw new ConnectionError('DuckDB is not available', {
      explanation: 'Mesin ini dijalankan tanpa DuckDB. Jalankan flow di halaman lab atau dengan `alur run`.',
    });
  },
};

export const absentScripts: Scripts = {
  runner: 'sandbox',
  async run() {
    throw new ScriptUnavailableError(
      'Mesin ini dijalankan tanpa shell dan Python. Jalankan flow di halaman lab atau dengan `alur run`.',
    );
  },
};
