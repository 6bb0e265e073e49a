/** The room's door: Pebble as Kestra sets it up. */
export { ExpressionError } from './errors.ts';
export type { IoRequest } from './failures.ts';
export { type Inspection, inspectTemplate, type Reference } from './inspect.ts';
export { attempt, type Outcome, render, renderTyped } from './render.ts';
export type { Answer, RenderOptions } from './scope.ts';
export { stringify } from './values.ts';
