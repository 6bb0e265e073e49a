/** Stopped from outside, by a person or a failing sibling: nobody waits for what comes of it. */
export class StoppedError extends Error {
  override name = 'StoppedError';
}
