/** Arguments given to the names that a filter, function or macro has: worked out once, only evaluated when rendered. */
import type { Argument } from './ast.ts';
import { Failure } from './failures.ts';
import type { Scope } from './scope.ts';

export type Evaluate = (scope: Scope) => unknown;
export type Bound = Readonly<Record<string, unknown>>;

/** Names in order; `any`: whatever is given, by its number. */
export type Names = readonly string[] | 'any';

const NOTHING: Bound = Object.freeze({});

export function bindArguments(
  given: readonly Argument[],
  names: Names,
  compile: (value: Argument['value']) => Evaluate,
): (scope: Scope) => Bound {
  if (given.length === 0) return () => NOTHING;
  const slots: { name: string; value: Evaluate }[] = [];
  let position = 0;
  for (const { name, value } of given) {
    const slot = name ?? (names === 'any' ? String(position) : names[position]);
    if (name === undefined) position++;
    if (slot === undefined) return refuse(tooMany(position, names.length));
    if (name !== undefined && names !== 'any' && !names.includes(name)) return refuse(unknown(name, names));
    slots.push({ name: slot, value: compile(value) });
  }
  const [only] = slots;
  if (slots.length === 1 && only) return (scope) => ({ [only.name]: only.value(scope) });
  return (scope) => {
    const bound: Record<string, unknown> = {};
    for (const { name, value } of slots) bound[name] = value(scope);
    return bound;
  };
}

const refuse = (failure: () => Failure) => (): never => {
  throw failure();
};

const tooMany = (position: number, most: number) => () =>
  new Failure(
    `The argument at position ${position} is not allowed. Only ${most} argument(s) are allowed.`,
    most === 0 ? 'Ini tidak menerima argumen.' : `Ini hanya menerima ${most} argumen.`,
  );

const unknown = (name: string, names: readonly string[]) => () =>
  new Failure(
    `The following named argument does not exist: ${name}`,
    `Argumen \`${name}\` tidak ada. ${names.length > 0 ? `Yang ada: ${names.join(', ')}.` : 'Ini tidak menerima argumen.'}`,
  );
