/** `alur backfill FILE TRIGGER --start T --end T`: past ticks, one by one; a killed one goes on when the same is asked again. */
import { EXIT } from '../exit.ts';
import { deployAll, readFlow } from '../flowFile.ts';
import { withEngine } from '../home.ts';
import { type HostOptions, printJson, readPairs } from '../options.ts';
import { countOf, exitOfTicks, printTick, readMoment } from '../ticks.ts';

export interface BackfillOptions extends HostOptions {
  start: string;
  end?: string;
  input: string[];
  label: string[];
  flows?: string;
  json?: true;
}

export async function backfill(file: string, triggerId: string, options: BackfillOptions): Promise<number> {
  const json = options.json === true;
  const start = readMoment('start', options.start);
  const end = options.end === undefined ? undefined : readMoment('end', options.end);
  const read = await readFlow(file, json);
  if (!read) return EXIT.invalid;
  const inputs = await readPairs(options.input);
  const labels = Object.entries(await readPairs(options.label)).map(([key, value]) => ({ key, value: String(value) }));
  return withEngine(options, async (engine) => {
    if (options.flows !== undefined) await deployAll(engine, options.flows);
    const { namespace, id } = await engine.deploy(read.source);
    const { ticks } = await engine.backfill(
      { namespace, flowId: id, triggerId },
      {
        start: new Date(start).toISOString(),
        ...(end !== undefined && { end: new Date(end).toISOString() }),
        ...(Object.keys(inputs).length > 0 && { inputs }),
        ...(labels.length > 0 && { labels }),
      },
      json ? undefined : printTick,
    );
    if (json) printJson({ ticks });
    else console.error(countOf(ticks));
    return exitOfTicks(ticks);
  });
}
