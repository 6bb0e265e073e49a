/** Which process listens at a port, by the tools that the system has; a vague word where none can tell. */
import { execFile } from 'node:child_process';

const UNKNOWN = 'program lain';

export async function portHolder(port: number): Promise<string> {
  const listening = await said('ss', ['-ltnpH', `sport = :${port}`]);
  const [, name, pid] = /\(\("([^"]+)",pid=(\d+)/.exec(listening) ?? [];
  if (name) return `${name} (pid ${pid})`;
  const open = await said('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc']);
  const command = /^c(.+)$/m.exec(open)?.[1];
  return command ? `${command} (pid ${/^p(\d+)$/m.exec(open)?.[1]})` : UNKNOWN;
}

const said = (command: string, args: readonly string[]): Promise<string> =>
  new Promise((resolve) => execFile(command, args, { timeout: 3000 }, (_error, stdout) => resolve(stdout)));
