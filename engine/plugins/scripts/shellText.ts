/** What is ours to install, beforeCommands and commands become one script, so that `cd` and exports persist; it stops at the first failure. */
import { TaskError } from '../definition.ts';
import type { Piece } from './pieces.ts';
import type { ScriptProperties } from './properties.ts';

export async function shellText(
  { beforeCommands = [], failFast }: Pick<ScriptProperties, 'beforeCommands' | 'failFast'>,
  first: readonly Piece[],
  commands: readonly Piece[],
  render: (template: string) => Promise<string>,
): Promise<Piece[]> {
  const before = beforeCommands.map(
    (text, at): Piece => ({
      text: onlyText(text, `beforeCommands[${at}]`),
      from: ['beforeCommands', at],
    }),
  );
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
    : commands.map((text, at) => ({ text: onlyText(text, `commands[${at}]`), from: ['commands', at] }));

/** A command with `: ` in it is a map to YAML. Numbers are what they look like. */
function onlyText(written: unknown, property: string): string {
  if (typeof written === 'object' && written !== null) {
    throw new TaskError(`Invalid type for property '${property}', expected a string`, {
      explanation: `\`${property}\` terbaca sebagai map atau daftar, biasanya karena ada \`: \` di dalamnya. Tulis perintahnya di bawah \`- |\`, atau apit seluruhnya dengan tanda kutip.`,
    });
  }
  return String(written ?? '');
}
