/** The worker of one PGlite as seen from outside: questions with typed answers, and an end that comes at once. */
import { DatabaseError } from '../../ports/Databases.ts';
import type { Answer, Ask, Operation, Reply, Request, WorkerPort } from './protocol.ts';

export interface Client {
  /** Rejects with `DatabaseError`, or with the reason the worker was ended for. */
  ask<O extends Operation>(operation: O, ask: Ask<O>, transfer?: ArrayBuffer[]): Promise<Answer<O>>;
  /** Kills the worker, whatever it is doing; all that waits rejects with the reason. */
  end(reason: unknown): void;
  readonly ended: boolean;
}

interface Waiting {
  resolve(answer: unknown): void;
  reject(reason: unknown): void;
}

export function createClient(port: WorkerPort): Client {
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
      const error = new Error(reply.broken);
      asked?.reject(error);
      end(error);
    }
  };
  port.listen(receive, (why) => end(new Error(why)));

  return {
    ask: (operation, ask, transfer = []) => {
      if (endedBy) return Promise.reject(endedBy.reason);
      lastId += 1;
      const id = lastId;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        port.post({ ...ask, id, operation } as unknown as Request, transfer);
      });
    },
    end,
    get ended() {
      return endedBy !== undefined;
    },
  };
}
