/** Macros: they see their own parameters and nothing else. */
import type { Bound } from './arguments.ts';
import { TextOutput } from './output.ts';
import { deeper, type Macro, made, Scope } from './scope.ts';

const NO_VARIABLES: Record<string, unknown> = {};

export function callMacro({ parameters, fallbacks, body }: Macro, given: Bound, scope: Scope): string {
  const turn = new Scope(NO_VARIABLES, scope.shared);
  for (const [index, name] of parameters.entries()) {
    turn.set(name, Object.hasOwn(given, name) ? given[name] : (fallbacks[index]?.(turn) ?? null));
  }
  const output = new TextOutput(scope.shared.limits.characters, scope.shared.options.autoEscaping);
  deeper(scope, () => body(turn, output));
  return made(output.result, scope);
}
