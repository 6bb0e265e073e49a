/** What `pg` throws, as the port's errors: refusals of the database, and connections that never came to be, in the JDBC driver's words. */
import pg from 'pg';
import { ConnectionError, DatabaseError } from '../../../ports/Databases.ts';

export const sqlStateOf = (error: unknown): string | undefined =>
  error instanceof pg.DatabaseError ? error.code : undefined;

export function databaseError(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return error;
  return new DatabaseError(error.message, {
    ...(error.code !== undefined && { sqlState: error.code }),
    ...(error.position !== undefined && { position: Number(error.position) }),
    ...(error.detail !== undefined && { detail: error.detail }),
    ...(error.hint !== undefined && { hint: error.hint }),
    ...(error.where !== undefined && { where: error.where }),
  });
}

export function connectionError(cause: unknown, { host, port, user, database }: pg.ClientConfig): unknown {
  if (cause instanceof ConnectionError) return cause;
  const state = sqlStateOf(cause);
  if (state !== undefined && cause instanceof Error) {
    return new ConnectionError(`FATAL: ${cause.message}`, { cause, explanation: refused(state, user, database) });
  }
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  const place = `${host}:${port}`;
  if (code === 'ECONNREFUSED') {
    return new ConnectionError(
      `Connection to ${place} refused. Check that the hostname and port are correct and that the postmaster is accepting TCP/IP connections.`,
      {
        cause,
        explanation: `Di ${place} tidak ada Postgres yang mendengarkan. Jalankan servernya, atau periksa host dan port.`,
      },
    );
  }
  return new ConnectionError('The connection attempt failed.', {
    cause,
    explanation: `Server di ${place} tidak bisa dihubungi. Periksa nama host, port, dan jaringannya.`,
  });
}

function refused(state: string, user: string | undefined, database: string | undefined): string {
  if (state === '3D000')
    return `Server itu tidak punya database \`${database}\`. Buat dulu, atau periksa ujung \`url\`.`;
  if (state.startsWith('28'))
    return `Server menolak pengguna \`${user ?? '?'}\`. Periksa \`username\` dan \`password\`.`;
  if (state === '53300') return 'Sambungan ke server itu sudah penuh. Tutup yang tidak dipakai, lalu coba lagi.';
  return 'Server menolak sambungannya. Baca pesan di atas untuk sebabnya.';
}
