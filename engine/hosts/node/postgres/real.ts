/**
 * Postgres servers over the network.
 *
 *     createPgDatabases()                                          each JDBC address is taken as it is
 *     createPgDatabases('postgresql://me:secret@db.example:5433/latihan')
 *
 * With an address of one's own (`--db`) every JDBC address means that server: its host, port, user, password and SSL. The database's
 * name stays the flow's where the server has one of that name, else it is the one in `--db`.
 */
import pg from 'pg';
import {
  ConnectionError,
  type DatabaseRequest,
  type DatabaseSession,
  type Databases,
} from '../../../ports/Databases.ts';
import { parseAddress } from '../../pglite/address.ts';
import { noticeOf } from '../../pglite/notices.ts';
import { createTypeNames } from '../../pglite/typeNames.ts';
import { connectionError, isWithoutSsl, sqlStateOf } from './pgErrors.ts';
import { openPgSession } from './pgSession.ts';

const CONNECT_TIMEOUT = 10_000;
/** What JDBC's driver asks for, and what the conversion of cells relies on. */
const SETTINGS = '-c TimeZone=UTC -c DateStyle=ISO,MDY -c IntervalStyle=postgres';

export function createPgDatabases(server?: string): Databases {
  const typeNames = createTypeNames();
  /** Names of databases that the server turned out not to have. */
  const missing = new Set<string>();

  async function open(
    config: pg.ClientConfig,
    signal: AbortSignal,
    onNotice: DatabaseRequest['onNotice'],
  ): Promise<DatabaseSession> {
    const client = new pg.Client({
      ...config,
      options: SETTINGS,
      application_name: 'alur',
      connectionTimeoutMillis: CONNECT_TIMEOUT,
      types: { getTypeParser: () => (text: string) => text },
    });
    client.on('error', () => undefined);
    client.on('notice', (notice) => onNotice?.(noticeOf(notice)));
    const abandon = () => void client.end();
    signal.addEventListener('abort', abandon, { once: true });
    try {
      await client.connect();
      signal.throwIfAborted();
      return openPgSession(client, config, signal, typeNames);
    } catch (error) {
      void client.end().catch(() => undefined);
      throw error;
    } finally {
      signal.removeEventListener('abort', abandon);
    }
  }

  /** Servers that turned out to have no SSL. */
  const plain = new Set<string>();

  /** With `prefer`, what both drivers do unless told otherwise: SSL where the server has it. */
  async function openPreferring(
    { prefersSsl, ...config }: ServerAddress,
    signal: AbortSignal,
    onNotice: DatabaseRequest['onNotice'],
  ): Promise<DatabaseSession> {
    const place = `${config.host}:${config.port}`;
    if (!prefersSsl || plain.has(place)) return open(config, signal, onNotice);
    try {
      return await open({ ...config, ssl: { rejectUnauthorized: false } }, signal, onNotice);
    } catch (error) {
      signal.throwIfAborted();
      if (!isWithoutSsl(error)) throw error;
      plain.add(place);
      return open(config, signal, onNotice);
    }
  }

  async function connect(request: DatabaseRequest, signal: AbortSignal): Promise<DatabaseSession> {
    signal.throwIfAborted();
    const config = server === undefined ? configOf(request) : splitServer(server);
    const wanted = parseAddress(request.url).database;
    const named = server === undefined || missing.has(wanted) ? config : { ...config, database: wanted };
    try {
      return await openPreferring(named, signal, request.onNotice);
    } catch (error) {
      signal.throwIfAborted();
      if (server === undefined || named === config || sqlStateOf(error) !== '3D000')
        throw connectionError(error, named);
      missing.add(wanted);
      return openPreferring(config, signal, request.onNotice).catch((again) => {
        throw connectionError(again, config);
      });
    }
  }

  return {
    connect: async (request, signal) => {
      const session = await connect(request, signal);
      const schema = parseAddress(request.url).parameters.currentSchema;
      if (schema) await session.query("SELECT set_config('search_path', $1, false)", [schema]);
      return session;
    },
  };
}

interface ServerAddress extends pg.ClientConfig {
  prefersSsl: boolean;
}

function configOf({ url, username, password }: DatabaseRequest): ServerAddress {
  const { host, port, database, parameters } = parseAddress(url);
  const user = username ?? parameters.user;
  const secret = password ?? parameters.password;
  const ssl = sslOf(parameters.sslmode ?? (parameters.ssl === 'true' ? 'require' : 'prefer'));
  return {
    host,
    port,
    database,
    ...ssl,
    ...(user !== undefined && { user }),
    ...(secret !== undefined && { password: secret }),
  };
}

function sslOf(mode: string): Pick<ServerAddress, 'ssl' | 'prefersSsl'> {
  if (['disable', 'allow', 'prefer'].includes(mode)) return { ssl: false, prefersSsl: mode === 'prefer' };
  return { ssl: { rejectUnauthorized: mode.startsWith('verify') }, prefersSsl: false };
}

/** The server's address in parts, so that the database can be another one. */
function splitServer(server: string): ServerAddress {
  let url: URL;
  try {
    url = new URL(server);
  } catch (cause) {
    throw new ConnectionError(`Invalid connection URI: ${server.replace(/\/\/[^@]*@/, '//***@')}`, {
      explanation: 'Tulis `--db` seperti `postgresql://pengguna:sandi@host:5432/database`.',
      cause,
    });
  }
  const mode = url.searchParams.get('sslmode') ?? 'prefer';
  return {
    host: url.hostname.replace(/^\[|\]$/g, '') || url.searchParams.get('host') || 'localhost',
    port: Number(url.port || 5432),
    database: decodeURIComponent(url.pathname.slice(1)) || 'postgres',
    ...sslOf(mode),
    ...(url.username && { user: decodeURIComponent(url.username) }),
    ...(url.password && { password: decodeURIComponent(url.password) }),
  };
}
