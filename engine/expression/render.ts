/** Rendering: synchronous and pure. What needs a host comes out as a request. */
import { ExpressionError } from './errors.ts';
import { fixpoint } from './functions/render.ts';
import {
  type Answer,
  Failure,
  type IoRequest,
  LIMITS,
  type RenderOptions,
  RequestSignal,
  type Scope,
  type Shared,
  Undefined,
} from './scope.ts';
import { templateOf } from './template.ts';
import { stringify, toPlain } from './values.ts';

export type Outcome = { kind: 'value'; value: unknown } | { kind: 'request'; request: IoRequest };

/** Text to text. Throws `ExpressionError`. */
export function render(template: string, variables: Record<string, unknown>, options: RenderOptions = {}): string {
  if (!template.includes('{')) return template;
  const once = (text: string) => stringify(evaluate(text, variables, options, false));
  return options.recursive ? fixpoint(template, once) : once(template);
}

/** The native value of a lone `{{ }}`; text otherwise. Throws `ExpressionError`. */
export function renderTyped(
  template: string,
  variables: Record<string, unknown>,
  options: RenderOptions = {},
): unknown {
  return template.includes('{') ? toPlain(evaluate(template, variables, options, true)) : template;
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

function evaluate(source: string, variables: Record<string, unknown>, options: RenderOptions, typed: boolean): unknown {
  if (!source.includes('{')) return source;
  const template = templateOf(source, options.newLineTrimming ?? false);
  const shared: Shared = {
    options,
    strict: options.strictVariables ?? true,
    limits: { ...LIMITS, ...options.limits },
    used: { steps: 0 },
    macros: template.macros,
    blocks: new Map(),
    render: (text, inner) => stringify(evaluate(text, inner, options, false)),
  };
  const scope: Scope = { template: source, variables, locals: new Map(), outer: undefined, shared };
  try {
    return typed && template.lone ? template.lone(scope) : template.render(scope);
  } catch (error) {
    throw translated(error, source);
  }
}

function translated(error: unknown, source: string): unknown {
  if (error instanceof Undefined) {
    return new ExpressionError(
      `Unable to find \`${error.missing}\` used in the expression \`${source}\` at line ${lineOf(error.missing, source)}`,
      {
        explanation: unknownName(error.missing, source),
        line: lineOf(error.missing, source),
      },
    );
  }
  if (error instanceof Failure) {
    const message = `io.pebbletemplates.pebble.error.PebbleException: ${error.message} (${source}:1)`;
    return new ExpressionError(message, { explanation: error.explanation });
  }
  if (error instanceof RangeError) {
    return new ExpressionError('The expression is nested too deeply', {
      explanation: 'Ungkapan ini terlalu dalam bersarang.',
    });
  }
  return error;
}

const lineOf = (name: string, source: string): number => {
  const at = source.indexOf(name);
  return at < 0 ? 1 : source.slice(0, at).split('\n').length;
};

function unknownName(name: string, source: string): string {
  if (name === 'trigger' || name === 'schedule') {
    return '`trigger` hanya ada bila flow dijalankan oleh trigger. Pakai backfill, atau tulis `trigger.date ?? execution.startDate`.';
  }
  if (new RegExp(`outputs\\.[\\w.-]*${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`).test(source)) {
    return `Output \`${name}\` tidak ada. Periksa id task-nya, dan apakah task itu sudah berjalan. Nama berkas dengan titik ditulis outputFiles['nama.csv'].`;
  }
  return `\`${name}\` tidak ada. Periksa ejaannya, atau beri nilai cadangan dengan \`??\`.`;
}
