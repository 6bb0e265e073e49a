/**
 * Redirects followed step by step, so that each address on the way is looked at: none may be a cloud's metadata service, which hands out
 * the machine's own credentials to whoever asks. Another origin gets no credentials of the first one (RFC 9110, 15.4).
 */
import { type Http, type HttpRequest, HttpUnreachableError } from '../../ports/Http.ts';
import { httpAddress } from '../common/fetchHttp.ts';

const MOST = 20;
const MOVED = new Set([301, 302, 303, 307, 308]);
const OF_ONE_ORIGIN = ['authorization', 'cookie', 'proxy-authorization', 'host'];
const OF_A_BODY = ['content-type', 'content-length', 'content-encoding', 'content-language'];

/** By name and by number; a name of somebody's own that leads there is not seen. */
const METADATA =
  /^(?:169\.254\.\d+\.\d+|100\.100\.100\.200|metadata(?:\.google\.internal)?\.?|\[fd00:ec2::254\]|\[fe80:.*\]|\[::ffff:a9fe:.*\])$/;

export function followingRedirects(http: Http): Http {
  return {
    async fetch(request, signal) {
      const from = performance.now();
      let asked = allowed(request);
      for (let step = 0; step <= MOST; step++) {
        const response = await http.fetch({ ...asked, ...left(request, from), followRedirects: false }, signal);
        const location = response.headers.location?.[0];
        if (!request.followRedirects || !MOVED.has(response.status) || location === undefined) return response;
        await response.body.cancel();
        const next = URL.parse(location, asked.url);
        if (!next) return response;
        asked = allowed(redirected(asked, response.status, next));
      }
      throw new HttpUnreachableError(`Circular redirect to '${asked.url}'`, {
        explanation: `${new URL(asked.url).host} mengalihkan alamat ini berputar-putar. Periksa \`uri\`-nya.`,
      });
    },
  };
}

/** All steps together take no longer than one may. */
const left = ({ timeoutMs }: HttpRequest, from: number): { timeoutMs?: number } =>
  timeoutMs === undefined ? {} : { timeoutMs: Math.max(1, Math.ceil(timeoutMs - (performance.now() - from))) };

function allowed(request: HttpRequest): HttpRequest {
  const { hostname } = httpAddress(request.url);
  if (!METADATA.test(hostname)) return request;
  throw new HttpUnreachableError(`Access to ${hostname} is not allowed`, {
    explanation: `Alamat \`${hostname}\` adalah layanan metadata cloud, yang membagikan kredensial mesinnya. Alur tidak pernah memanggilnya dari sebuah flow.`,
  });
}

function redirected({ body, ...request }: HttpRequest, status: number, to: URL): HttpRequest {
  const becomesGet =
    (status === 303 && request.method !== 'HEAD') || (status < 303 && request.method.toUpperCase() === 'POST');
  const isElsewhere = new URL(request.url).origin !== to.origin;
  const dropped = [...(isElsewhere ? OF_ONE_ORIGIN : []), ...(becomesGet ? OF_A_BODY : [])];
  const headers = Object.fromEntries(
    Object.entries(request.headers).filter(([name]) => !dropped.includes(name.toLowerCase())),
  );
  const kept = becomesGet || body === undefined ? {} : { body };
  return { ...request, ...kept, headers, method: becomesGet ? 'GET' : request.method, url: to.href };
}
