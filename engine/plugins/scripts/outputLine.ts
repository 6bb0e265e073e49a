/** A whole line `::{…}::` is a message to the engine: outputs, metrics, logs. It may go over several lines. Anything else is only printed. */
import * as z from 'zod';

const message = z.looseObject({
  outputs: z.record(z.string(), z.unknown()).optional(),
  metrics: z
    .array(
      z.looseObject({
        name: z.string(),
        type: z.enum(['counter', 'timer', 'gauge']),
        value: z.union([z.number(), z.string()]).pipe(z.coerce.number()),
        tags: z.record(z.string(), z.unknown()).nullish(),
      }),
    )
    .optional(),
  logs: z
    .array(z.looseObject({ level: z.enum(['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR']), message: z.string() }))
    .optional(),
  assets: z.unknown().optional(),
});

export type OutputMessage = z.output<typeof message>;

export type Heard =
  | { kind: 'text'; text: string }
  | { kind: 'message'; message: OutputMessage }
  /** It looks like a message and can't be read. */
  | { kind: 'malformed'; text: string; why: string };

const LINE = /^\s*::(\{.*\})::\s*$/s;
const OPENS = /^\s*::\{(?!.*\}::)/;
const CLOSES = /\}::\s*$/;
/** Characters of one message over several lines. */
const LONGEST = 1024 * 1024;

/** The message; nothing where it is plain text. */
function parseOutputLine(line: string): Exclude<Heard, { kind: 'text' }> | undefined {
  const text = LINE.exec(line)?.[1];
  if (text === undefined) return undefined;
  try {
    const result = message.safeParse(JSON.parse(text));
    if (result.success) return { kind: 'message', message: result.data };
    const [issue] = result.error.issues;
    return { kind: 'malformed', text: line, why: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` };
  } catch (error) {
    return { kind: 'malformed', text: line, why: error instanceof Error ? error.message : String(error) };
  }
}

/** Reads one stream, line by line: what a line ends is heard at once, an open message only with its end. */
export function createOutputReader(): { hear(line: string): Heard[]; end(): Heard[] } {
  let open: string[] = [];
  let length = 0;

  /** What began like a message and never became one is text. */
  function abandoned(): Heard[] {
    const lines = open.map((text): Heard => ({ kind: 'text', text }));
    const [first] = open;
    open = [];
    length = 0;
    return first === undefined ? [] : [...lines, { kind: 'malformed', text: first, why: 'no `}::` ends it' }];
  }

  function goesOn(line: string): Heard[] {
    open.push(line);
    length += line.length;
    if (CLOSES.test(line)) {
      const whole = parseOutputLine(open.join('\n'));
      open = [];
      length = 0;
      return whole ? [whole] : [];
    }
    return length > LONGEST ? abandoned() : [];
  }

  return {
    hear(line) {
      if (open.length > 0) return goesOn(line);
      if (OPENS.test(line)) return goesOn(line);
      return [parseOutputLine(line) ?? { kind: 'text', text: line }];
    },
    end: abandoned,
  };
}
