/** Kept expressions with what the reference answered: a value, or the words of its refusal. */
export interface Golden {
  expression: string;
  typed?: boolean;
  value?: unknown;
  refused?: string;
}

export const GOLDENS = new URL('goldens.json', import.meta.url);
