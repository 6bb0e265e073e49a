/** `dependsOn` between inputs: in which order they can be known, and where they go round in a circle. */
import type { Input } from '../../door.ts';
import { diagnosticMessages as say } from '../../messages/diagnostics.ts';
import { nearest } from '../nearest.ts';
import type { Reader } from '../reader.ts';
import type { Path } from '../source.ts';

export function checkDependencies(reader: Reader, placed: readonly { input: Input; at: Path }[]): void {
  const byId = new Map(placed.map(({ input }) => [input.id, input]));
  for (const { input, at } of placed) {
    for (const [index, id] of (input.dependsOn?.inputs ?? []).entries()) {
      if (byId.has(id)) continue;
      const message = say.unknownInput(id, nearest(id, byId.keys()));
      reader.report('unknown-reference', [...at, 'dependsOn', 'inputs', index], message);
    }
  }
  const { cycle } = ordered(placed.map(({ input }) => input));
  const where = cycle && placed.find(({ input }) => input.id === cycle[0]);
  if (cycle && where)
    reader.report(
      'bad-input',
      [...where.at, 'dependsOn'],
      say.badInput(cycle[0] ?? '', `menunggu dirinya sendiri: ${cycle.join(' → ')}.`),
    );
}

/** Each input after those it depends on, otherwise as written. A circle, where there is one, is left as written. */
export function ordered(inputs: readonly Input[]): { inputs: Input[]; cycle?: string[] } {
  const byId = new Map(inputs.map((input) => [input.id, input]));
  const done = new Set<Input>();
  let cycle: string[] | undefined;
  const visit = (input: Input, way: readonly string[]): void => {
    if (done.has(input)) return;
    if (way.includes(input.id)) {
      cycle ??= [...way.slice(way.indexOf(input.id)), input.id];
      return;
    }
    for (const id of input.dependsOn?.inputs ?? []) {
      const needed = byId.get(id);
      if (needed) visit(needed, [...way, input.id]);
    }
    done.add(input);
  };
  for (const input of inputs) visit(input, []);
  return { inputs: [...done], ...(cycle && { cycle }) };
}
