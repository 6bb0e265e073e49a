/** The net from Node, with the causes of failure said as Kestra's client and then in Indonesian. */
import { type Http, HttpUnreachableError } from '../../ports/Http.ts';
import { createFetchHttp } from '../common/fetchHttp.ts';
import { followingRedirects } from './redirects.ts';

interface Cause {
  message: (url: URL) => string;
  explanation: (url: URL) => string;
}

const at = ({ protocol, hostname, port }: URL): string => `${protocol}//${hostname}${port ? `:${port}` : ''}`;

const CAUSES: Record<string, Cause> = {
  ECONNREFUSED: {
    message: (url) => `Connect to ${at(url)} failed: Connection refused`,
    explanation: ({ host }) => `Tidak ada server yang mendengarkan di ${host}. Periksa host dan port di \`uri\`.`,
  },
  ENOTFOUND: {
    message: ({ hostname }) => `${hostname}: Name or service not known`,
    explanation: ({ hostname }) => `Nama \`${hostname}\` tidak ditemukan. Periksa ejaannya, lalu koneksi internetmu.`,
  },
  EAI_AGAIN: {
    message: ({ hostname }) => `${hostname}: Temporary failure in name resolution`,
    explanation: () =>
      'Nama server tidak bisa dicari karena tidak ada jaringan. Periksa koneksi internetmu, lalu coba lagi.',
  },
  ECONNRESET: {
    message: (url) => `Connection reset: ${at(url)}`,
    explanation: () => 'Server memutus sambungan sebelum menjawab. Coba lagi sebentar lagi.',
  },
  ETIMEDOUT: {
    message: (url) => `Connect to ${at(url)} failed: Connect timed out`,
    explanation: ({ host }) => `${host} tidak menjawab. Periksa alamatnya, lalu koneksi internetmu.`,
  },
};
CAUSES.UND_ERR_CONNECT_TIMEOUT = CAUSES.ETIMEDOUT as Cause;
CAUSES.UND_ERR_SOCKET = CAUSES.ECONNRESET as Cause;

/** undici will not speak to these ports, as browsers don't; the port may be right, but nobody serves HTTP there. */
const BLOCKED: Cause = {
  message: (url) => `Connect to ${at(url)} failed: Connection refused`,
  explanation: ({ port }) => `Port ${port} bukan port untuk HTTP. Periksa port di \`uri\`.`,
};

export function createNodeHttp(): Http {
  return followingRedirects(createFetchHttp({ fetch: globalThis.fetch, unreachable }));
}

function unreachable(error: unknown, url: URL): HttpUnreachableError {
  const { code, text } = causeOf(error);
  const cause = text === 'bad port' ? BLOCKED : CAUSES[code];
  return new HttpUnreachableError(cause?.message(url) ?? `Request to ${at(url)} failed: ${text}`, {
    explanation:
      cause?.explanation(url) ?? `Permintaan ke ${url.host} gagal (${text}). Periksa \`uri\` dan koneksi internetmu.`,
    cause: error,
  });
}

/** Node hides the cause one or two levels down, and several of them behind an AggregateError. */
function causeOf(error: unknown): { code: string; text: string } {
  if (!(error instanceof Error)) return { code: '', text: String(error) };
  if (error instanceof AggregateError && error.errors.length > 0) return causeOf(error.errors[0]);
  if ('code' in error && typeof error.code === 'string') return { code: error.code, text: error.message };
  return error.cause === undefined ? { code: '', text: error.message } : causeOf(error.cause);
}
