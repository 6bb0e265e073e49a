/** beforeCommands and commands become one script, so that `cd` and exports persist; it stops at the first failure. */
import type { ScriptProperties } from './properties.ts';

export async function shellText(
  { beforeCommands = [], failFast }: Pick<ScriptProperties, 'beforeCommands' | 'failFast'>,
  commands: readonly string[],
  render: (template: string) => Promise<string>,
): Promise<string> {
  const lines = await Promise.all([...beforeCommands, ...commands].map(render));
  return [...(failFast ? ['set -e'] : []), ...lines].join('\n');
}
