/** The flow's own outputs, rendered at its end. One that is required and can't be is said, and fails the execution. */
import type { FlowOutput } from '../door.ts';
import { convertOutput } from '../flow/index.ts';
import { variablesOf } from './context.ts';
import { renderDeep } from './properties.ts';
import type { Run } from './runner.ts';
import { say } from './say.ts';
import { messageOf, rendererOf, type World } from './world.ts';

export async function renderFlowOutputs(run: Run, world: World): Promise<void> {
  const problems: string[] = [];
  const outputs = await rendered(run, world, problems).catch((error: unknown) => {
    const message = messageOf(error);
    problems.push(message);
    say(run, world, 'ERROR', `Failed to render output values: ${message}`);
    return null;
  });
  await run.feed({ type: 'flowOutputs', outputs, ...(problems.length > 0 && { problems }) });
}

function converted({ id, type }: FlowOutput, value: unknown): unknown {
  try {
    return convertOutput(type, value);
  } catch (error) {
    throw new Error(`${id}: Invalid output for \`${id}\`, ${messageOf(error)}, but received \`${value}\``);
  }
}

/** What may be missing and is, is said and added to the problems. */
async function rendered(run: Run, world: World, problems: string[]): Promise<Record<string, unknown>> {
  const variables = variablesOf(run.state, undefined, world.ports);
  const renderer = rendererOf(run, world);
  const outputs: Record<string, unknown> = {};
  for (const output of run.state.flow.outputs) {
    try {
      const value = await renderDeep(output.value, (template) => renderer.text(template, variables));
      outputs[output.id] = converted(output, value);
    } catch (error) {
      if (output.required) throw error;
      const ignored = `Failed to render optional flow output '${output.id}'. Output is ignored.`;
      problems.push(ignored);
      say(run, world, 'WARN', ignored);
    }
  }
  return outputs;
}
