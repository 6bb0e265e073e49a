/** What a downloaded file is called: as `saveAs` says, else as the server says, else a made-up name with the address' ending. */
import type { Random } from '../../../ports/Random.ts';
import { TaskError } from '../../definition.ts';

const LONGEST = 150;

export function fileNameFor(
  { url, headers }: { url: string; headers: Record<string, string[]> },
  saveAs: string | undefined,
  random: Random,
): string {
  if (saveAs !== undefined) return chosen(saveAs);
  const said = fromDisposition(headers['content-disposition']?.[0]);
  return said ?? `${random.id()}${endingOf(url) || '.tmp'}`;
}

/** A person's own name, folders too, is taken as it is or refused, never bent. */
function chosen(name: string): string {
  const parts = name.split('/');
  if (parts.includes('..')) {
    throw new TaskError("File should be accessed with their full path and not using relative '..' path.", {
      explanation: '`saveAs` tidak boleh memuat `..`. Tulis nama berkasnya saja.',
    });
  }
  const isPlain = parts.every((part) => part !== '' && part === safe(part) && !part.startsWith('.'));
  if (isPlain) return name;
  throw new TaskError(`Invalid file name '${name.slice(0, LONGEST)}'`, {
    explanation:
      '`saveAs` harus nama berkas, boleh dengan folder: tanpa spasi, `\\`, titik atau `/` di depan, atau karakter khusus.',
  });
}

/** RFC 6266: `filename*=UTF-8''…` before `filename=…`; only the last part of a path counts. */
function fromDisposition(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  const extended = /filename\*\s*=\s*(?:UTF-8|ISO-8859-1)''([^;]+)/i.exec(header)?.[1];
  const plain = /filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(header);
  const name = extended === undefined ? (plain?.[1]?.replace(/\\(.)/g, '$1') ?? plain?.[2]) : decoded(extended);
  const last = safe((name?.split(/[/\\]/).at(-1) ?? '').replaceAll(' ', '+')).replace(/^\.+/, '');
  return last === '' ? undefined : last;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** What can't stand in a name or an address becomes `_`. */
const safe = (name: string): string => name.replace(/[^\p{L}\p{N}._+()-]/gu, '_').slice(0, LONGEST);

/** `.csv.gz` of `…/taksi_2019.csv.gz?token=1`; nothing where the last part has none. */
function endingOf(url: string): string {
  const last = url.split(/[?#]/, 1)[0]?.split('/').at(-1) ?? '';
  return /(?:\.[A-Za-z0-9]{1,8}){1,2}$/.exec(last.slice(1))?.[0] ?? '';
}
