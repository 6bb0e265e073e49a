/** What a function is: its name, its arguments in order, a line of help, an example that a test renders (none where it needs a host). */
import type { Scope } from '../scope.ts';

export interface PebbleFunction {
  name: string;
  /** `*` as the last: any further named ones. */
  args: readonly string[];
  help: string;
  example?: readonly [template: string, prints: string];
  call(args: Record<string, unknown>, scope: Scope): unknown;
}
