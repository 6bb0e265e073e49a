/** jq on a value, by jq's own code as WebAssembly; loaded when first used. The result is always a list, as in Kestra. */
export async function runJq({ value, expression }: Record<string, unknown>): Promise<unknown[]> {
  const { raw } = await import('jq-wasm');
  const lines = await raw(JSON.stringify(value ?? null), String(expression), ['-c']).catch((error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    throw new Error(`Unable to parse jq expression '${String(expression)}': ${message.trim()}`);
  });
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
}
