/** Stopped from outside: nobody waits for what comes of it. */
export class StoppedError extends Error {
  override name = 'StoppedError';
  /** By a person (or a service level), or because something beside it failed. */
  readonly because: 'killed' | 'cut' | 'closed';

  constructor(because: 'killed' | 'cut' | 'closed') {
    super('stopped');
    this.because = because;
  }
}
