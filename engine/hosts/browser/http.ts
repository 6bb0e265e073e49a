/** HTTP in the page: the page's own origin always, other addresses only where the person allowed the network. */
import { type Http, HttpUnreachableError } from '../../ports/Http.ts';
import { createFetchHttp } from '../common/fetchHttp.ts';

export interface BrowserHttpOptions {
  /** The page's own origin: `https://alur.example`. */
  origin: string;
  /** Whether other origins may be asked. */
  network: boolean;
}

export function createBrowserHttp({ origin, network }: BrowserHttpOptions): Http {
  const http = createFetchHttp({ fetch: (input, init) => globalThis.fetch(input, init), unreachable });
  return {
    async fetch(request, signal) {
      const url = URL.parse(request.url);
      if (url && url.origin !== origin && !network) throw notAllowed(url);
      if (!request.followRedirects && url?.origin !== origin) throw noManualRedirects();
      return http.fetch(request, signal);
    },
  };
}

const notAllowed = ({ host, href }: URL): HttpUnreachableError =>
  new HttpUnreachableError(`Connect to ${href} failed: network is switched off`, {
    explanation: `Halaman ini tidak mengakses internet, dan \`${host}\` tidak termasuk data contoh. Pakai alamat data taksi dari pelajaran, atau jalankan flow di terminal dengan \`alur run --data asli\`.`,
  });

const noManualRedirects = (): HttpUnreachableError =>
  new HttpUnreachableError('followRedirects: false is not available in a browser', {
    explanation:
      'Browser tidak memperlihatkan pengalihan alamat. Hapus `followRedirects: false`, atau jalankan di terminal.',
  });

/** A browser tells a page neither why it failed nor whether the server lacks CORS headers: both causes are said. */
function unreachable(error: unknown, { host, origin }: URL): HttpUnreachableError {
  const isOffline = typeof navigator !== 'undefined' && !navigator.onLine;
  return new HttpUnreachableError(`Connect to ${origin} failed`, {
    explanation: isOffline
      ? 'Browser sedang tidak tersambung ke internet. Sambungkan dulu, lalu coba lagi.'
      : `Browser tidak mendapat jawaban dari ${host}. Servernya tidak ada, atau tidak mengizinkan halaman lain membacanya (CORS). Di terminal, \`alur run --data asli\` tidak terkena batas CORS.`,
    cause: error,
  });
}
