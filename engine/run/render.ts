/** Rendering with a host: the expression asks for what it needs (`kv()`, `read()`, `secret()`), gets it, and is rendered again. */
import { type Answer, attempt, type IoRequest } from '../expression/index.ts';
import type { Ports } from '../ports/Host.ts';
import { answerRequest } from './answers.ts';
import type { ExecutionLog } from './log.ts';
import type { RunState } from './state.ts';

export interface Renderer {
  text(template: string, variables: Record<string, unknown>): Promise<string>;
  /** A lone `{{ }}` keeps its type. */
  typed(template: string, variables: Record<string, unknown>): Promise<unknown>;
}

export interface RendererNeeds {
  ports: Ports;
  timeZone: string;
  state: RunState;
  log: ExecutionLog;
}

/** More questions than this from one template are a loop. */
const MOST_REQUESTS = 1_000;

export function createRenderer(needs: RendererNeeds): Renderer {
  const { ports, timeZone } = needs;
  const clock = { now: () => ports.clock.now() };
  const random = () => ports.random.next();

  async function render(template: string, variables: Record<string, unknown>, typed: boolean): Promise<unknown> {
    const answers = new Map<string, Answer>();
    for (let asked = 0; asked < MOST_REQUESTS; asked++) {
      const outcome = attempt(template, variables, { clock, random, timeZone, answers, typed });
      if (outcome.kind === 'value') return outcome.value;
      answers.set(outcome.request.key, await answer(outcome.request));
    }
    throw new Error(`Too many rendering attempts: ${MOST_REQUESTS}`);
  }

  async function answer(request: IoRequest): Promise<Answer> {
    try {
      return { value: await answerRequest(request, needs) };
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error) };
    }
  }

  return {
    text: async (template, variables) => String((await render(template, variables, false)) ?? ''),
    typed: (template, variables) => render(template, variables, true),
  };
}
