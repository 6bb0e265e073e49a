/**
 * The line that Python or the shell complains of. Of a traceback the innermost frame counts that stands in a file of the flow's own:
 * what a library does inside is not what the learner wrote.
 */
export interface ErrorLine {
  /** A file by its path in the working directory; nothing for the shell's own text. */
  file?: string;
  /** From 1. */
  line: number;
}

const FRAME = /^\s*File "([^"]+)", line (\d+)/;
const TRACEBACK = /^\s*Traceback \(most recent call last\):/;
/** just-bash's word for what it can't read. */
const PARSE = /^bash: syntax error: .*?\bat (\d+):\d+:/;

/** `shells`: by what names the shell may speak of the program: `/bin/sh: 4: …`, `bash: line 4: …`. */
export function createErrorLineFinder(files: ReadonlySet<string>, shells: readonly string[]) {
  let found: ErrorLine | undefined;
  return {
    hear(said: string): void {
      if (TRACEBACK.test(said) && !/^\s/.test(said)) found = undefined;
      const frame = FRAME.exec(said);
      const file = frame && ownFile(frame[1] ?? '', files);
      if (file !== undefined && file !== null) found = { file, line: Number(frame?.[2]) };
      const line = shellLine(said, shells);
      if (line !== undefined) found = { line };
    },
    found: (): ErrorLine | undefined => found,
  };
}

/** A runner names the file by an absolute path of its own. */
function ownFile(path: string, files: ReadonlySet<string>): string | undefined {
  return [...files].find((file) => path === file || path.endsWith(`/${file}`));
}

function shellLine(said: string, shells: readonly string[]): number | undefined {
  const parse = PARSE.exec(said)?.[1];
  if (parse !== undefined) return Number(parse);
  const shell = shells.find((name) => said.startsWith(`${name}: `));
  const line = shell === undefined ? undefined : /^(?:line )?(\d+): /.exec(said.slice(shell.length + 2))?.[1];
  return line === undefined ? undefined : Number(line);
}
