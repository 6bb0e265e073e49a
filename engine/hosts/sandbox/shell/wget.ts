/** wget. Ends with 4 when nobody answers and 8 when the server says no, as GNU wget does. */
import type { Command } from 'just-bash/browser';
import type { Calls } from '../calls.ts';
import { type Context, command, pathIn, type Reply } from './command.ts';
import { concat } from './gzip.ts';

interface Wish {
  urls: string[];
  output?: string;
  folder: string;
  quiet: boolean;
  headers: Record<string, string>;
  body?: string;
  method: string;
}

export const wget = (calls: Calls): Command =>
  command('wget', async (args, context) => {
    const wish = wishOf(args);
    if (typeof wish === 'string') return { stderr: `wget: ${wish}\n`, exitCode: 2 };
    if (wish.urls.length === 0) return { stderr: 'wget: missing URL\n', exitCode: 1 };
    return download(wish, calls, context);
  });

const WITH_VALUE: Record<string, keyof Wish | 'ignored'> = {
  O: 'output',
  P: 'folder',
  T: 'ignored',
  t: 'ignored',
  U: 'ignored',
  '--output-document': 'output',
  '--directory-prefix': 'folder',
  '--header': 'headers',
  '--post-data': 'body',
  '--method': 'method',
  '--timeout': 'ignored',
  '--tries': 'ignored',
  '--user-agent': 'ignored',
};
const FLAGS = /^--(quiet|no-verbose|no-check-certificate|show-progress|continue|no-clobber|progress)$/;

function wishOf(args: readonly string[]): Wish | string {
  const wish: Wish = { urls: [], folder: '.', quiet: false, headers: {}, method: 'GET' };
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg.startsWith('--')) {
      const [name = '', inline] = split(arg, '=');
      const option = WITH_VALUE[name];
      if (option) take(wish, option, inline ?? rest.shift() ?? '');
      else if (!FLAGS.test(name)) return `unrecognized option '${arg}'`;
      if (name === '--quiet') wish.quiet = true;
    } else if (arg.startsWith('-') && arg !== '-') {
      for (let at = 1; at < arg.length; at++) {
        const flag = arg[at] ?? '';
        const option = WITH_VALUE[flag];
        if (option) {
          take(wish, option, at + 1 < arg.length ? arg.slice(at + 1) : (rest.shift() ?? ''));
          break;
        }
        if (flag === 'q') wish.quiet = true;
        else if (flag === 'n') at++;
        else if (!'cNv'.includes(flag)) return `invalid option -- '${flag}'`;
      }
    } else wish.urls.push(arg);
  }
  return wish;
}

function take(wish: Wish, option: keyof Wish | 'ignored', value: string): void {
  if (option === 'output') wish.output = value;
  if (option === 'folder') wish.folder = value;
  if (option === 'method') wish.method = value.toUpperCase();
  if (option === 'body') {
    wish.body = value;
    wish.method = 'POST';
    wish.headers['content-type'] ??= 'application/x-www-form-urlencoded';
  }
  if (option === 'headers') {
    const [name = '', content = ''] = split(value, ':');
    wish.headers[name.toLowerCase()] = content.trim();
  }
}

async function download(wish: Wish, calls: Calls, context: Context): Promise<Reply> {
  const shown: Uint8Array[] = [];
  let stderr = '';
  let exitCode = 0;
  for (const written of wish.urls) {
    const url = /^https?:\/\//i.test(written) ? written : `http://${written}`;
    const answer = await calls.fetch({
      url,
      method: wish.method,
      headers: wish.headers,
      followRedirects: true,
      ...(wish.body !== undefined && { body: new TextEncoder().encode(wish.body) }),
    });
    if (!answer.ok) {
      stderr += `wget: ${answer.message}\n${answer.explanation ? `${answer.explanation}\n` : ''}`;
      exitCode = answer.reason === 'too-large' ? 3 : 4;
      continue;
    }
    if (answer.status >= 400) {
      // A real `wget -q` is silent here, and the learner then only sees gunzip fail. We say it in both cases.
      stderr += `wget: ${url}: ERROR ${answer.status}: ${REASONS[answer.status] ?? 'Error'}.\n`;
      exitCode = 8;
      continue;
    }
    const name = wish.output ?? `${wish.folder}/${nameOf(url)}`;
    if (name === '-') shown.push(answer.body);
    else await context.fs.writeFile(pathIn(context, name), answer.body);
    if (!wish.quiet) stderr += `‘${name}’ saved [${answer.body.length}]\n`;
  }
  if (wish.output !== undefined && wish.output !== '-' && exitCode !== 0) {
    // `-O FILE` makes the file before anything is known, as GNU wget does.
    const path = pathIn(context, wish.output);
    if (!(await context.fs.exists(path))) await context.fs.writeFile(path, '');
  }
  return { stdout: concat(shown), stderr, exitCode };
}

export function nameOf(url: string): string {
  const path = url.replace(/^https?:\/\/[^/]*/i, '').split(/[?#]/, 1)[0] ?? '';
  return (
    path
      .split('/')
      .filter((part) => part !== '' && part !== '..')
      .at(-1) ?? 'index.html'
  );
}

export function split(text: string, at: string): [string, string?] {
  const index = text.indexOf(at);
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + at.length)];
}

export const REASONS: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  410: 'Gone',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};
