/** Plays one flow on either side and tells its story: on our engine (memory host, virtual clock), or on the reference. */
import { createMemoryHost } from '#engine/hosts/memory/index.ts';
import { createEngine, InputError, InvalidFlowError } from '#engine/index.ts';
import type { FlowCase } from './case.ts';
import { isRefused, type Reference } from './reference.ts';
import { storyOf } from './story.ts';

/** Neither side made an execution: the words of a refusal are each engine's own. */
const REFUSED = 'REFUSED\n';

export async function playOurs({ before, yaml, given, concurrent }: FlowCase): Promise<string> {
  const engine = createEngine(createMemoryHost());
  const stories: string[] = [];
  try {
    for (const source of before) await engine.deploy(source);
    const flow = await engine.deploy(yaml);
    for (const { inputs, labels } of given) {
      const pairs = Object.entries(labels).map(([key, value]) => ({ key, value }));
      const started = await engine.start(flow, { inputs, labels: pairs }).catch((error: unknown) => {
        if (error instanceof InputError) return undefined;
        throw error;
      });
      stories.push(
        started ? storyOf(await engine.wait(started.id), await engine.logs(started.id), concurrent) : REFUSED,
      );
    }
  } catch (error) {
    if (!(error instanceof InvalidFlowError)) throw error;
    return REFUSED;
  } finally {
    await engine.close();
  }
  return stories.join('---\n');
}

let plays = 0;

/** Each play has namespaces of its own (`uji` becomes `uji7`), so that no key or revision is left from the one before. */
export async function playTheirs(kestra: Reference, flow: FlowCase, timeoutMs = 60_000): Promise<string> {
  const play = `uji${++plays}x`;
  const fresh = (text: string): string => text.replaceAll(/\buji\b/g, play);
  const told = await played(kestra, { ...flow, before: flow.before.map(fresh), yaml: fresh(flow.yaml) }, timeoutMs);
  return told.replaceAll(play, 'uji');
}

async function played(kestra: Reference, flow: FlowCase, timeoutMs: number): Promise<string> {
  const { before, yaml, given, concurrent } = flow;
  for (const source of before) {
    const answer = await kestra.create(source);
    if (isRefused(answer)) throw new Error(answer.message ?? answer.error);
  }
  const stories: string[] = [];
  for (const { inputs, labels } of given) {
    const answer = await kestra.run({ yaml, inputs, labels, timeoutMs });
    if (isRefused(answer)) stories.push(REFUSED);
    else if (answer.timeout) stories.push(`TIMEOUT ${storyOf(answer.execution, answer.logs, concurrent)}`);
    else stories.push(storyOf(answer.execution, answer.logs, concurrent));
  }
  return stories.join('---\n');
}
