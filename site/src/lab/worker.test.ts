import { expose } from 'comlink';
import { expect, test, vi } from 'vitest';
import { BROKEN, createWorkshop } from './worker.ts';

/** A worker whose other side is here: it opens, and answers `execution` never. */
class FakeWorker extends EventTarget implements Worker {
  onmessage = null;
  onmessageerror = null;
  onerror = null;
  readonly terminate = vi.fn();
  private readonly near: MessagePort;

  constructor(open: () => Promise<void> = async () => undefined) {
    super();
    const { port1, port2 } = new MessageChannel();
    this.near = port1;
    port1.addEventListener('message', ({ data }) => this.dispatchEvent(new MessageEvent('message', { data })));
    port1.start();
    expose({ open, execution: () => new Promise(() => undefined), stopCheck: async () => undefined }, port2);
  }

  postMessage(message: unknown, options?: StructuredSerializeOptions | Transferable[]): void {
    if (Array.isArray(options)) this.near.postMessage(message, options);
    else this.near.postMessage(message, options);
  }

  die(): void {
    this.dispatchEvent(Object.assign(new Event('error', { cancelable: true }), { message: 'Uncaught Error: x' }));
  }
}

test('whoever waits for a worker that dies is told, in words for a learner; the next question starts a new one', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const made: FakeWorker[] = [];
  const workshop = createWorkshop(
    () => made[made.push(new FakeWorker()) - 1] ?? new FakeWorker(),
    '/',
    () => undefined,
  );
  await workshop.ask((api) => api.stopCheck());
  const waiting = workshop.ask((api) => api.execution('e'));
  made[0]?.die();
  await expect(waiting).rejects.toThrow(BROKEN);
  expect(made[0]?.terminate).toHaveBeenCalledOnce();
  await workshop.ask((api) => api.stopCheck());
  expect(made).toHaveLength(2);
});

test('a worker that is ended says why', async () => {
  const workshop = createWorkshop(
    () => new FakeWorker(),
    '/',
    () => undefined,
  );
  const waiting = workshop.ask((api) => api.execution('e'));
  workshop.end('cukup');
  await expect(waiting).rejects.toThrow('cukup');
});

test('a worker that can not open is given up, and tried anew', async () => {
  let broken = true;
  const open = async () => {
    if (broken) throw new Error('aset tidak ada');
  };
  const workshop = createWorkshop(
    () => new FakeWorker(open),
    '/',
    () => undefined,
  );
  await expect(workshop.ask((api) => api.stopCheck())).rejects.toThrow();
  broken = false;
  await workshop.ask((api) => api.stopCheck());
});
