/** What can go wrong in a jq program. */

/** It can't be read, or does what can't be done; `value` is what `catch` sees. */
export class JqError extends Error {
  override name = 'JqError';
  readonly value: unknown;

  constructor(value: unknown) {
    super(typeof value === 'string' ? value : 'error');
    this.value = value;
  }
}

/** What no `catch` sees: a pattern that can't be read. */
export class JqFault extends JqError {}

/** The way out of `label`. */
export class Break extends Error {
  readonly label: object;

  constructor(label: object) {
    super('break');
    this.label = label;
  }
}
