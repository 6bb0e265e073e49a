/** What is defined where a jq program runs, and taking values apart into variables. */
import type { JqNode, Pattern } from './ast.ts';
import { JqError } from './errors.ts';
import { index } from './paths.ts';

/** What is defined here and further out: variables as `$x`, functions as `f/1`. */
export type Env =
  | { name: string; up: Env | undefined; value: unknown }
  | { name: string; up: Env | undefined; parameters: readonly string[]; body: JqNode }
  /** An argument: it runs where it was written. */
  | { name: string; up: Env | undefined; argument: JqNode; env: Env | undefined };

export function variable(env: Env | undefined, name: string): unknown {
  for (let here = env; here; here = here.up) if (here.name === `$${name}` && 'value' in here) return here.value;
  throw new JqError(`$${name} is not defined`);
}

/** Works out the keys of a pattern. */
type Values = (node: JqNode, env: Env | undefined, value: unknown) => Iterable<unknown>;
type Bound = Generator<Env | undefined, void, undefined>;

/** Each way in which the value fills the pattern. */
export function* bound(pattern: Pattern, value: unknown, env: Env | undefined, values: Values): Bound {
  if (pattern.kind === 'variable') yield { name: `$${pattern.name}`, up: env, value };
  else yield* boundAll(stepsOf(pattern), 0, value, env, values);
}

interface PatternStep {
  key: JqNode;
  of: Pattern | undefined;
  name: string | undefined;
}

const stepsOf = (pattern: Exclude<Pattern, { kind: 'variable' }>): PatternStep[] =>
  pattern.kind === 'list'
    ? pattern.items.map((of, at) => ({ key: { kind: 'literal', value: at }, of, name: undefined }))
    : pattern.entries.map(({ key, name, value: of }) => ({ key, of, name }));

function* boundAll(
  steps: readonly PatternStep[],
  at: number,
  value: unknown,
  env: Env | undefined,
  values: Values,
): Bound {
  const step = steps[at];
  if (!step) {
    yield env;
    return;
  }
  for (const key of values(step.key, env, value)) {
    const item = index(value, key);
    const here: Env | undefined = step.name === undefined ? env : { name: `$${step.name}`, up: env, value: item };
    if (!step.of) yield* boundAll(steps, at + 1, value, here, values);
    else for (const inner of bound(step.of, item, here, values)) yield* boundAll(steps, at + 1, value, inner, values);
  }
}
