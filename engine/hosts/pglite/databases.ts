/** The port's databases, each an embedded one by the name in its JDBC address. */
import { ConnectionError, type Databases } from '../../ports/Databases.ts';
import { type Address, isEmbedded, parseAddress } from './address.ts';
import { createDatabase, type Database, type Home } from './database.ts';

export interface EmbeddedDatabases extends Databases {
  /** Drops all schemas of the database and leaves an empty `public`. */
  reset(database: string): Promise<void>;
  /** Whether the data outlive the page or process; nothing before the first connection. */
  kept(database: string): boolean | undefined;
  close(): Promise<void>;
}

const ELSEWHERE = (host: string) =>
  `Tidak ada Postgres bernama \`${host}\` di sini. Pakai \`jdbc:postgresql://pgdatabase:5432/ny_taxi\` untuk Postgres bawaan; server lain hanya bisa dari terminal, lewat \`--db\`.`;

/**
 * Inside a network of containers Postgres answers on its own port only; on the person's machine it may be published on any, but
 * for those below 1024.
 */
function refusePort({ host, port }: Address): void {
  const inNetwork = host === 'pgdatabase' || host === 'postgres';
  if (inNetwork ? port === 5432 : port >= 1024 && port < 65_536) return;
  throw new ConnectionError(
    `Connection to ${host}:${port} refused. Check that the hostname and port are correct and that the postmaster is accepting TCP/IP connections.`,
    {
      explanation: `Tidak ada yang mendengarkan di port ${port} milik \`${host}\`. Postgres memakai port 5432: tulis \`jdbc:postgresql://${host}:5432/…\`.`,
    },
  );
}

export function createEmbeddedDatabases(homeOf: (database: string) => Home): EmbeddedDatabases {
  const databases = new Map<string, Database>();
  const named = (name: string): Database => {
    const known = databases.get(name) ?? createDatabase(homeOf(name));
    databases.set(name, known);
    return known;
  };
  return {
    async connect({ url, onNotice }, signal) {
      signal.throwIfAborted();
      const address = parseAddress(url);
      if (!isEmbedded(address)) {
        throw new ConnectionError('The connection attempt failed.', { explanation: ELSEWHERE(address.host) });
      }
      refusePort(address);
      const session = await named(address.database).connect(signal, onNotice);
      const schema = address.parameters.currentSchema;
      if (schema) await session.query("SELECT set_config('search_path', $1, false)", [schema]);
      return session;
    },
    reset: (database) => named(database).reset(),
    kept: (database) => databases.get(database)?.kept,
    async close() {
      await Promise.all([...databases.values()].map((database) => database.close()));
      databases.clear();
    },
  };
}
