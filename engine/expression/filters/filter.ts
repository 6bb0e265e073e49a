/** What a filter is: its name, its arguments in order, a line of help, an example that a test renders. */
import type { Scope } from '../scope.ts';

export interface Filter {
  name: string;
  args: readonly string[];
  help: string;
  /** Template and what it prints. */
  example: readonly [template: string, prints: string];
  apply(value: unknown, args: Record<string, unknown>, scope: Scope): unknown;
}
