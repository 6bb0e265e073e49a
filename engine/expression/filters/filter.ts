/** What a filter is: its name, its arguments in order, a line of help, an example that a test renders. */
import type { Names } from '../arguments.ts';
import type { Scope } from '../scope.ts';

export interface Filter {
  name: string;
  /** `any`: as in a Kestra, arguments that it does not have are passed over. */
  args: Names;
  help: string;
  /** Template and what it prints. */
  example: readonly [template: string, prints: string];
  /** An unknown name before it is null, not an error. */
  catches?: true;
  apply(value: unknown, args: Readonly<Record<string, unknown>>, scope: Scope): unknown;
}
