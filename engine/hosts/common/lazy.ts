/** Ports whose real thing is imported at the first use: a flow that needs neither database nor script loads neither. */
import type { Databases } from '../../ports/Databases.ts';
import type { FileDatabases } from '../../ports/FileDatabases.ts';
import type { Scripts } from '../../ports/Scripts.ts';

export interface Closable {
  close(): Promise<void>;
}

/** Made once, at the first call of `get`; `made` is it, or nothing when nobody asked. A failure is tried again. */
export function once<T>(make: () => Promise<T>): { get: () => Promise<T>; made: () => Promise<T> | undefined } {
  let made: Promise<T> | undefined;
  return {
    get() {
      made ??= make().catch((error: unknown) => {
        made = undefined;
        throw error;
      });
      return made;
    },
    made: () => made,
  };
}

export function lazyDatabases(make: () => Promise<Databases & Closable>): Databases & Closable {
  const { get, made } = once(make);
  return {
    connect: async (request, signal) => (await get()).connect(request, signal),
    close: async () => (await made()?.catch(() => undefined))?.close(),
  };
}

export function lazyFileDatabases(make: () => Promise<FileDatabases & Closable>): FileDatabases & Closable {
  const { get, made } = once(make);
  return {
    open: async (request, signal) => (await get()).open(request, signal),
    close: async () => (await made()?.catch(() => undefined))?.close(),
  };
}

export function lazyScripts(
  runner: Scripts['runner'],
  make: () => Promise<Scripts & Partial<Closable>>,
): Scripts & Closable {
  const { get, made } = once(make);
  return {
    runner,
    run: async (request, listener, signal) => (await get()).run(request, listener, signal),
    close: async () => (await made()?.catch(() => undefined))?.close?.(),
  };
}
