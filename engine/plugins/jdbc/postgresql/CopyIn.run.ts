import type * as z from 'zod';
import { FileNotFoundError } from '../../../ports/Storage.ts';
import { type TaskContext, TaskError, type TaskResult } from '../../definition.ts';
import { copyInStatement } from '../copy.ts';
import { explained } from '../errors.ts';
import { withSession } from '../session.ts';
import type { schema } from './CopyIn.ts';

export async function run(properties: z.output<typeof schema>, context: TaskContext): Promise<TaskResult> {
  const sql = copyInStatement(properties);
  const total = await context.ports.storage.size(properties.from).catch(() => undefined);
  const rowCount = await withSession(properties, context, async (session) => {
    const content = await open(properties.from, context);
    context.log.debug(`Starting query: ${sql}`);
    try {
      return await session.copyIn(sql, content, (bytes) => context.progress('COPY', bytes, total));
    } catch (error) {
      throw explained(error, { statement: { sql, line: 1 }, number: 1, total: 1 });
    }
  });
  return { outputs: { rowCount } };
}

async function open(uri: string, { ports }: TaskContext): Promise<ReadableStream<Uint8Array>> {
  try {
    return await ports.storage.open(uri);
  } catch (error) {
    if (!(error instanceof FileNotFoundError)) throw error;
    throw new TaskError(error.message, {
      explanation: `Berkas \`${uri}\` tidak ada di internal storage. Isi \`from\` dengan output task sebelumnya, dan pastikan berkasnya belum dihapus.`,
      cause: error,
    });
  }
}
