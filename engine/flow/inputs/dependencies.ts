/** `dependsOn` between inputs: in which order they can be known, and where they go round in a circle. */
import type { Input } from '../../door.ts';
import { diagnosticMessages as say } from '../../messages/diagnostics.ts';
import { ordered } from '../order.ts';
import type { Reader } from '../reader.ts';
import type { Path } from '../source.ts';

export function checkDependencies(reader: Reader, placed: readonly { input: Input; at: Path }[]): void {
  const byId = new Map(placed.map(({ input }) => [input.id, input]));
  for (const { input, at } of placed) {
    for (const [index, id] of (input.dependsOn?.inputs ?? []).entries()) {
      if (byId.has(id)) continue;
      const message = say.unknownInput(id, reader.suggest(id, byId.keys()));
      reader.report('unknown-reference', [...at, 'dependsOn', 'inputs', index], message);
    }
  }
  const { cycle } = inOrder(placed.map(({ input }) => input));
  const where = cycle && placed.find(({ input }) => input.id === cycle[0]);
  if (cycle && where)
    reader.report(
      'bad-input',
      [...where.at, 'dependsOn'],
      say.badInput(cycle[0] ?? '', `menunggu dirinya sendiri: ${cycle.join(' → ')}.`),
    );
}

/** Each input after those it depends on, otherwise as written. */
export function inOrder(inputs: readonly Input[]): { inputs: Input[]; cycle?: string[] } {
  const byId = new Map(inputs.map((input) => [input.id, input]));
  const { order, cycle } = ordered([...byId.keys()], (id) => byId.get(id)?.dependsOn?.inputs ?? []);
  return { inputs: order.flatMap((id) => byId.get(id) ?? []), ...(cycle && { cycle }) };
}
