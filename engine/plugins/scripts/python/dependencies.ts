/** `dependencies` are installed before anything of the script's own; nothing where there are none. */
import type { Piece } from '../pieces.ts';

export function installing(dependencies: readonly string[] = []): Piece[] {
  const names = dependencies.map((name) => `'${name.replaceAll("'", '')}'`).join(' ');
  return names === '' ? [] : [{ text: `pip install ${names}` }];
}
