/**
 * just-bash gives a script's output when the script has ended. So that lines come while it runs, every command whose output would
 * reach the script's own stdout or stderr is redirected to two special files, which the file system below hands on at once.
 * What runs inside `$( )`, pipes and functions is left as it is and is handed on by the command around it.
 */
import type { Bash } from 'just-bash/browser';

type Plugin = Parameters<Bash['registerTransformPlugin']>[0];
type Script = Parameters<Plugin['transform']>[0]['ast'];
type Statement = Script['statements'][number];
type Command = Statement['pipelines'][number]['commands'][number];
type Redirection = Extract<Command, { type: 'SimpleCommand' }>['redirections'][number];

export const STDOUT = '/dev/alur-stdout';
/** A dot and the line of the command follow. */
export const STDERR = '/dev/alur-stderr';

export const streaming: Plugin = {
  name: 'streaming',
  transform({ ast }) {
    redirectAll(ast.statements);
    return { ast };
  },
};

function redirectAll(statements: readonly Statement[] | null): void {
  for (const { pipelines } of statements ?? []) {
    for (const { commands } of pipelines) {
      for (const command of commands) redirect(command, command === commands.at(-1), commands.length > 1);
    }
  }
}

function redirect(command: Command, isLast: boolean, isPiped: boolean): void {
  if (command.type === 'FunctionDef') return;
  if (!isPiped && command.redirections.length === 0 && redirectInside(command)) return;
  if (command.type === 'SimpleCommand' && (command.name === null || isExec(command))) return;
  if (isLast) command.redirections.unshift(appending(null, STDOUT));
  command.redirections.unshift(appending(2, `${STDERR}.${'line' in command ? (command.line ?? 0) : 0}`));
}

/** A loop's or a branch's own commands, one by one. */
function redirectInside(command: Command): boolean {
  switch (command.type) {
    case 'If':
      for (const { condition, body } of command.clauses) {
        redirectAll(condition);
        redirectAll(body);
      }
      redirectAll(command.elseBody);
      return true;
    case 'While':
    case 'Until':
      redirectAll(command.condition);
      redirectAll(command.body);
      return true;
    case 'For':
    case 'CStyleFor':
    case 'Group':
    case 'Subshell':
      redirectAll(command.body);
      return true;
    case 'Case':
      for (const { body } of command.items) redirectAll(body);
      return true;
    default:
      return false;
  }
}

/** `exec > file` changes the shell itself. */
function isExec({ name }: Extract<Command, { type: 'SimpleCommand' }>): boolean {
  const [part] = name?.parts ?? [];
  return part?.type === 'Literal' && part.value === 'exec';
}

function appending(fd: number | null, path: string): Redirection {
  return {
    type: 'Redirection',
    fd,
    operator: '>>',
    target: { type: 'Word', parts: [{ type: 'Literal', value: path }] },
  };
}
