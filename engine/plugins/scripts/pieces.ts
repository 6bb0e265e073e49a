/** A script's text in the pieces that it was written in, so that a line of the whole can be found again in the flow. */
export type Path = readonly (string | number)[];

export interface Piece {
  /** Rendered. */
  text: string;
  /** The property that it stands in; nothing where the text is ours. */
  from?: Path;
}

export const joined = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('\n');

/** The piece that has a line (from 1) of the joined text, and the line within it. */
export function pieceAt(pieces: readonly Piece[], line: number): { piece: Piece; line: number } | undefined {
  let before = 0;
  for (const piece of pieces) {
    const lines = piece.text.split('\n').length;
    if (line <= before + lines) return line > before ? { piece, line: line - before } : undefined;
    before += lines;
  }
  return undefined;
}
