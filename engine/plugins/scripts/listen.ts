/** What a script says while it runs: lines for the log, messages of the form `::{}::`, and at last words that tell why it failed. */
import type { TaskContext } from '../definition.ts';
import { createOutputReader, type Heard, type OutputMessage } from './outputLine.ts';

/** The lines of stderr in which the cause is looked for. */
const MOST_LAST_WORDS = 20;

export function createListening(context: TaskContext, onErrorLine: (line: string) => void) {
  const { log } = context;
  const vars = new Map<string, unknown>();
  const lastWords: string[] = [];
  const readers = { stdout: createOutputReader(), stderr: createOutputReader() };

  function take(heard: Heard, print: (line: string) => void): void {
    switch (heard.kind) {
      case 'text':
        print(heard.text);
        break;
      case 'malformed':
        log.warn(`Invalid outputs '${heard.text.slice(0, 200)}': ${heard.why}`);
        break;
      case 'message':
        carryOut(heard.message, vars, context);
    }
  }

  return {
    line(stream: 'stdout' | 'stderr', line: string): void {
      if (stream === 'stderr') {
        onErrorLine(line);
        lastWords.push(line);
        if (lastWords.length > MOST_LAST_WORDS) lastWords.shift();
      }
      for (const heard of readers[stream].hear(line)) take(heard, stream === 'stdout' ? log.info : log.error);
    },
    /** Everything was said. */
    end(): { vars: Record<string, unknown>; lastWords: readonly string[] } {
      for (const heard of readers.stdout.end()) take(heard, log.info);
      for (const heard of readers.stderr.end()) take(heard, log.error);
      return { vars: Object.fromEntries(vars), lastWords };
    },
  };
}

function carryOut(
  { outputs = {}, metrics, logs, assets }: OutputMessage,
  vars: Map<string, unknown>,
  { log, metric }: TaskContext,
): void {
  for (const [name, value] of Object.entries(outputs)) vars.set(name, value);
  for (const { name, type, value, tags } of metrics ?? []) {
    const texts = Object.entries(tags ?? {}).map(([key, tag]) => [key, String(tag)] as const);
    metric({ name, type, value, tags: Object.fromEntries(texts) });
  }
  for (const { level, message } of logs ?? []) {
    const say = { TRACE: log.trace, DEBUG: log.debug, INFO: log.info, WARN: log.warn, ERROR: log.error }[level];
    say(message);
  }
  if (assets !== undefined) log.warn('`assets` dari script ini dibaca, tetapi Alur tidak menyimpan daftar aset.');
}
