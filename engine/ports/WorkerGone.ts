/**
 * The thread, process or page worker that did the work ended in the middle of it, by itself: out of memory, or broken. What had been
 * finished before stands; the work can be tried again.
 */
export class WorkerGoneError extends Error {
  override name = 'WorkerGoneError';
}
