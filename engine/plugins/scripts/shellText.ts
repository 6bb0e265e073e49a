/** What is ours to install, beforeCommands and commands become one script, so that `cd` and exports persist; it stops at the first failure. */
import type { Piece } from './pieces.ts';
import type { ScriptProperties } from './properties.ts';

export async function shellText(
  { beforeCommands = [], failFast }: Pick<ScriptProperties, 'beforeCommands' | 'failFast'>,
  first: readonly Piece[],
  commands: readonly Piece[],
  render: (template: string) => Promise<string>,
): Promise<Piece[]> {
  const before = beforeCommands.map((text, at): Piece => ({ text, from: ['beforeCommands', at] }));
  const pieces = [...first, ...before, ...commands].map(async (piece) => ({
    ...piece,
    text: await render(piece.text),
  }));
  return [...(failFast ? [{ text: 'set -e' }] : []), ...(await Promise.all(pieces))];
}

/** `commands` is a list, or one text. */
export const commandPieces = (commands: readonly string[] | string): Piece[] =>
  typeof commands === 'string'
    ? [{ text: commands, from: ['commands'] }]
    : commands.map((text, at) => ({ text, from: ['commands', at] }));
