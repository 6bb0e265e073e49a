/** What was given becomes the values the flow sees; everything that does not fit is said, all at once, before anything starts. */
import type { Input, InputProblem } from '../../door.ts';
import { isTruthy } from '../../expression/truthy.ts';
import { convert, Unfit } from './types.ts';

export interface ResolveOptions {
  /** Renders a default or a condition with these variables. */
  render(template: string, variables: Record<string, unknown>): unknown;
}

export interface Resolved {
  values: Record<string, unknown>;
  problems: InputProblem[];
  /** Given, but not in the flow. */
  undeclared: string[];
}

export function resolveInputs(
  inputs: readonly Input[],
  given: Record<string, unknown>,
  options: ResolveOptions,
): Resolved {
  const values: Record<string, unknown> = {};
  const problems: InputProblem[] = [];
  for (const input of inputs) {
    const outcome = resolved(input, given[input.id], values, options);
    if ('value' in outcome) values[input.id] = outcome.value;
    else problems.push(outcome);
  }
  const declared = new Set(inputs.map(({ id }) => id));
  return { values, problems, undeclared: Object.keys(given).filter((id) => !declared.has(id)) };
}

function resolved(
  input: Input,
  given: unknown,
  values: Record<string, unknown>,
  options: ResolveOptions,
): { value: unknown } | InputProblem {
  const problem = (message: string, explanation: string, shown?: unknown): InputProblem => ({
    input: input.id,
    message: `Invalid input for \`${input.id}\`, ${message}, but received \`${shown === undefined ? null : String(shown)}\``,
    explanation: `Input \`${input.id}\` ${explanation}`,
  });
  if (!isWanted(input, values, options)) return { value: null };
  try {
    const value = given === undefined || given === null || given === '' ? fallback(input, values, options) : given;
    if (value === undefined || value === null) {
      return input.required ? problem('missing required input', 'belum diisi.') : { value: null };
    }
    return { value: convert(input.type, value, selectable(input, values, options)) };
  } catch (error) {
    if (error instanceof Unfit) return problem(error.message, error.explanation, given ?? input.defaults);
    const message = error instanceof Error ? error.message : String(error);
    return problem(message, `tidak bisa dihitung: ${message}`, given);
  }
}

/** dependsOn: an input whose condition is false is not asked for. */
function isWanted({ dependsOn }: Input, values: Record<string, unknown>, { render }: ResolveOptions): boolean {
  if (!dependsOn) return true;
  if (dependsOn.inputs.some((id) => values[id] === undefined || values[id] === null)) return false;
  return dependsOn.condition === undefined || isTruthy(render(dependsOn.condition, { inputs: values }));
}

function fallback({ defaults }: Input, values: Record<string, unknown>, { render }: ResolveOptions): unknown {
  return typeof defaults === 'string' && defaults.includes('{') ? render(defaults, { inputs: values }) : defaults;
}

/** A SELECT's values may come from an expression. */
function selectable(
  { options, type }: Input,
  values: Record<string, unknown>,
  { render }: ResolveOptions,
): Record<string, unknown> {
  if ((type !== 'SELECT' && type !== 'MULTISELECT') || typeof options.expression !== 'string') return options;
  const rendered = render(options.expression, { inputs: values });
  const list: unknown = typeof rendered === 'string' ? JSON.parse(rendered) : rendered;
  return { ...options, values: list };
}
