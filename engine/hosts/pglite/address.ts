/** A JDBC address as learners write it: `jdbc:postgresql://pgdatabase:5432/ny_taxi?currentSchema=x`. */
import { ConnectionError } from '../../ports/Databases.ts';

export interface Address {
  host: string;
  port: number;
  database: string;
  /** `user`, `password`, `currentSchema`, `sslmode`, … */
  parameters: Record<string, string>;
}

/** The names under which a learner's Postgres answers, whichever page they copied the address from: all mean the embedded one. */
const EMBEDDED = new Set(['pgdatabase', 'localhost', 'postgres', '127.0.0.1', '::1', 'host.docker.internal']);

export const isEmbedded = (address: Address): boolean => EMBEDDED.has(address.host.toLowerCase());

/** Rejects what the driver would reject, in its words. */
export function parseAddress(url: string): Address {
  const match = /^jdbc:postgresql:(?:\/\/([^/?]*)(?:\/([^?]*))?|\/?([^/?]*))(?:\?(.*))?$/.exec(url.trim());
  if (!match) {
    throw new ConnectionError('The url cannot be null', {
      explanation: `\`${url}\` bukan alamat JDBC untuk Postgres. Tulis seperti \`jdbc:postgresql://pgdatabase:5432/ny_taxi\`.`,
    });
  }
  const [, authority = '', path, bare, query = ''] = match;
  if (authority.includes('@')) {
    throw new ConnectionError('The connection attempt failed.', {
      explanation:
        'Di alamat JDBC, pengguna dan sandi tidak ditulis di depan host. Isi `username` dan `password` di task, atau tambahkan `?user=…&password=…` di ujung `url`.',
    });
  }
  const [, host = '', port = '5432'] = /^(\[[^\]]*\]|[^:,]*)(?::(\d+))?/.exec(authority) ?? [];
  const parameters = Object.fromEntries(new URLSearchParams(query));
  const database = decode(path || bare || '') || parameters.user || 'postgres';
  return { host: host.replace(/^\[|\]$/g, '') || 'localhost', port: Number(port), database, parameters };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
