/** An execution until it ends or waits for a person: what happens is shown, Ctrl+C stops it, the last word is its state. */
import type { Execution } from '../index.ts';
import { InputError, InvalidFlowError, NotFoundError, RefusedError } from '../index.ts';
import { cliMessages as say } from '../messages/cli.ts';
import { JournalError } from '../ports/Journal.ts';
import { EXIT, exitOf } from './exit.ts';
import type { Hands } from './home.ts';
import { onInterrupt } from './interrupt.ts';
import { printJson } from './options.ts';
import { seconds, showProgress } from './progress.ts';

/** The exit code. `act` starts it, or moves it on, and says which one to follow. */
export async function followed(engine: Hands, json: boolean, act: () => Promise<string>): Promise<number> {
  const began = Date.now();
  let id = await act();
  for (;;) {
    const execution = await untilEnd(engine, id, json, began);
    const next = execution.state.current === 'RETRIED' ? await successorOf(engine, id) : undefined;
    if (next !== undefined) {
      id = next;
      continue;
    }
    await report(engine, execution, json, began);
    return exitOf(execution.state.current);
  }
}

async function untilEnd(engine: Hands, id: string, json: boolean, began: number): Promise<Execution> {
  const release = onInterrupt(() => {
    console.error(say.stopping);
    engine.kill(id).catch(() => undefined);
  });
  const watching = json ? undefined : showProgress(engine, id, began);
  const execution = await engine.wait(id).finally(release);
  if (!waits(execution)) await watching;
  return execution;
}

const waits = ({ state }: Execution): boolean => state.current === 'PAUSED' || state.current === 'QUEUED';

/** The execution that was tried in its place. */
async function successorOf(engine: Hands, id: string): Promise<string | undefined> {
  const { results } = await engine.executions();
  return results.find(({ parentId }) => parentId === id)?.id;
}

export async function report(engine: Hands, execution: Execution, json: boolean, began: number): Promise<void> {
  if (json) {
    printJson({ ...execution, outputs: execution.outputs ?? {}, logs: await engine.logs(execution.id) });
    return;
  }
  const { current } = execution.state;
  console.error(say.ended(`${say.states[current] ?? current} (${current})`, seconds(Date.now() - began)));
  if (current === 'PAUSED') console.error(say.howToResume(execution.id));
  for (const [name, value] of Object.entries(execution.outputs ?? {}))
    console.log(`${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`);
}

/** What was refused, in words, and its exit code. Anything else is thrown on. */
export function refused(error: unknown, json: boolean): number {
  if (error instanceof InputError) {
    if (json) printJson({ problems: error.problems });
    else for (const { explanation } of error.problems) console.error(explanation);
    return EXIT.invalid;
  }
  if (error instanceof InvalidFlowError) {
    if (json) printJson({ diagnostics: error.diagnostics });
    else console.error(error.message);
    return EXIT.invalid;
  }
  if (error instanceof RefusedError || error instanceof NotFoundError || error instanceof JournalError) {
    if (json) printJson({ error: error.message });
    else console.error(error.message);
    return EXIT.failed;
  }
  throw error;
}
