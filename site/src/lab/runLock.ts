/**
 * Which executions a page of this browser is at: held while it runs, let go by the browser itself when the page is gone. Where there are
 * no locks (plain http from another machine) nobody is held back.
 */
const nameOf = (execution: string): string => `alur-eksekusi-${execution}`;

/** Returns how to let go. */
export function hold(execution: string): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  navigator.locks?.request(nameOf(execution), () => promise).catch(() => undefined);
  return resolve;
}

export async function isHeld(execution: string): Promise<boolean> {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  return held.some(({ name }) => name === nameOf(execution));
}
