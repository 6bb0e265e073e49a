/** The flow's own outputs, rendered at its end. One that is required and can't be is said, and fails the execution. */
import type { FlowOutput } from '../door.ts';
import { convertOutput } from '../flow/index.ts';
import { variablesOf } from './context.ts';
import { renderDeep } from './properties.ts';
import type { Run } from './runner.ts';
import { say } from './say.ts';
import { messageOf, rendererOf, type World } from './world.ts';

export async function renderFlowOutputs(run: Run, world: World): Promise<void> {
  const outputs = await rendered(run, world).catch((error: unknown) => {
    say(run, world, 'ERROR', `Failed to render output values: ${messageOf(error)}`);
    return null;
  });
  await run.feed({ type: 'flowOutputs', outputs });
}

function converted({ id, type }: FlowOutput, value: unknown): unknown {
  try {
    return convertOutput(type, value);
  } catch (error) {
    throw new Error(`${id}: Invalid output for \`${id}\`, ${messageOf(error)}, but received \`${value}\``);
  }
}

async function rendered(run: Run, world: World): Promise<Record<string, unknown>> {
  const variables = variablesOf(run.state, undefined, world.ports);
  const renderer = rendererOf(run, world);
  const outputs: Record<string, unknown> = {};
  for (const output of run.state.flow.outputs) {
    try {
      const value = await renderDeep(output.value, (template) => renderer.text(template, variables));
      outputs[output.id] = converted(output, value);
    } catch (error) {
      if (output.required) throw error;
      say(run, world, 'WARN', `Failed to render optional flow output '${output.id}'. Output is ignored.`);
    }
  }
  return outputs;
}
