/** What a Kestra takes as false after rendering and trimming: `false`, `0`, `-0`, nothing (conditions, runIf). */
export const isTruthy = (rendered: unknown): boolean =>
  !['', 'false', '0', '-0'].includes(String(rendered ?? '').trim());
