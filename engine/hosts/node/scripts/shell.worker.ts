/** The thread of one shell script. */
import { serve } from '../../sandbox/serve.ts';
import { runShell } from '../../sandbox/shell/run.ts';
import { threadPort } from './port.ts';

serve(threadPort(), async () => runShell);
