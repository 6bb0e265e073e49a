/** Rendering: synchronous and pure. What needs a host comes out as a request. */
import { explained } from './explain.ts';
import { type IoRequest, RequestSignal } from './failures.ts';
import { fixpoint } from './functions/render.ts';
import { TextOutput, TypedOutput } from './output.ts';
import {
  type Answer,
  LIMITS,
  type Limits,
  type RenderOptions,
  Scope,
  type Shared,
  type Template,
  type Used,
} from './scope.ts';
import { templateOf } from './template.ts';
import { toPlain } from './values.ts';

const DEFAULTS: RenderOptions = {};

export type Outcome = { kind: 'value'; value: unknown } | { kind: 'request'; request: IoRequest };

/** Text to text. Throws `ExpressionError`. */
export function render(
  template: string,
  variables: Record<string, unknown>,
  options: RenderOptions = DEFAULTS,
): string {
  if (!template.includes('{')) return template;
  const used: Used = { steps: 0, cells: 0, depth: 0 };
  if (!options.recursive) return textOf(template, variables, options, used);
  try {
    return fixpoint(template, (text) => textOf(text, variables, options, used));
  } catch (error) {
    throw explained(error, template);
  }
}

/** The native value of a lone `{{ }}`; text otherwise. Throws `ExpressionError`. */
export function renderTyped(
  template: string,
  variables: Record<string, unknown>,
  options: RenderOptions = DEFAULTS,
): unknown {
  if (!template.includes('{')) return template;
  try {
    const shared = new Rendering(template, options, { steps: 0, cells: 0, depth: 0 });
    const output = new TypedOutput(shared);
    shared.template.write(new Scope(variables, shared), output);
    return toPlain(output.result);
  } catch (error) {
    throw explained(error, template);
  }
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

/** One template being rendered, and what its `render()` renders within the same budget. */
class Rendering implements Shared {
  readonly template: Template;
  readonly options: RenderOptions;
  readonly strict: boolean;
  readonly limits: Limits;
  readonly used: Used;

  constructor(source: string, options: RenderOptions, used: Used) {
    this.template = templateOf(source, options.newLineTrimming ?? false);
    this.options = options;
    this.strict = options.strictVariables ?? true;
    this.limits = options.limits ? { ...LIMITS, ...options.limits } : LIMITS;
    this.used = used;
  }

  render(template: string, variables: Record<string, unknown>): string {
    return textOf(template, variables, this.options, this.used);
  }
}

function textOf(source: string, variables: Record<string, unknown>, options: RenderOptions, used: Used): string {
  if (!source.includes('{')) return source;
  try {
    const shared = new Rendering(source, options, used);
    const output = new TextOutput(shared);
    shared.template.write(new Scope(variables, shared), output);
    return output.result;
  } catch (error) {
    throw explained(error, source);
  }
}
