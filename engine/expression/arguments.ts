/** Arguments given to the names that a filter, function or macro has: worked out once, only evaluated when rendered. */
import type { Argument } from './ast.ts';
import type { Evaluate } from './closure.ts';
import { constantOf } from './constants.ts';
import { Failure } from './failures.ts';
import type { Scope } from './scope.ts';

export type Bound = Readonly<Record<string, unknown>>;

/** Names in order; `any`: whatever is given, by its number. */
export type Names = readonly string[] | 'any';

export interface Given {
  /** Where all of them are written out: always these. */
  known?: Bound;
  of(scope: Scope): Bound;
}

const NOTHING: Bound = Object.freeze({});

export function bindArguments(
  given: readonly Argument[],
  names: Names,
  compile: (value: Argument['value']) => Evaluate,
): Given {
  if (given.length === 0) return always(NOTHING);
  const slots: { name: string; value: Evaluate }[] = [];
  const known: Record<string, unknown> = {};
  let position = 0;
  for (const { name, value } of given) {
    const slot = name ?? (names === 'any' ? String(position) : names[position]);
    if (name === undefined) position++;
    if (slot === undefined) return refuse(tooMany(position, names.length));
    if (name !== undefined && names !== 'any' && !names.includes(name)) return refuse(unknown(name, names));
    slots.push({ name: slot, value: compile(value) });
    const constant = constantOf(value);
    if (constant) known[slot] = constant.value;
  }
  if (slots.every(({ name }) => Object.hasOwn(known, name))) return always(known);
  return {
    of: (scope) => {
      const bound: Record<string, unknown> = {};
      for (const { name, value } of slots) bound[name] = value(scope);
      return bound;
    },
  };
}

const always = (known: Bound): Given => ({ known, of: () => known });

const refuse = (failure: () => Failure): Given => ({
  of: () => {
    throw failure();
  },
});

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
