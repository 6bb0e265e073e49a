/** SECRET inputs: what a flow sees, and nobody else: masked in the log and where the execution is shown. */
import type { ExecutionLog } from './log.ts';
import type { RunState } from './state.ts';

const MASK = '******';

export function hideSecrets(state: RunState, log: ExecutionLog): void {
  for (const value of Object.values(secretsOf(state))) if (typeof value === 'string') log.hide(value);
}

export function shownInputs(state: RunState): Record<string, unknown> {
  const masked = Object.keys(secretsOf(state)).map((id) => [id, MASK]);
  return masked.length === 0 ? state.header.inputs : { ...state.header.inputs, ...Object.fromEntries(masked) };
}

function secretsOf({ flow, header }: RunState): Record<string, unknown> {
  const given = flow.inputs
    .filter(({ id, type }) => type === 'SECRET' && header.inputs[id] !== null && header.inputs[id] !== undefined)
    .map(({ id }) => [id, header.inputs[id]]);
  return Object.fromEntries(given);
}
