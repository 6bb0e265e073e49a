/**
 * The inside of the worker: one PGlite, asked one thing at a time. Cells leave as text, so that the host converts them by the same
 * rules as those of a real server.
 */
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import type { Notice } from '../../ports/Databases.ts';
import type { Refusal, Reply } from '../common/workerClient.ts';
import { becomeLearner, type Learner } from './learner.ts';
import { SAFELY } from './learnerSql.ts';
import { noticeOf } from './notices.ts';
import type { Answer, Operation, Place, Request, TextResult } from './protocol.ts';
import { RESET } from './resetSql.ts';
import { createTypeNames } from './typeNames.ts';
import { copyFromStdin, copyToStdout } from './wire.ts';

/** A place made ready for PGlite. */
export interface Medium {
  options: Pick<PGliteOptions, 'dataDir' | 'fs' | 'relaxedDurability'>;
  /** Nothing has been stored there yet. */
  empty: boolean;
  kept: boolean;
  /** Called once an empty place has been filled whole: only from now on is it not empty. */
  filled?: () => Promise<void>;
  /** Writes what has changed; where it is missing, the medium writes by itself. */
  flush?: () => Promise<void>;
}

/** Every cell and parameter stays text: the host converts. */
function speakText(pg: PGlite): void {
  for (const type of Object.keys(pg.parsers)) pg.parsers[type] = (text: string) => text;
  for (const type of Object.keys(pg.serializers)) pg.serializers[type] = (text: string) => text;
}

/** A stand-in for `initdb`, which a snapshot makes needless: keeps its 300 KB from being fetched. */
const emptyModule = () => new WebAssembly.Module(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]));

/** A snapshot that can't be had is no error: the boot then takes some seconds longer. */
async function archive(snapshot: Blob | string | undefined): Promise<Blob | undefined> {
  const blob = typeof snapshot === 'string' ? await download(snapshot) : snapshot;
  if (!blob) return undefined;
  const bytes = new Uint8Array(await blob.arrayBuffer());
  // Some hosts of static files unpack `.gz` on the way.
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return new Blob([bytes], { type: packed ? 'application/x-gzip' : 'application/x-tar' });
}

async function download(address: string): Promise<Blob | undefined> {
  const answer = await fetch(address).catch(() => undefined);
  return answer?.ok ? answer.blob() : undefined;
}

/** Answers requests; `prepare` says what a place means here. */
export function createServer(prepare: (place: Place) => Promise<Medium>) {
  let pg: PGlite | undefined;
  let medium: Medium | undefined;
  let learner: Learner | undefined;
  const typeNames = createTypeNames();

  const database = (): PGlite => {
    if (!pg) throw new Error('PGlite is not open');
    return pg;
  };

  const asOwner = async (sql: string): Promise<void> => {
    await learner?.asOwner(() => database().exec(sql));
  };

  async function read(sql: string, parameters: (string | null)[]): Promise<TextResult> {
    const notices: Notice[] = [];
    const result = await database().query<(string | null)[]>(sql, parameters, {
      rowMode: 'array',
      onNotice: (notice) => notices.push(noticeOf(notice)),
    });
    const { fields } = result;
    const affected = result.affectedRows ?? 0;
    const said = notices.length > 0 && { notices };
    if (fields.length === 0) return { rows: [], affected, ...said };
    const ids = fields.map((field) => field.dataTypeID);
    const types = await typeNames(ids, async (lookUp) => (await read(lookUp, [])).rows);
    return {
      columns: fields.map(({ name }, index) => ({ name, type: types[index] ?? 'unknown' })),
      rows: result.rows,
      affected,
      ...said,
    };
  }

  async function answer(request: Request): Promise<Answer<Operation>> {
    switch (request.operation) {
      case 'open': {
        medium = await prepare(request.place);
        const fill = medium.empty ? await archive(request.snapshot) : undefined;
        const { machine } = request;
        pg = await PGlite.create({
          ...medium.options,
          ...(machine && { pgliteWasmModule: machine.wasm, fsBundle: machine.data }),
          ...(fill && { loadDataDir: fill }),
          ...((fill || !medium.empty) && { initdbWasmModule: emptyModule() }),
        });
        speakText(pg);
        learner = await becomeLearner(pg);
        if (medium.empty) await medium.filled?.();
        return { kept: medium.kept };
      }
      case 'refresh':
        if (database().isInTransaction()) await database().exec('ROLLBACK');
        await asOwner('DISCARD ALL');
        return undefined;
      case 'begin': {
        const open = database().isInTransaction();
        if (!open) await database().exec('BEGIN');
        return !open;
      }
      case 'query':
        return read(request.sql, request.parameters);
      case 'copyIn':
        return copyFromStdin(database(), request.sql, request.bytes);
      case 'copyOut':
        return copyToStdout(database(), request.sql);
      case 'flush':
        if (medium?.flush) await medium.flush();
        return medium?.kept === false ? database().dumpDataDir('none') : undefined;
      case 'reset':
        await asOwner(`${SAFELY} ${RESET}; RESET search_path`);
        return undefined;
      case 'dump':
        return database().dumpDataDir('gzip');
      case 'close':
        await database().close();
        return undefined;
    }
  }

  return async (request: Request): Promise<Reply> => {
    const { id } = request;
    try {
      return { id, answer: await answer(request) };
    } catch (error) {
      const refused = refusalOf(error);
      if (refused) return { id, refused };
      return { id, broken: error instanceof Error ? error.message : String(error) };
    }
  };
}

/** Postgres' own refusal has a SQLSTATE; anything else is the machine's. */
function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('severity' in error)) return undefined;
  const facts = error as Error & Partial<Record<'code' | 'position' | 'detail' | 'hint' | 'where', string>>;
  return {
    message: facts.message,
    ...(facts.code !== undefined && { sqlState: facts.code }),
    ...(facts.position !== undefined && { position: Number(facts.position) }),
    ...(facts.detail !== undefined && { detail: facts.detail }),
    ...(facts.hint !== undefined && { hint: facts.hint }),
    ...(facts.where !== undefined && { where: facts.where }),
  };
}
