/** What Postgres remarks, as the port has it. */
import type { Notice } from '../../ports/Databases.ts';

interface RawNotice {
  severity?: string | undefined;
  message?: string | undefined;
  routine?: string | undefined;
}

/** The routine is Postgres' own that carries out `RAISE`. */
export const noticeOf = ({ severity, message, routine }: RawNotice): Notice => ({
  severity: severity ?? 'NOTICE',
  message: message ?? '',
  raised: routine === 'exec_stmt_raise',
});
