/** How a flow reads an output of a task. Pure. */
const PLAIN = /^[A-Za-z_]\w*$/;

const step = (name: string): string => (PLAIN.test(name) ? `.${name}` : `['${name.replaceAll("'", "\\'")}']`);

/** `{{ outputs.unduh.uri }}`; inside a loop `{{ outputs.unduh['hijau'].uri }}`. */
export function outputExpression({ taskId, value }: { taskId: string; value?: string }, name: string): string {
  const loop = value === undefined ? '' : `['${value.replaceAll("'", "\\'")}']`;
  return `{{ outputs${step(taskId)}${loop}${step(name)} }}`;
}

/** Every stored file that a value names, wherever in it. */
export function storedFiles(value: unknown): string[] {
  if (typeof value === 'string') return /^kestra:\/\/\S+$/.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return [...new Set(Object.values(value).flatMap(storedFiles))];
}

/** As the learner named it: the engine puts an id in front. */
export const nameOfFile = (uri: string): string =>
  uri.slice(uri.lastIndexOf('/') + 1).replace(/^[A-Za-z0-9]{20,24}-(?=.)/, '');
