/** The thread's end of the line to its host. */
import { parentPort } from 'node:worker_threads';
import type { HostPort } from '../../sandbox/protocol.ts';

export function threadPort(): HostPort {
  const port = parentPort;
  if (!port) throw new Error('not in a thread');
  return {
    post: (message, transfer = []) => port.postMessage(message, transfer as never),
    listen: (onMessage) => void port.on('message', onMessage),
  };
}
