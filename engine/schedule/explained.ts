/** Why a trigger could not fire, in Indonesian where that is known. */
import { ExpressionError } from '../expression/index.ts';
import { TaskError } from '../plugins/definition.ts';

export function explained(error: unknown): string {
  const own = error instanceof ExpressionError || error instanceof TaskError ? error.explanation : undefined;
  const message = error instanceof Error ? error.message : String(error);
  return own ?? message;
}
