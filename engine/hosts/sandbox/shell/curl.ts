/** curl: -s -S -L -f -o -O -I -i -X -H -d. Ends with 6 when nobody answers, 22 for -f and a status of 400 and above. */
import type { Command } from 'just-bash/browser';
import type { Calls } from '../calls.ts';
import type { FetchAnswer } from '../protocol.ts';
import { type Context, command, pathIn, type Reply } from './command.ts';
import { concat } from './gzip.ts';
import { nameOf, split } from './wget.ts';

interface Wish {
  urls: string[];
  output?: string;
  remoteName: boolean;
  silent: boolean;
  showErrors: boolean;
  follow: boolean;
  failOnStatus: boolean;
  head: boolean;
  include: boolean;
  method?: string;
  headers: Record<string, string>;
  data: string[];
}

export const curl = (calls: Calls): Command =>
  command('curl', async (args, context) => {
    const wish = wishOf(args);
    if (typeof wish === 'string') return { stderr: `curl: ${wish}\n`, exitCode: 2 };
    if (wish.urls.length === 0) return { stderr: 'curl: (2) no URL specified\n', exitCode: 2 };
    const outputs: Uint8Array[] = [];
    for (const url of wish.urls) {
      const reply = await get(url, wish, calls, context);
      if (reply.stdout instanceof Uint8Array) outputs.push(reply.stdout);
      if (reply.exitCode) return { ...reply, stdout: concat(outputs) };
    }
    return { stdout: concat(outputs) };
  });

const LONG: Record<string, string> = {
  '--silent': 's',
  '--show-error': 'S',
  '--location': 'L',
  '--fail': 'f',
  '--output': 'o',
  '--remote-name': 'O',
  '--head': 'I',
  '--include': 'i',
  '--request': 'X',
  '--header': 'H',
  '--data': 'd',
  '--data-raw': 'd',
  '--insecure': 'k',
  '--max-time': 'm',
  '--user-agent': 'A',
  '--compressed': 'k',
};

function wishOf(args: readonly string[]): Wish | string {
  const wish: Wish = {
    urls: [],
    remoteName: false,
    silent: false,
    showErrors: false,
    follow: false,
    failOnStatus: false,
    head: false,
    include: false,
    headers: {},
    data: [],
  };
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (!arg.startsWith('-') || arg === '-') {
      wish.urls.push(arg);
      continue;
    }
    const flags = arg.startsWith('--') ? LONG[arg] : arg.slice(1);
    if (flags === undefined) return `option ${arg}: is unknown`;
    for (let at = 0; at < flags.length; at++) {
      const flag = flags[at] ?? '';
      if ('oXHdmA'.includes(flag)) {
        take(wish, flag, at + 1 < flags.length ? flags.slice(at + 1) : (rest.shift() ?? ''));
        break;
      }
      if (!set(wish, flag)) return `option -${flag}: is unknown`;
    }
  }
  return wish;
}

function set(wish: Wish, flag: string): boolean {
  if (flag === 's') wish.silent = true;
  else if (flag === 'S') wish.showErrors = true;
  else if (flag === 'L') wish.follow = true;
  else if (flag === 'f') wish.failOnStatus = true;
  else if (flag === 'O') wish.remoteName = true;
  else if (flag === 'I') wish.head = true;
  else if (flag === 'i') wish.include = true;
  else return 'kgv#'.includes(flag);
  return true;
}

function take(wish: Wish, flag: string, value: string): void {
  if (flag === 'o') wish.output = value;
  if (flag === 'X') wish.method = value.toUpperCase();
  if (flag === 'd') wish.data.push(value);
  if (flag === 'H') {
    const [name = '', content = ''] = split(value, ':');
    wish.headers[name.trim().toLowerCase()] = content.trim();
  }
}

async function get(written: string, wish: Wish, calls: Calls, context: Context): Promise<Reply> {
  const url = /^https?:\/\//i.test(written) ? written : `http://${written}`;
  const hasData = wish.data.length > 0;
  const answer = await calls.fetch({
    url,
    method: wish.method ?? (wish.head ? 'HEAD' : hasData ? 'POST' : 'GET'),
    headers: hasData ? { 'content-type': 'application/x-www-form-urlencoded', ...wish.headers } : wish.headers,
    followRedirects: wish.follow,
    ...(hasData && { body: new TextEncoder().encode(wish.data.join('&')) }),
  });
  const speaks = !wish.silent || wish.showErrors;
  if (!answer.ok) {
    const explanation = answer.explanation ? `${answer.explanation}\n` : '';
    const code = answer.reason === 'too-large' ? 63 : 6;
    return { exitCode: code, stderr: speaks ? `curl: (${code}) ${answer.message}\n${explanation}` : '' };
  }
  if (wish.failOnStatus && answer.status >= 400) {
    return { exitCode: 22, stderr: speaks ? `curl: (22) The requested URL returned error: ${answer.status}\n` : '' };
  }
  const content =
    wish.head || wish.include ? concat([headOf(answer), wish.head ? new Uint8Array() : answer.body]) : answer.body;
  const file = wish.output ?? (wish.remoteName ? nameOf(url) : '-');
  if (file === '-') return { stdout: content };
  await context.fs.writeFile(pathIn(context, file), content);
  return {};
}

function headOf({ status, headers }: Extract<FetchAnswer, { ok: true }>): Uint8Array {
  const lines = Object.entries(headers).flatMap(([name, values]) => values.map((value) => `${name}: ${value}`));
  return new TextEncoder().encode([`HTTP/1.1 ${status}`, ...lines, '', ''].join('\r\n'));
}
