/**
 * A worker that answers questions, as seen from outside: a request with a number, a reply with the same number, and an end that comes
 * at once. The same for Node's threads and processes and the page's module workers.
 */
import { DatabaseError } from '../../ports/Databases.ts';
import { WorkerGoneError } from '../../ports/WorkerGone.ts';

/** What can be asked, by name. */
export type Operations = Record<string, { ask: object; answer: unknown }>;

/** What Postgres or DuckDB refused, as it crosses a worker. */
export interface Refusal {
  message: string;
  sqlState?: string;
  position?: number;
  detail?: string;
  hint?: string;
  where?: string;
}

export type Reply =
  | { id: number; answer: unknown }
  /** The database refused; the worker lives on. */
  | { id: number; refused: Refusal }
  /** The machine below broke: the worker is of no more use. */
  | { id: number; broken: string };

/** One end of a worker, whatever kind of worker it is. */
export interface WorkerPort {
  post(request: object, transfer: ArrayBuffer[]): void;
  listen(onReply: (reply: Reply) => void, onEnd: (why: string) => void): void;
  terminate(): void;
}

export interface Client<O extends Operations> {
  /** Rejects with `DatabaseError`, or with the reason the worker was ended for. */
  ask<N extends keyof O>(operation: N, ask: O[N]['ask'], transfer?: ArrayBuffer[]): Promise<O[N]['answer']>;
  /** Kills the worker, whatever it is doing; all that waits rejects with the reason. */
  end(reason: unknown): void;
  readonly ended: boolean;
}

interface Waiting {
  resolve(answer: unknown): void;
  reject(reason: unknown): void;
}

export function createClient<O extends Operations>(port: WorkerPort): Client<O> {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let endedBy: { reason: unknown } | undefined;

  const end = (reason: unknown) => {
    if (endedBy) return;
    endedBy = { reason };
    port.terminate();
    for (const { reject } of waiting.values()) reject(reason);
    waiting.clear();
  };

  const receive = (reply: Reply) => {
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ('answer' in reply) asked?.resolve(reply.answer);
    else if ('refused' in reply) asked?.reject(new DatabaseError(reply.refused.message, reply.refused));
    else {
      const error = new WorkerGoneError(reply.broken);
      asked?.reject(error);
      end(error);
    }
  };
  port.listen(receive, (why) => end(new WorkerGoneError(why)));

  return {
    ask: (operation, ask, transfer = []) => {
      if (endedBy) return Promise.reject(endedBy.reason);
      lastId += 1;
      const id = lastId;
      return new Promise<never>((resolve: (answer: never) => void, reject) => {
        waiting.set(id, { resolve: resolve as Waiting['resolve'], reject });
        port.post({ ...ask, id, operation }, transfer);
      });
    },
    end,
    get ended() {
      return endedBy !== undefined;
    },
  };
}
