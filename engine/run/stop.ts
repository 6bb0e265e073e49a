/**
 * A way to stop one thing. Its `AbortSignal` is made only when somebody asks for it: making one, with a listener, costs more than a
 * small task does.
 */
export class Stop {
  #controller: AbortController | undefined;
  #reason: Error | undefined;
  #reject: ((reason: Error) => void) | undefined;

  get stopped(): boolean {
    return this.#reason !== undefined;
  }

  /** Why; nothing while it goes on. */
  get reason(): Error | undefined {
    return this.#reason;
  }

  get signal(): AbortSignal {
    if (!this.#controller) {
      this.#controller = new AbortController();
      if (this.#reason) this.#controller.abort(this.#reason);
    }
    return this.#controller.signal;
  }

  /** The first reason counts. */
  stop(reason: Error): void {
    if (this.#reason) return;
    this.#reason = reason;
    this.#controller?.abort(reason);
    this.#reject?.(reason);
  }

  /** The work's end, or the reason as soon as it is stopped: what ignores its signal does not hold anybody up. Asked for once. */
  async race<T>(working: Promise<T>): Promise<T> {
    if (this.#reason) {
      working.catch(() => undefined);
      throw this.#reason;
    }
    return new Promise<T>((resolve, reject) => {
      this.#reject = reject;
      working.then(resolve, reject);
    });
  }
}
