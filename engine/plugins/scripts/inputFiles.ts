/** The files a script finds: from text, from `kestra://` addresses, and whatever address stands in its own text. */
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
  for (const [path, content] of await inputContents(given, context, extra))
    files[path] = await bytesOf(content, context);
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
      ? mapFrom(await context.render(given, extra))
      : ((await context.renderTyped(given ?? {}, extra)) as Record<string, unknown>);
  const contents = new Map<string, string>();
  for (const [path, content] of Object.entries(rendered)) {
    if (content === null || content === undefined) continue;
    contents.set(path, addressOf(typeof content === 'string' ? content : JSON.stringify(content), context));
  }
  return contents;
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
  const address = content.startsWith('nsfile:///')
    ? `kestra:///${execution.namespace.replaceAll('.', '/')}/_files/${content.slice('nsfile:///'.length)}`
    : content;
  if (address.startsWith('file://')) {
    throw new TaskError(`Access to ${address} is not allowed`, {
      explanation: 'Berkas di komputer ini tidak bisa dibaca dari sebuah flow. Pakai input FILE atau namespace files.',
    });
  }
  return address;
}

async function bytesOf(address: string, { ports }: TaskContext): Promise<Uint8Array> {
  if (!address.startsWith('kestra://')) return new TextEncoder().encode(address);
  const size = await ports.storage.size(address);
  if (size !== undefined && size > MOST)
    throw new TaskError(`The file ${address} is too large (${size} bytes)`, {
      explanation: 'Berkas ini terlalu besar untuk sebuah script.',
    });
  return new Uint8Array(await new Response(await ports.storage.open(address)).arrayBuffer());
}

function mapFrom(text: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return { ...parsed };
  } catch {
    // said below
  }
  throw new TaskError(`Invalid inputFiles: ${text.slice(0, 100)}`, {
    explanation: 'inputFiles harus berupa map, atau teks JSON yang berisi map.',
  });
}
