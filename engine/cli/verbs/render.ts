/** `alur render TEMPLATE --context FILE.json` */
import { ExpressionError, render } from '../../index.ts';
import { EXIT, UsageError } from '../exit.ts';
import { printJson, readText } from '../options.ts';

export async function renderTemplate(
  template: string,
  { context, json }: { context?: string; json?: true },
): Promise<number> {
  const variables = context === undefined ? {} : variablesFrom(await readText(context), context);
  try {
    const value = render(template, variables);
    if (json) printJson({ value });
    else console.log(value);
    return EXIT.ok;
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    const { message, explanation, line, column } = error;
    if (json) printJson({ error: { message, explanation, line, column } });
    else console.error(`${message}\n→ ${explanation}`);
    return EXIT.failed;
  }
}

function variablesFrom(text: string, path: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return { ...parsed };
  } catch {
    // said below
  }
  throw new UsageError(`${path} harus berisi sebuah objek JSON.`);
}
