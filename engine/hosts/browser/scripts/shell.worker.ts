/** The worker of one shell script in the page. */
import { shutDoors } from '../../sandbox/doors.ts';
import { serve } from '../../sandbox/serve.ts';
import { runShell } from '../../sandbox/shell/run.ts';
import { workerPort } from './port.ts';

const port = workerPort();
serve(port, async () => {
  shutDoors(self);
  return runShell;
});
