/** Why a call of the door was refused. All of them carry an Indonesian message. */
import type { Diagnostic, InputProblem } from '../door.ts';

export class InvalidFlowError extends Error {
  override name = 'InvalidFlowError';
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.find(({ severity }) => severity === 'error')?.message ?? 'Flow ini tidak bisa dipakai.');
    this.diagnostics = diagnostics;
  }
}

export class InputError extends Error {
  override name = 'InputError';
  readonly problems: readonly InputProblem[];

  constructor(problems: readonly InputProblem[]) {
    super(problems.map(({ explanation }) => explanation).join(' '));
    this.problems = problems;
  }
}

export class NotFoundError extends Error {
  override name = 'NotFoundError';
}

/** Not in this state, or not on this engine. */
export class RefusedError extends Error {
  override name = 'RefusedError';
}
