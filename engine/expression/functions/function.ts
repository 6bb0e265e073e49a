/** What a function is: its name, its arguments in order, a line of help, an example that a test renders (none where it needs a host). */
import type { Names } from '../arguments.ts';
import type { Scope } from '../scope.ts';

export interface PebbleFunction {
  name: string;
  args: Names;
  help: string;
  example?: readonly [template: string, prints: string];
  /** Steps that one call counts for, as for filters. */
  cost?: number;
  call(args: Readonly<Record<string, unknown>>, scope: Scope): unknown;
}
