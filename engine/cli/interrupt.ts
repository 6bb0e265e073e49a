/**
 * Ctrl+C, or a friendly kill: the first one asks for an orderly end, a later one ends the process at once. One press may arrive twice
 * (from the terminal, and passed on by the launcher): within a moment it is the same one.
 */
const MOMENT_MS = 500;
const INTERRUPTED = 130;

/** Returns how to stop listening. */
export function onInterrupt(act: () => void): () => void {
  let first: number | undefined;
  const heard = (): void => {
    const now = performance.now();
    if (first === undefined) {
      first = now;
      act();
    } else if (now - first > MOMENT_MS) process.exit(INTERRUPTED);
  };
  process.on('SIGINT', heard).on('SIGTERM', heard);
  return () => void process.off('SIGINT', heard).off('SIGTERM', heard);
}
