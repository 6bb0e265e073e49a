/** A trigger that looks at the world from time to time, and starts the flow when it finds what it waits for. */
import type { Tick } from '../door.ts';
import type { PollContext } from '../plugins/definition.ts';
import { milliseconds } from '../plugins/property.ts';
import { isoIn } from '../time/zone.ts';
import type { Book } from './book.ts';
import type { Play } from './clockwork.ts';
import { allHold, conditionsOf } from './conditions.ts';
import { explained } from './explained.ts';
import { inputsOf, labelsOf, stops } from './fire.ts';
import type { Launcher } from './launcher.ts';
import { keyOf, renderText, type Subject, variablesOf, zoneNamed } from './subject.ts';

export async function runPoll(
  subject: Subject,
  play: Play,
  { launcher, book }: { launcher: Launcher; book: Book },
): Promise<void> {
  const { host } = launcher;
  const { clock } = host;
  const key = keyOf(subject);
  const interval = milliseconds(String(subject.trigger.properties.interval ?? 'PT1M'));
  // A look that costs no time must not be all there is.
  const pause = Math.max(interval, 1000);
  for (let at = clock.now(); play.until === undefined || at <= play.until; at = Math.max(at + pause, clock.now())) {
    await clock.until(at, play.signal);
    if (play.signal.aborted || book.page(key).disabled) return;
    const tick = await looked(subject, at, play.signal, launcher);
    if (!tick) continue;
    play.told(tick);
    await book.write(key, { date: at, ...(stops(subject, tick.state) && { disabled: true }) });
  }
}

async function looked(
  subject: Subject,
  at: number,
  signal: AbortSignal,
  launcher: Launcher,
): Promise<Tick | undefined> {
  const { definition, trigger, flow } = subject;
  const about = { ...keyOf(subject), date: isoIn(zoneNamed(launcher.host.timeZone), at) };
  const known = variablesOf(subject, launcher.host);
  try {
    const poll = await definition.poll?.();
    const context = contextFor(subject, signal, launcher);
    const properties = await launcher.properties(definition.schema, trigger.properties, (text) => context.render(text));
    const variables = await poll?.(properties as never, context);
    if (!variables || !(await allHold(conditionsOf(subject), subject, launcher.host, { variables: known, tick: at })))
      return undefined;
    const inputs = await inputsOf(subject, launcher, known);
    const labels = await labelsOf(subject, launcher, known);
    const started = await launcher.start(flow, {
      ...(inputs && { inputs }),
      labels,
      trigger: { id: trigger.id, type: trigger.type, variables },
      cause: { tick: at },
    });
    return { ...about, executionId: started.id, state: await launcher.ended(started.id) };
  } catch (error) {
    return signal.aborted ? undefined : { ...about, problem: explained(error) };
  }
}

function contextFor(subject: Subject, signal: AbortSignal, { host, renderEach }: Launcher): PollContext {
  const { flow, trigger } = subject;
  const render = async (template: string, extra: Record<string, unknown> = {}): Promise<string> =>
    renderText(template, { ...variablesOf(subject, host), ...extra }, { host, namespace: flow.namespace });
  const silent = (): void => undefined;
  return {
    signal,
    log: { trace: silent, debug: silent, info: silent, warn: silent, error: silent },
    ports: host,
    render,
    renderTyped: (value, extra) => renderEach(value, (template) => render(template, extra)),
    progress: silent,
    storagePrefix: `kestra:///${flow.namespace.replaceAll('.', '/')}/${flow.id}/triggers/${trigger.id}/${host.random.id()}/`,
    place: () => undefined,
  };
}
