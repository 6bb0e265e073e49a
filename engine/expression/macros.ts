/** Macros: they see their own parameters and nothing else. */
import type { Bound } from './arguments.ts';
import { InnerOutput } from './output.ts';
import { deeper, type Macro, made, Scope } from './scope.ts';

const NO_VARIABLES: Record<string, unknown> = {};

/** What is rendered in a macro by `render()` does not even see its parameters. */
class MacroScope extends Scope {
  override visible(): Record<string, unknown> {
    return this.variables;
  }
}

export function callMacro({ parameters, fallbacks, body }: Macro, given: Bound, scope: Scope): string {
  const turn = new MacroScope(NO_VARIABLES, scope.shared);
  for (const [index, name] of parameters.entries()) {
    turn.set(name, Object.hasOwn(given, name) ? given[name] : (fallbacks[index]?.(turn) ?? null));
  }
  const output = new InnerOutput(scope.shared);
  deeper(scope, () => body(turn, output));
  return made(output.result, scope);
}
