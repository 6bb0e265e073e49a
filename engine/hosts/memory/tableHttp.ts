/** HTTP from a table: address to answer. An address that is not in it is not reachable. */
import { type Http, HttpUnreachableError } from '../../ports/Http.ts';
import { httpAddress } from '../common/fetchHttp.ts';
import { streamOf } from '../common/streams.ts';

export interface TableAnswer {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  sample?: string;
}

export function createTableHttp(table: Readonly<Record<string, TableAnswer>>): Http {
  return {
    async fetch({ url }, signal) {
      signal.throwIfAborted();
      const { origin } = httpAddress(url);
      const answer = table[url];
      if (!answer) {
        throw new HttpUnreachableError(`Connect to ${origin} failed: Connection refused`, {
          explanation: `Mesin ini tanpa jaringan, dan \`${url}\` tidak ada di tabel jawabannya.`,
        });
      }
      const headers = Object.entries(answer.headers ?? {}).map(([name, value]) => [name.toLowerCase(), [value]]);
      return {
        status: answer.status ?? 200,
        headers: Object.fromEntries(headers),
        url,
        body: streamOf(answer.body ?? ''),
        ...(answer.sample !== undefined && { sample: answer.sample }),
      };
    },
  };
}
