/** What a filter is: its name, its arguments in order, a line of help, an example that a test renders. */
import type { Bound, Names } from '../arguments.ts';
import type { Scope } from '../scope.ts';

export interface Filter {
  name: string;
  /** `any`: as in a Kestra, arguments that it does not have are passed over. */
  args: Names;
  help: string;
  /** Template and what it prints. */
  example: readonly [template: string, prints: string];
  /** Steps that one call counts for, beside what grows with its value; 1 where nothing is said. A step takes about a microsecond. */
  cost?: number;
  /** An unknown name before it is null, not an error. */
  catches?: true;
  apply(value: unknown, args: Bound, scope: Scope): unknown;
  /** The same for arguments that are written out, worked out once; undefined where they are not as usual, and `apply` says why. */
  ready?(args: Bound): ((value: unknown, scope: Scope) => unknown) | undefined;
}
