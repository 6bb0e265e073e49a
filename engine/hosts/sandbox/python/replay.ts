/**
 * How Python gets an answer where its thread can't wait for one (a page's worker): it asks, and is started anew with the answers so far,
 * in order. Nobody sees the second start: what the script had said already is left out, and its files live in memory. A script that
 * asks for something else the second time gets a new answer from there on.
 */
import type { Calls } from '../calls.ts';
import type { Output } from '../output.ts';
import type { FetchRequest, Job } from '../protocol.ts';

export function replayed({ answers = [] }: Job, { startAnew }: Calls, output: Output): Required<Calls>['fetchAndWait'] {
  let next = 0;
  return (request) => {
    const known = answers[next];
    if (!known || !isSame(known.request, request)) {
      output.flush();
      return startAnew(next, request);
    }
    next += 1;
    return known.answer;
  };
}

const isSame = (a: FetchRequest, b: FetchRequest): boolean =>
  a.url === b.url &&
  a.method === b.method &&
  JSON.stringify([...(a.body ?? [])]) === JSON.stringify([...(b.body ?? [])]);
