/** The files a script finds: from text, from `kestra://` addresses, and whatever address stands in its own text. */
import { pathInside, prefixOf } from '../core/namespace/namespaceFiles.ts';
import { type TaskContext, TaskError } from '../definition.ts';

/** Bytes of all input files together. */
const MOST = 512 * 1024 * 1024;
const ADDRESS = /kestra:\/\/\/[^\s'"`<>|;)\]},]+/g;

export async function inputFilesOf(
  given: Record<string, unknown> | string | undefined,
  context: TaskContext,
  extra: Record<string, unknown>,
): Promise<Record<string, Uint8Array>> {
  const files: Record<string, Uint8Array> = {};
  let left = MOST;
  for (const [path, content] of await inputContents(given, context, extra)) {
    const bytes = await bytesOf(content, context, left);
    files[path] = bytes;
    left -= bytes.length;
  }
  return files;
}

/** By path: a text, or the address of a stored file. Nothing is read yet. */
export async function inputContents(
  given: Record<string, unknown> | string | undefined,
  context: TaskContext,
  extra: Record<string, unknown>,
): Promise<Map<string, string>> {
  const rendered =
    typeof given === 'string'
      ? mapFrom(await context.render(given, extra), 'inputFiles')
      : asMap(await context.renderTyped(given ?? {}, extra), 'inputFiles');
  const contents = new Map<string, string>();
  for (const [path, content] of Object.entries(rendered)) {
    if (content === null || content === undefined) continue;
    contents.set(
      relativePath(path),
      addressOf(typeof content === 'string' ? content : JSON.stringify(content), context),
    );
  }
  return contents;
}

const LONGEST_PATH = 1_000;

/** `./a//b.txt` to `a/b.txt`. Throws for what is absolute, climbs out of the task's folder, or is no plain path. */
export function relativePath(path: string): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  const isPlain = !path.startsWith('/') && !/[\\\0]/.test(path) && path.length <= LONGEST_PATH;
  if (isPlain && parts.length > 0 && !parts.includes('..')) return parts.join('/');
  throw new TaskError(`Invalid file name '${path.slice(0, 120)}'`, {
    explanation: `Nama berkas \`${path.slice(0, 120)}\` keluar dari folder kerja task. Pakai nama relatif tanpa \`..\`, misalnya \`data/hasil.csv\`.`,
  });
}

/** Every `kestra://` address in the text becomes a local path, and its file stands there. */
export async function withLocalFiles(
  text: string,
  workingDirectory: string,
  context: TaskContext,
): Promise<{ text: string; files: Record<string, Uint8Array> }> {
  const files: Record<string, Uint8Array> = {};
  const paths = new Map<string, string>();
  for (const address of new Set(text.match(ADDRESS) ?? [])) {
    const name = `.alur/${context.ports.random.id()}-${address.slice(address.lastIndexOf('/') + 1).replace(/[^\w.-]/g, '_')}`;
    files[name] = await bytesOf(address, context);
    paths.set(address, `${workingDirectory}/${name}`);
  }
  return { text: text.replace(ADDRESS, (address) => paths.get(address) ?? address), files };
}

/** `nsfile:///x` as the address where it is stored; what is no address stays as it is. */
function addressOf(content: string, { execution }: TaskContext): string {
  const named = /^nsfile:\/\/([^/]*)\/(.+)$/.exec(content);
  const address = named ? prefixOf(named[1] || execution.namespace) + pathInside(named[2] ?? '') : content;
  if (address.startsWith('file://')) {
    throw new TaskError(`Access to ${address} is not allowed`, {
      explanation: 'Berkas di komputer ini tidak bisa dibaca dari sebuah flow. Pakai input FILE atau namespace files.',
    });
  }
  return address;
}

async function bytesOf(address: string, { ports }: TaskContext, most = MOST): Promise<Uint8Array> {
  if (!address.startsWith('kestra://')) return new TextEncoder().encode(address);
  const size = await ports.storage.size(address);
  if (size !== undefined && size > most)
    throw new TaskError(`The file ${address} is too large (${size} bytes)`, {
      explanation:
        'Berkas-berkas untuk script ini lebih dari 512 MB: terlalu besar. Olah datanya dengan task SQL, atau bagi dulu.',
    });
  return new Uint8Array(await new Response(await ports.storage.open(address)).arrayBuffer());
}

/** A property that is a map, or JSON text of one. */
export function mapFrom(text: string, property: string): Record<string, unknown> {
  let parsed: unknown = text;
  try {
    parsed = JSON.parse(text);
  } catch {
    // said by asMap
  }
  return asMap(parsed, property);
}

export function asMap(value: unknown, property: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw new TaskError(
    `Invalid \`${property === 'inputFiles' ? 'files' : property}\` properties: ${String(value).slice(0, 100)}`,
    {
      explanation: `${property} harus berupa map, atau teks JSON yang berisi map.`,
    },
  );
}
