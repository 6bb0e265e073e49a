/** SQL databases, reached by their JDBC address as a flow writes it. */
export interface DatabaseRequest {
  /** `jdbc:postgresql://pgdatabase:5432/ny_taxi` */
  url: string;
  username?: string;
  password?: string;
  /** What the database remarks beside its answers. */
  onNotice?: (notice: Notice) => void;
}

export interface Notice {
  /** `NOTICE`, `WARNING`, `INFO`, `LOG`, `DEBUG` */
  severity: string;
  message: string;
  /** By a script's own `RAISE`. */
  raised: boolean;
}

export interface Column {
  name: string;
  /** Postgres' type name: `int4`, `numeric`, `timestamptz`. */
  type: string;
}

export interface StatementResult {
  /** Absent for a statement that returns no rows. Cells are converted as Kestra does (see `hosts/pglite/cells.ts`). */
  columns?: Column[];
  rows: unknown[][];
  /** Rows inserted, updated or deleted. */
  affected: number;
}

/** One connection. Every call rejects with `DatabaseError` for what the database refuses, and with the signal's reason when stopped. */
export interface SqlSession {
  /** One statement; `$1` parameters. `maxRows` ends the reading early. `exact` leaves numbers as the database prints them. */
  query(
    sql: string,
    parameters?: readonly unknown[],
    options?: { maxRows?: number; exact?: boolean },
  ): Promise<StatementResult>;
  close(): Promise<void>;
}

export interface DatabaseSession extends SqlSession {
  /** `COPY … FROM STDIN`; returns the rows copied. */
  copyIn(sql: string, content: ReadableStream<Uint8Array>, progress?: (bytes: number) => void): Promise<number>;
  /** `COPY … TO STDOUT`. */
  copyOut(sql: string): Promise<{ content: ReadableStream<Uint8Array>; rowCount: Promise<number> }>;
}

export interface Databases {
  /**
   * The signal stops whatever the session is doing within a second, a long query included.
   * Rejects with `ConnectionError` when there is no such database.
   */
  connect(request: DatabaseRequest, signal: AbortSignal): Promise<DatabaseSession>;
}

export class ConnectionError extends Error {
  override name = 'ConnectionError';
  /** Indonesian: cause, then fix, where the host knows more than the message says. */
  readonly explanation: string | undefined;

  constructor(message: string, facts: { explanation?: string; cause?: unknown } = {}) {
    super(message, { cause: facts.cause });
    this.explanation = facts.explanation;
  }
}

/** What the database said, untranslated, with its place in the statement. */
export class DatabaseError extends Error {
  override name = 'DatabaseError';
  readonly sqlState: string | undefined;
  /** 1-based, in characters of the statement. */
  readonly position: number | undefined;
  readonly detail: string | undefined;
  readonly hint: string | undefined;
  /** COPY's `where`: line and column of the file. */
  readonly where: string | undefined;

  constructor(
    message: string,
    facts: { sqlState?: string; position?: number; detail?: string; hint?: string; where?: string } = {},
  ) {
    super(message);
    this.sqlState = facts.sqlState;
    this.position = facts.position;
    this.detail = facts.detail;
    this.hint = facts.hint;
    this.where = facts.where;
  }
}
