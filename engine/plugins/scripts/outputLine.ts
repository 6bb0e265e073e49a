/** A whole line `::{…}::` is a message to the engine: outputs, metrics, logs. Anything else is only printed. */
import * as z from 'zod';

const message = z.looseObject({
  outputs: z.record(z.string(), z.unknown()).optional(),
  metrics: z
    .array(
      z.looseObject({
        name: z.string(),
        type: z.enum(['counter', 'timer']),
        value: z.union([z.number(), z.string()]),
        tags: z.record(z.string(), z.unknown()).nullish(),
      }),
    )
    .optional(),
  logs: z
    .array(z.looseObject({ level: z.enum(['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR']), message: z.string() }))
    .optional(),
});

export type OutputMessage = z.output<typeof message>;

const LINE = /^\s*::(\{.*\})::\s*$/;

/** The message; `malformed` where it looks like one and can't be read; nothing where it is plain text. */
export function parseOutputLine(line: string): OutputMessage | { malformed: string } | undefined {
  const text = LINE.exec(line)?.[1];
  if (text === undefined) return undefined;
  try {
    const result = message.safeParse(JSON.parse(text));
    return result.success ? result.data : { malformed: result.error.issues[0]?.message ?? 'bentuknya tidak dikenal' };
  } catch (error) {
    return { malformed: error instanceof Error ? error.message : String(error) };
  }
}
