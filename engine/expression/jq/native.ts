/** How functions of jq's own are written down: by the values of their arguments, or by what they run. */
import type { JqNode } from './ast.ts';
import type { Env } from './bind.ts';
import { JqError } from './errors.ts';
import type { Hit, Machine, Native, Results } from './machine.ts';
import { type Kind, kindOf } from './order.ts';

export type Entry = readonly [name: string, native: Native];

/** One result of each combination of the arguments' values; the first argument turns slowest. */
export function plain(
  name: string,
  count: number,
  work: (input: unknown, args: readonly unknown[], machine: Machine) => unknown,
): Entry {
  function* combined(
    machine: Machine,
    args: readonly JqNode[],
    env: Env | undefined,
    input: unknown,
    given: readonly unknown[],
  ): Generator<readonly unknown[]> {
    const next = args[given.length];
    if (!next) yield given;
    else
      for (const value of machine.values(next, env, input))
        yield* combined(machine, args, env, input, [...given, value]);
  }
  return [
    `${name}/${count}`,
    function* (machine, args, env, at) {
      for (const given of combined(machine, args, env, at.value, [])) {
        machine.counter.tick();
        yield found(at, work(at.value, given, machine));
      }
    },
  ];
}

/** One that runs its arguments itself. */
export const running = (
  name: string,
  count: number,
  native: (machine: Machine, args: readonly JqNode[], env: Env | undefined, at: Hit) => Results,
): Entry => [`${name}/${count}`, native];

/** A value that stands nowhere in what it was made from. */
export const found = (at: Hit, value: unknown): Hit => ({ value, path: at.path === undefined ? undefined : 'nowhere' });

export const argument = (args: readonly JqNode[], at: number): JqNode => args[at] ?? { kind: 'identity' };

export function listOf(value: unknown, name: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw notFor(name, value, ['array']);
}

export function textOf(value: unknown, name: string): string {
  if (typeof value === 'string') return value;
  throw notFor(name, value, ['string']);
}

export const notFor = (name: string, value: unknown, wanted: readonly Kind[]): JqError =>
  new JqError(
    `${name} is not applicable to ${kindOf(value).toUpperCase()}; expected one of [${wanted.map((kind) => kind.toUpperCase()).join(', ')}]`,
  );
