/** What `pg` throws, as the port's errors: refusals of the database, and connections that never came to be, in the JDBC driver's words. */
import pg from 'pg';
import { ConnectionError, DatabaseError } from '../../../ports/Databases.ts';

export const sqlStateOf = (error: unknown): string | undefined =>
  error instanceof pg.DatabaseError ? error.code : undefined;

/** What the driver says when the server is gone in the middle of it. */
const LOST = /^Connection terminated|^Client has encountered a connection error/;
const LOST_CODES = new Set<unknown>(['ECONNRESET', 'EPIPE', 'ETIMEDOUT']);

export function databaseError(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) {
    const lost =
      error instanceof Error && (LOST.test(error.message) || ('code' in error && LOST_CODES.has(error.code)));
    return lost
      ? new DatabaseError('An I/O error occurred while sending to the backend.', { sqlState: '08006' })
      : error;
  }
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
  const said = cause instanceof Error ? cause.message : '';
  if (isWithoutSsl(cause)) {
    return new ConnectionError('The server does not support SSL.', {
      cause,
      explanation: `Server di ${place} tidak melayani SSL. Hapus \`ssl\` atau \`sslmode\`, atau nyalakan SSL di servernya.`,
    });
  }
  if (/client password must be a/.test(said)) {
    return new ConnectionError('The server requested SCRAM-based authentication, but no password was provided.', {
      cause,
      explanation: `Server di ${place} meminta sandi. Isi \`password\` di task, atau di \`--db\`.`,
    });
  }
  if (code !== undefined && CERTIFICATE.test(String(code))) {
    return new ConnectionError(`SSL error: ${said}`, {
      cause,
      explanation: `Sertifikat server di ${place} tidak bisa dipercaya. Pakai \`sslmode=require\` bila itu memang servermu.`,
    });
  }
  return new ConnectionError('The connection attempt failed.', {
    cause,
    explanation: `Server di ${place} tidak bisa dihubungi. Periksa nama host, port, dan jaringannya.`,
  });
}

const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY/;

export const isWithoutSsl = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('does not support SSL');

function refused(state: string, user: string | undefined, database: string | undefined): string {
  if (state === '3D000')
    return `Server itu tidak punya database \`${database}\`. Buat dulu, atau periksa ujung \`url\`.`;
  if (state === '28P01') return `Sandi untuk pengguna \`${user ?? '?'}\` salah. Periksa \`password\`.`;
  if (state.startsWith('28'))
    return `Server menolak pengguna \`${user ?? '?'}\`. Periksa \`username\` dan \`password\`.`;
  if (state === '57P03') return 'Server itu sedang menyala atau mati. Tunggu sebentar, lalu coba lagi.';
  if (state === '53300') return 'Sambungan ke server itu sudah penuh. Tutup yang tidak dipakai, lalu coba lagi.';
  return 'Server menolak sambungannya. Baca pesan di atas untuk sebabnya.';
}
