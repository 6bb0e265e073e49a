import type * as z from 'zod';
import type { DatabaseSession } from '../../../ports/Databases.ts';
import { type TaskContext, TaskError, type TaskResult } from '../../definition.ts';
import { explained } from '../errors.ts';
import { type BatchStatement, batchStatement, insertInto } from '../insert.ts';
import { type IonRow, ionRows } from '../ionRows.ts';
import { withSession } from '../session.ts';
import { openStored } from '../stored.ts';
import type { schema } from './Batch.ts';

type Properties = z.output<typeof schema>;

/** The file is read once; rows wait until a statement is full. */
export async function run(properties: Properties, context: TaskContext): Promise<TaskResult> {
  const outputs = await withSession(properties, context, async (session) => {
    const counts = { rowCount: 0, updatedCount: 0 };
    let statement: Prepared | undefined;
    let waiting: unknown[][] = [];
    const send = async () => {
      if (!statement || waiting.length === 0) return;
      counts.updatedCount += await execute(session, statement, waiting, counts.rowCount, context);
      counts.rowCount += waiting.length;
      waiting = [];
      context.progress('Batch', counts.rowCount);
    };
    for await (const row of ionRows(await openStored(properties.from, context))) {
      statement ??= prepare(properties, row, context);
      waiting.push(
        valuesOf(row, properties.columns ?? statement.columns, statement, counts.rowCount + waiting.length + 1),
      );
      if (waiting.length >= Math.min(properties.chunk, statement.batch.mostRows)) await send();
    }
    await send();
    return counts;
  });
  return { outputs };
}

interface Prepared {
  sql: string;
  batch: BatchStatement;
  /** Where the statement was made from the file's own names. */
  columns?: string[];
  written: boolean;
}

function prepare({ sql, table, columns }: Properties, first: IonRow, { log }: TaskContext): Prepared {
  if (sql !== undefined) {
    log.debug(`Starting query: ${sql}`);
    return { sql, batch: batchStatement(sql), written: true };
  }
  if (!table?.trim()) {
    throw new TaskError('sql or table must be set', {
      explanation: 'Isi `table` dengan nama tabel tujuan, atau tulis `sql` berisi INSERT.',
    });
  }
  const names = columns ?? (Array.isArray(first) ? undefined : Object.keys(first));
  if (!names) {
    throw new TaskError('columns must be set', {
      explanation: 'Berkas ini tidak menyebut nama kolom. Isi `columns`, atau tulis `sql` berisi INSERT.',
    });
  }
  const made = insertInto(table, names);
  log.debug(`Starting query: ${made}`);
  return { sql: made, batch: batchStatement(made), columns: names, written: false };
}

function valuesOf(row: IonRow, columns: readonly string[] | undefined, { batch }: Prepared, number: number): unknown[] {
  const values = Array.isArray(row) ? row : columns ? columns.map((name) => row[name]) : Object.values(row);
  if (values.length === batch.parameters) return values;
  throw new TaskError(`The statement takes ${batch.parameters} parameters, row ${number} has ${values.length} values`, {
    explanation: `Banyaknya \`?\` (${batch.parameters}) tidak sama dengan banyaknya kolom di baris ${number} berkas (${values.length}). Samakan, atau pilih kolomnya dengan \`columns\`.`,
  });
}

async function execute(
  session: DatabaseSession,
  { sql, batch, written }: Prepared,
  rows: unknown[][],
  before: number,
  context: TaskContext,
): Promise<number> {
  try {
    return (await session.query(batch.text(rows.length), rows.flat())).affected;
  } catch (error) {
    const statement = { sql, line: 1, from: 0 };
    const script = written ? { script: { property: 'sql', text: sql } } : {};
    const known = explained(error, { statement, number: 1, total: 1, original: batch.original, ...script }, context);
    if (!(known instanceof TaskError)) throw known;
    const which =
      rows.length === 1 ? `baris ${before + 1}` : `salah satu dari baris ${before + 1} sampai ${before + rows.length}`;
    throw new TaskError(known.message, {
      explanation: `${known.explanation ?? ''} Yang dikirim: ${which} dari berkas.`.trim(),
      ...(known.place && { place: known.place }),
      cause: known,
    });
  }
}
