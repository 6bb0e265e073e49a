/** The thread's end of the line to its host. */
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { HostPort } from '../../sandbox/protocol.ts';

export function threadPort(): HostPort {
  const port = parentPort;
  if (!port) throw new Error('not in a thread');
  const cell = new Int32Array(new SharedArrayBuffer(4));
  const receive = receiveMessageOnPort;
  const { wait } = Atomics;
  return {
    post: (message, transfer = []) => port.postMessage(message, transfer as never),
    listen: (onMessage) => void port.on('message', onMessage),
    ...(workerData?.canWait && {
      waitForMessage() {
        for (;;) {
          const received = receive(port);
          if (received) return received.message;
          wait(cell, 0, 0, 2);
        }
      },
    }),
  };
}
