/** A trigger fires: inputs and labels are rendered, the execution starts. What goes wrong is said of the tick, in Indonesian. */
import type { Label, State, Tick } from '../door.ts';
import { isoIn } from '../time/zone.ts';
import type { Backfill } from './book.ts';
import { explained } from './explained.ts';
import type { Launcher } from './launcher.ts';
import { keyOf, renderText, type Subject, variablesOf } from './subject.ts';
import type { Ticks } from './ticks.ts';

interface Firing {
  backfill?: Backfill;
  /** The tick has been dealt with: its execution is in the journal, or will never be. */
  started?(): Promise<void>;
}

/** Starts the execution of a tick and waits for its end; only a tick whose conditions don't hold is nothing. */
export async function fireTick(
  subject: Subject,
  ticks: Ticks,
  tick: number,
  launcher: Launcher,
  { backfill, started = async () => undefined }: Firing,
): Promise<Tick | undefined> {
  const about = { ...keyOf(subject), date: isoIn(ticks.zone, tick) };
  const cause = { tick, ...(backfill && { backfill: backfill.id }) };
  const { id, type } = subject.trigger;
  try {
    if (!(await ticks.holds(tick))) return undefined;
  } catch (error) {
    const failed = { message: `Unable to evaluate the Schedule trigger '${id}'`, explanation: explained(error) };
    const trigger = { id, type, variables: {} };
    const { id: executionId } = await launcher.start(subject.flow, { labels: [], trigger, cause, failed });
    await started();
    return { ...about, executionId, state: 'FAILED', problem: failed.explanation };
  }
  let executionId: string;
  try {
    const trigger = { id, type, variables: await ticks.variables(tick) };
    const known = variablesOf(subject, launcher.host);
    const inputs = await inputsOf(subject, launcher, known, backfill?.inputs);
    const labels = [...(await labelsOf(subject, launcher, known)), ...(backfill?.labels ?? [])];
    executionId = (await launcher.start(subject.flow, { ...(inputs && { inputs }), labels, trigger, cause })).id;
  } catch (error) {
    await started();
    return { ...about, problem: explained(error) };
  }
  await started();
  return { ...about, executionId, state: await launcher.ended(executionId) };
}

/** Rendered without `trigger.date`: a Kestra does not know it there. Nothing where the trigger names none. */
export async function inputsOf(
  subject: Subject,
  launcher: Launcher,
  variables: Record<string, unknown>,
  over: Record<string, unknown> = {},
): Promise<Record<string, unknown> | undefined> {
  const written = { ...(subject.trigger.properties.inputs as Record<string, unknown> | undefined), ...over };
  if (Object.keys(written).length === 0) return undefined;
  return (await launcher.renderEach(written, rendererFor(subject, launcher, variables))) as Record<string, unknown>;
}

/** One that can't be rendered is left out, as in a Kestra. */
export async function labelsOf(
  subject: Subject,
  launcher: Launcher,
  variables: Record<string, unknown>,
): Promise<Label[]> {
  const written = subject.trigger.properties.labels;
  if (typeof written !== 'object' || written === null) return [];
  const pairs: [string, unknown][] = Array.isArray(written)
    ? written.map(({ key, value }: { key: unknown; value: unknown }) => [String(key), value])
    : Object.entries(written);
  const render = rendererFor(subject, launcher, variables);
  const labels: Label[] = [];
  for (const [key, value] of pairs) {
    try {
      labels.push({ key, value: await render(String(value ?? '')) });
    } catch {}
  }
  return labels;
}

export const rendererFor =
  ({ flow }: Subject, { host }: Launcher, variables: Record<string, unknown>) =>
  async (template: string): Promise<string> =>
    renderText(template, variables, { host, namespace: flow.namespace });

export const stops = ({ trigger }: Subject, state: State | undefined): boolean =>
  Array.isArray(trigger.properties.stopAfter) && trigger.properties.stopAfter.includes(state);
