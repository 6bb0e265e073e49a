/**
 * Files in an expression: `read`, `fileURI`, `fileSize`, `fileExists`, `isFileEmpty`. A path is a namespace file, an address must be an
 * execution's or a namespace's file; nothing else of the storage, and nothing of this computer, can be named.
 */
import type { RendererNeeds } from './render.ts';

type Args = Record<string, unknown>;

/** More than this does not belong into an expression. */
const MOST_TEXT = 32 * 1024 * 1024;

export async function read(args: Args, needs: RendererNeeds): Promise<string> {
  const uri = addressOf(args, needs);
  const size = await sizeOf(args, needs);
  if (size > MOST_TEXT)
    throw new Error(`The file ${pathOf(args)} is too large to be read in an expression (${size} bytes)`);
  return new Response(await needs.ports.storage.open(uri)).text();
}

export function fileURI(args: Args, needs: RendererNeeds): string {
  const path = pathOf(args);
  if (climbs(path)) throw new Error("Path must not contain '../'");
  return namespaceFile(namespaceOf(args, needs), path);
}

export const fileSize = (args: Args, needs: RendererNeeds): Promise<number> => sizeOf(args, needs);

export const fileExists = async (args: Args, needs: RendererNeeds): Promise<boolean> =>
  (await needs.ports.storage.size(addressOf(args, needs))) !== undefined;

export const isFileEmpty = async (args: Args, needs: RendererNeeds): Promise<boolean> =>
  (await sizeOf(args, needs)) === 0;

async function sizeOf(args: Args, needs: RendererNeeds): Promise<number> {
  const size = await needs.ports.storage.size(addressOf(args, needs));
  if (size === undefined) throw new Error(`Unable to find file '${pathOf(args)}'`);
  return size;
}

const EXECUTION_FILE = /^kestra:\/\/\/[^?#]+\/executions\/[^/]+\/(tasks|inputs|trigger)\/.+/;
const NAMESPACE_FILE = /^kestra:\/\/\/[^?#]+\/_files\/.+/;

function addressOf(args: Args, needs: RendererNeeds): string {
  const path = pathOf(args);
  if (path.startsWith('kestra:')) {
    if (!climbs(path) && (EXECUTION_FILE.test(path) || NAMESPACE_FILE.test(path))) return path;
    throw new Error(`Unable to read the file '${path}' as it is not an execution file`);
  }
  if (path.startsWith('file:')) {
    throw new Error(
      `The path ${path.replace(/^file:(\/\/)?/, '')} is not authorized. Path must be allowed either globally inside the Kestra configuration using the \`kestra.local-files.allowed-paths\` property.`,
    );
  }
  if (climbs(path)) throw new Error("File should be accessed with their full path and not using relative '..' path.");
  const named = /^nsfile:\/\/([^/]*)\/(.*)$/.exec(path);
  if (named) return namespaceFile(named[1] || namespaceOf(args, needs), named[2] ?? '');
  return namespaceFile(namespaceOf(args, needs), path);
}

const climbs = (path: string): boolean => /(^|[/\\])\.\.([/\\]|$)/.test(path);

const namespaceOf = ({ namespace }: Args, { state }: RendererNeeds): string =>
  typeof namespace === 'string' && namespace !== '' ? namespace : state.header.namespace;

const namespaceFile = (namespace: string, path: string): string =>
  `kestra:///${namespace.replaceAll('.', '/')}/_files/${path.replace(/^\/+/, '')}`;

const pathOf = (args: Args): string => String(args.path ?? args.uri ?? '');
