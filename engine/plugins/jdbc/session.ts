/** One task, one connection, one transaction: all that it did stands, or nothing does. */
import { ConnectionError, type DatabaseSession, type Notice, type SqlSession } from '../../ports/Databases.ts';
import { type PollContext, TaskError } from '../definition.ts';

export interface ConnectionProperties {
  url: string;
  username?: string | undefined;
  password?: string | undefined;
  ssl?: boolean | undefined;
  sslMode?: string | undefined;
}

/** Runs `work` on a connection of its own; without `transaction` every statement stands by itself. */
export async function withSession<T>(
  properties: ConnectionProperties,
  context: PollContext,
  work: (session: DatabaseSession) => Promise<T>,
  transaction = true,
): Promise<T> {
  return inTransaction(await connect(properties, context), context, work, transaction);
}

/** Closes the session in any case. */
export async function inTransaction<S extends SqlSession, T>(
  session: S,
  context: PollContext,
  work: (session: S) => Promise<T>,
  transaction: boolean,
): Promise<T> {
  let result: T;
  try {
    if (transaction) await session.query('BEGIN');
    result = await work(session);
    if (transaction) await session.query('COMMIT');
  } catch (error) {
    // Closing rolls back what is open; the first error is the one that counts.
    await session.close().catch(() => undefined);
    throw context.signal.aborted ? context.signal.reason : error;
  }
  await session.close();
  return result;
}

async function connect(
  properties: ConnectionProperties,
  { ports, signal, log }: PollContext,
): Promise<DatabaseSession> {
  const { username, password } = properties;
  try {
    return await ports.databases.connect(
      {
        url: withSsl(properties),
        ...(username !== undefined && { username }),
        ...(password !== undefined && { password }),
        onNotice: (notice) => noticed(notice, log),
      },
      signal,
    );
  } catch (error) {
    if (!(error instanceof ConnectionError)) throw error;
    throw new TaskError(error.message, { explanation: error.explanation ?? UNREACHABLE, cause: error });
  }
}

/** What a script says itself (`RAISE`) is for the person who wrote it; what Postgres remarks by the way is not, but for warnings. */
function noticed({ severity, message, raised }: Notice, log: PollContext['log']): void {
  const text = `${severity}: ${message}`;
  if (severity === 'WARNING') log.warn(text);
  else if (!raised) log.trace(text);
  else if (severity === 'DEBUG') log.debug(text);
  else log.info(text);
}

const UNREACHABLE =
  'Tidak ada Postgres yang menjawab di alamat itu. Periksa host, port, dan nama database di `url`; Postgres bawaan ada di `jdbc:postgresql://pgdatabase:5432/ny_taxi`.';

function withSsl({ url, ssl, sslMode }: ConnectionProperties): string {
  const mode = sslMode ?? (ssl ? 'REQUIRE' : undefined);
  if (mode === undefined) return url;
  return `${url}${url.includes('?') ? '&' : '?'}sslmode=${mode.toLowerCase().replace('_', '-')}`;
}
