/**
 * `alur backfill FILE TRIGGER --start T --end T`: past ticks, one by one; a killed one goes on when the same is asked again. Ctrl+C, or
 * `--pause` from elsewhere, pauses it: `--continue` goes on, `--cancel` gives it up. Where another process has the home, such as
 * `alur serve`, it does the work.
 */
import type { BackfillRange, Tick, TriggerKey } from '../../index.ts';
import { cliMessages as say } from '../../messages/cli.ts';
import { EXIT, UsageError } from '../exit.ts';
import { deployAll, readFlow } from '../flowFile.ts';
import { type Hands, withHome } from '../home.ts';
import { onInterrupt } from '../interrupt.ts';
import { type HostOptions, printJson, readPairs } from '../options.ts';
import { countOf, exitOfTicks, printTick, readMoment } from '../ticks.ts';

export interface BackfillOptions extends HostOptions {
  start?: string;
  end?: string;
  input: string[];
  label: string[];
  flows?: string;
  pause?: true;
  continue?: true;
  cancel?: true;
  json?: true;
}

export async function backfill(file: string, triggerId: string, options: BackfillOptions): Promise<number> {
  const json = options.json === true;
  const asked = ACTIONS.filter((action) => options[action]);
  const [action] = asked;
  if (asked.length > 1 || (action === undefined) === (options.start === undefined))
    throw new UsageError(say.backfillHow);
  const range = action === undefined ? await rangeOf(options) : undefined;
  const read = await readFlow(file, json);
  if (!read) return EXIT.invalid;
  return withHome(options, async (hands) => {
    if (options.flows !== undefined && !(await deployAll(hands, options.flows, json))) return EXIT.invalid;
    const { namespace, id } = await hands.deploy(read.source);
    const key = { namespace, flowId: id, triggerId };
    if (range) return played(hands, key, json, (told) => hands.backfill(key, range, told));
    if (action === 'continue') return played(hands, key, json, (told) => hands.continueBackfill(key, told));
    await (action === 'pause' ? hands.pauseBackfill(key) : hands.cancelBackfill(key));
    if (json) printJson({ trigger: await stateOf(hands, key) });
    else console.error(action === 'pause' ? say.backfillPaused : say.backfillCancelled);
    return EXIT.ok;
  });
}

const ACTIONS = ['pause', 'continue', 'cancel'] as const;

async function rangeOf({ start = '', end, input, label }: BackfillOptions): Promise<BackfillRange> {
  const inputs = await readPairs(input);
  const labels = Object.entries(await readPairs(label)).map(([key, value]) => ({ key, value: String(value) }));
  return {
    start: new Date(readMoment('start', start)).toISOString(),
    ...(end !== undefined && { end: new Date(readMoment('end', end)).toISOString() }),
    ...(Object.keys(inputs).length > 0 && { inputs }),
    ...(labels.length > 0 && { labels }),
  };
}

async function played(
  hands: Hands,
  key: TriggerKey,
  json: boolean,
  play: (told: (tick: Tick) => void) => Promise<{ ticks: Tick[] }>,
): Promise<number> {
  const forget = onInterrupt(() => {
    console.error(say.backfillPausing);
    hands.pauseBackfill(key).catch(() => undefined);
  });
  try {
    const { ticks } = await play((tick) => {
      if (!json) printTick(tick);
    });
    if (json) printJson({ ticks });
    else console.error(countOf(ticks));
    if (!(await stateOf(hands, key))?.backfill?.paused) return exitOfTicks(ticks);
    console.error(say.backfillPaused);
    return EXIT.paused;
  } finally {
    forget();
  }
}

async function stateOf(hands: Hands, { namespace, flowId, triggerId }: TriggerKey) {
  const all = await hands.triggers();
  return all.find((one) => one.namespace === namespace && one.flowId === flowId && one.triggerId === triggerId);
}
