/** Rendering: synchronous and pure. What needs a host comes out as a request. */
import { explained } from './explain.ts';
import { type IoRequest, RequestSignal } from './failures.ts';
import { fixpoint } from './functions/render.ts';
import { TextOutput, TypedOutput } from './output.ts';
import { type Answer, LIMITS, type RenderOptions, Scope, type Shared, type Used } from './scope.ts';
import { templateOf } from './template.ts';
import { toPlain } from './values.ts';

export type Outcome = { kind: 'value'; value: unknown } | { kind: 'request'; request: IoRequest };

/** Text to text. Throws `ExpressionError`. */
export function render(template: string, variables: Record<string, unknown>, options: RenderOptions = {}): string {
  if (!template.includes('{')) return template;
  const used: Used = { steps: 0, cells: 0, depth: 0 };
  if (!options.recursive) return textOf(template, variables, options, used);
  return reported(template, () => fixpoint(template, (text) => textOf(text, variables, options, used)));
}

/** The native value of a lone `{{ }}`; text otherwise. Throws `ExpressionError`. */
export function renderTyped(
  template: string,
  variables: Record<string, unknown>,
  options: RenderOptions = {},
): unknown {
  if (!template.includes('{')) return template;
  return reported(template, () => {
    const shared = sharedOf(template, options, { steps: 0, cells: 0, depth: 0 });
    const output = new TypedOutput(shared);
    shared.template.write(new Scope(variables, shared), output);
    return toPlain(output.result);
  });
}

/** Renders as far as the answers go: the value, or the next thing to be asked of a host. Throws `ExpressionError`. */
export function attempt(
  template: string,
  variables: Record<string, unknown>,
  options: RenderOptions & { typed?: boolean } = {},
): Outcome {
  const answers: ReadonlyMap<string, Answer> = options.answers ?? new Map();
  try {
    const given = { ...options, answers };
    const value = options.typed ? renderTyped(template, variables, given) : render(template, variables, given);
    return { kind: 'value', value };
  } catch (error) {
    if (error instanceof RequestSignal) return { kind: 'request', request: error.request };
    throw error;
  }
}

function textOf(source: string, variables: Record<string, unknown>, options: RenderOptions, used: Used): string {
  if (!source.includes('{')) return source;
  return reported(source, () => {
    const shared = sharedOf(source, options, used);
    const output = new TextOutput(shared);
    shared.template.write(new Scope(variables, shared), output);
    return output.result;
  });
}

function sharedOf(source: string, options: RenderOptions, used: Used): Shared {
  return {
    template: templateOf(source, options.newLineTrimming ?? false),
    options,
    strict: options.strictVariables ?? true,
    limits: options.limits ? { ...LIMITS, ...options.limits } : LIMITS,
    used,
    render: (text, variables) => textOf(text, variables, options, used),
  };
}

function reported<T>(source: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw explained(error, source);
  }
}
