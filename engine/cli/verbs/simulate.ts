/** `alur simulate FILE --until T`: all triggers of a flow on a virtual clock, in a home of its own that is gone afterwards. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine, Flow, Tick } from '../../door.ts';
import { createVirtualClock, simulated } from '../../hosts/memory/index.ts';
import { createEngine } from '../../index.ts';
import { cliMessages as say } from '../../messages/cli.ts';
import { EXIT, UsageError } from '../exit.ts';
import { deployAll, readFlow } from '../flowFile.ts';
import { refused } from '../following.ts';
import { type HostOptions, openHost, printJson } from '../options.ts';
import { countOf, exitOfTicks, printTick, readMoment } from '../ticks.ts';

export interface SimulateOptions extends HostOptions {
  until: string;
  from?: string;
  flows?: string;
  json?: true;
}

export async function simulate(file: string, options: SimulateOptions): Promise<number> {
  const json = options.json === true;
  const start = options.from === undefined ? Date.now() : readMoment('from', options.from);
  const end = readMoment('until', options.until);
  if (end < start) throw new UsageError(say.endBeforeStart(new Date(start).toISOString(), options.until));
  const read = await readFlow(file, json);
  if (!read) return EXIT.invalid;
  const home = await mkdtemp(join(tmpdir(), 'alur-simulasi-'));
  const host = simulated(openHost({ ...options, home }), createVirtualClock({ start }));
  const engine = createEngine(host);
  try {
    if (options.flows !== undefined && !(await deployAll(engine, options.flows, json))) return EXIT.invalid;
    await engine.deploy(read.source);
    if (!json) sayWhatIsOff(read.flow);
    const ticks: Tick[] = [];
    for await (const tick of engine.play(new Date(end).toISOString())) {
      ticks.push(tick);
      if (!json) printTick(tick);
    }
    if (json) printJson({ ticks });
    else console.error(ticks.length > 0 ? countOf(ticks) : say.noTicks(await nextOf(engine)));
    return exitOfTicks(ticks);
  } catch (error) {
    return refused(error, json);
  } finally {
    await engine.close();
    await rm(home, { recursive: true, force: true });
  }
}

function sayWhatIsOff({ id, triggers }: Flow): void {
  if (triggers.length === 0) console.error(say.noTriggers(id));
  for (const trigger of triggers) if (trigger.disabled) console.error(say.triggerOff(trigger.id));
}

async function nextOf(engine: Engine): Promise<string | undefined> {
  const dates = (await engine.triggers()).flatMap(({ disabled, nextExecutionDate }) =>
    disabled || nextExecutionDate === undefined ? [] : [nextExecutionDate],
  );
  return dates.sort((a, b) => Date.parse(a) - Date.parse(b))[0];
}
