/** The public door of the engine. */
export type * from './door.ts';
export { ExpressionError, render, renderTyped } from './expression/index.ts';
export {
  type Applied,
  applyFixes,
  type Completions,
  completions,
  flowGraph,
  type Graph,
  type GraphNode,
  missingSubflows,
  parseFlow,
} from './flow/index.ts';
export { diagnosticTitles } from './messages/titles.ts';
export { askSql, type ConsoleAnswer } from './plugins/jdbc/console.ts';
export type { Host } from './ports/Host.ts';
export { createEngine, type EngineOptions } from './run/engine.ts';
export { InputError, InvalidFlowError, NotFoundError, RefusedError } from './run/errors.ts';
