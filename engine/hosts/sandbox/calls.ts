/** Questions a worker asks its host, answered by number. */
import type { FetchAnswer, FetchRequest, HostPort, Job, PythonAnswer, ToWorker } from './protocol.ts';

export interface Calls {
  fetch(request: FetchRequest): Promise<FetchAnswer>;
  runPython(job: Job): Promise<PythonAnswer>;
  /** The same without giving up the thread, where the port can wait. */
  fetchAndWait?(request: FetchRequest): FetchAnswer;
  /** Asks the host to end this worker and to start another one that knows the answer. */
  startAnew(at: number, request: FetchRequest): never;
}

/** `pump` handles the next message from the host, waiting for it. */
export function createCalls(port: HostPort, pump?: () => void): Calls & { onMessage(message: ToWorker): void } {
  let next = 0;
  const fetches = new Map<number, (answer: FetchAnswer) => void>();
  const pythons = new Map<number, (answer: PythonAnswer) => void>();
  return {
    ...(pump && {
      fetchAndWait(request: FetchRequest) {
        const answers: FetchAnswer[] = [];
        fetches.set(++next, (answer) => void answers.push(answer));
        port.post({ type: 'fetch', id: next, request });
        for (;;) {
          const [answer] = answers;
          if (answer) return answer;
          pump();
        }
      },
    }),
    startAnew(at, request) {
      port.post({ type: 'startAnew', at, request });
      for (;;);
    },
    fetch: (request) =>
      new Promise((resolve) => {
        fetches.set(++next, resolve);
        port.post({ type: 'fetch', id: next, request });
      }),
    runPython: (job) =>
      new Promise((resolve) => {
        pythons.set(++next, resolve);
        port.post({ type: 'runPython', id: next, job });
      }),
    onMessage(message) {
      if (message.type === 'fetched') fetches.get(message.id)?.(message.answer);
      if (message.type === 'ranPython') pythons.get(message.id)?.(message.answer);
    },
  };
}
