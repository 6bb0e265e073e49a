/**
 * What was given becomes the values the flow sees; everything that does not fit is said, all at once, before anything starts.
 * An input comes after those it depends on, and its expressions see only these. One whose condition is not `true` is left out, and what depends
 * on it too.
 */
import type { Input, InputProblem } from '../../door.ts';
import { inOrder } from './dependencies.ts';
import { javaText } from './javaText.ts';
import { convert, Unfit } from './types.ts';

export interface ResolveOptions {
  /** Renders a default with these variables, to text. */
  render(template: string, variables: Record<string, unknown>): Promise<unknown>;
  /** Renders a condition or a list of choices: a lone `{{ }}` keeps its type. */
  renderTyped(template: string, variables: Record<string, unknown>): Promise<unknown>;
}

export interface Resolved {
  /** Nested where an id has dots: `a.b` is `{ a: { b } }`. */
  values: Record<string, unknown>;
  problems: InputProblem[];
  /** Given, but not in the flow. */
  undeclared: string[];
}

type Outcome = { value: unknown } | { problem: InputProblem } | 'left out';

export async function resolveInputs(
  inputs: readonly Input[],
  given: Record<string, unknown>,
  options: ResolveOptions,
): Promise<Resolved> {
  const byId = new Map<string, unknown>();
  const problems: InputProblem[] = [];
  const unknown = new Set<string>();
  const leftOut = new Set<string>();
  for (const input of inOrder(inputs).inputs) {
    // What its own inputs lack is said there already.
    if (input.dependsOn?.inputs.some((id) => unknown.has(id))) {
      unknown.add(input.id);
      continue;
    }
    const seen = nested([...byId].filter(([id]) => input.dependsOn?.inputs.includes(id)));
    const outcome = input.dependsOn?.inputs.some((id) => leftOut.has(id))
      ? 'left out'
      : await resolved(input, given[input.id], { inputs: seen }, options);
    if (outcome === 'left out') {
      leftOut.add(input.id);
      continue;
    }
    if ('problem' in outcome) {
      unknown.add(input.id);
      problems.push(outcome.problem);
    }
    if ('value' in outcome) byId.set(input.id, outcome.value);
  }
  const order = new Map(inputs.map(({ id }, index) => [id, index]));
  problems.sort((a, b) => (order.get(a.input) ?? 0) - (order.get(b.input) ?? 0));
  return { values: nested([...byId]), problems, undeclared: Object.keys(given).filter((id) => !order.has(id)) };
}

async function resolved(
  input: Input,
  given: unknown,
  variables: Record<string, unknown>,
  options: ResolveOptions,
): Promise<Outcome> {
  const problem = (message: string, explanation: string, shown: unknown = given): Outcome => ({
    problem: {
      input: input.id,
      message: `Invalid input for \`${input.id}\`, ${message}, but received \`${javaText(shown ?? null)}\``,
      explanation: `Input \`${input.id}\` ${explanation}`,
    },
  });
  if (!(await isWanted(input, variables, options))) return 'left out';
  try {
    const choices = await choicesOf(input, variables, options);
    const value = isMissing(input, given) ? await fallback(input, choices, variables, options) : given;
    if (value === undefined || value === null)
      return input.required ? problem('missing required input', 'belum diisi.', null) : { value: null };
    // What nobody has to choose may be anything (Kestra 1.1.15).
    if (!input.required && isChoice(input)) return { value: javaText(value) };
    return { value: convert(input.type, value, choices) };
  } catch (error) {
    if (error instanceof Unfit) return problem(error.message, error.explanation, given ?? input.defaults);
    const message = error instanceof Error ? error.message : String(error);
    return problem(`${UNRENDERED}: ${message}`, `tidak bisa dihitung: ${message}`);
  }
}

/** What Kestra says before the words of the expression. */
const UNRENDERED = 'io.kestra.core.exceptions.IllegalVariableEvaluationException';

/** An empty text is a value; an address of a file can't be empty. */
const isMissing = ({ type }: Input, given: unknown): boolean =>
  given === undefined || given === null || (type === 'FILE' && given === '');

const isChoice = ({ type }: Input): boolean => type === 'SELECT' || type === 'ENUM';

/** Only `true` asks for it; where the condition can't be rendered, it is not asked for. */
async function isWanted(
  { dependsOn }: Input,
  variables: Record<string, unknown>,
  { renderTyped }: ResolveOptions,
): Promise<boolean> {
  if (dependsOn?.condition === undefined) return true;
  try {
    return (await renderTyped(dependsOn.condition, variables)) === true;
  } catch {
    return false;
  }
}

async function fallback(
  { defaults, options: { autoSelectFirst }, type }: Input,
  { values }: Record<string, unknown>,
  variables: Record<string, unknown>,
  { render }: ResolveOptions,
): Promise<unknown> {
  if (defaults !== undefined)
    return typeof defaults === 'string' && defaults.includes('{') ? render(defaults, variables) : defaults;
  const first: unknown = autoSelectFirst === true && Array.isArray(values) ? values[0] : undefined;
  return first !== undefined && type === 'MULTISELECT' ? [first] : first;
}

/** A SELECT's values may come from an expression. */
async function choicesOf(
  { options, type }: Input,
  variables: Record<string, unknown>,
  { renderTyped }: ResolveOptions,
): Promise<Record<string, unknown>> {
  if ((type !== 'SELECT' && type !== 'MULTISELECT') || typeof options.expression !== 'string') return options;
  const list = parsedList(await renderTyped(options.expression, variables));
  if (!Array.isArray(list))
    throw new Unfit(
      'Invalid expression result. Expected a list of strings, but received String',
      'punya `expression` yang tidak menghasilkan daftar.',
    );
  return { ...options, values: list.map(javaText) };
}

function parsedList(value: unknown): unknown {
  if (typeof value !== 'string' || !value.trim().startsWith('[')) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** `a.b` stands in a map `a`. Where `a` is a value itself, `b` stands beside it, as in a Kestra. */
function nested(values: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  const all: Record<string, unknown> = {};
  for (const [id, value] of values) {
    const steps = id.split('.').filter((step) => step !== '');
    const last = steps.pop() ?? id;
    let map = all;
    for (const step of steps) {
      const inner: unknown = Object.hasOwn(map, step) ? map[step] : {};
      if (typeof inner !== 'object' || inner === null) break;
      put(map, step, inner);
      map = inner as Record<string, unknown>;
    }
    put(map, last, value);
  }
  return all;
}

/** As an own property, whatever it is called: `__proto__` too. */
const put = (map: Record<string, unknown>, key: string, value: unknown): void => {
  Object.defineProperty(map, key, { value, enumerable: true, writable: true, configurable: true });
};
