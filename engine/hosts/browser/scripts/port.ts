/** The worker's end of the line to its host. */
import type { HostPort } from '../../sandbox/protocol.ts';

export function workerPort(): HostPort {
  const post = self.postMessage.bind(self) as (message: unknown, transfer: Transferable[]) => void;
  return {
    post: (message, transfer = []) => post(message, transfer),
    listen: (onMessage) => self.addEventListener('message', (event) => onMessage((event as MessageEvent).data)),
  };
}
