/** How a flow reads an output of a task. Pure. */
const PLAIN = /^[A-Za-z_]\w*$/;

const step = (name: string): string => (PLAIN.test(name) ? `.${name}` : `['${name.replaceAll("'", "\\'")}']`);

/** `{{ outputs.unduh.uri }}`; inside a loop `{{ outputs.unduh['hijau'].uri }}`. */
export function outputExpression({ taskId, value }: { taskId: string; value?: string }, name: string): string {
  const loop = value === undefined ? '' : `['${value.replaceAll("'", "\\'")}']`;
  return `{{ outputs${step(taskId)}${loop}${step(name)} }}`;
}
