/**
 * Shuts, inside a script's worker and once it has booted, every way to the world around it: network, storage, other workers, the
 * process, and code made from text. A learner's Python that reaches the JavaScript below it finds nothing there.
 */
const NAMES = [
  'eval',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'WebTransport',
  'FontFace',
  'fonts',
  'webkitRequestFileSystem',
  'webkitRequestFileSystemSync',
  'webkitResolveLocalFileSystemURL',
  'webkitResolveLocalFileSystemSyncURL',
  'EventSource',
  'importScripts',
  'Worker',
  'SharedWorker',
  'BroadcastChannel',
  'indexedDB',
  'caches',
  'localStorage',
  'sessionStorage',
  'Notification',
  'navigator',
  'process',
  'require',
  'module',
  'Deno',
  'Bun',
  'global',
];

export function shutDoors(scope: object): void {
  for (
    let holder: object | null = scope;
    holder && holder !== Object.prototype;
    holder = Object.getPrototypeOf(holder)
  ) {
    for (const name of NAMES) if (holder === scope || Object.hasOwn(holder, name)) shut(holder, name);
  }
  shut(scope, 'Function', closedFunction());
  const kinds = [() => {}, async () => {}, function* () {}, async function* () {}];
  for (const kind of kinds) shut(Object.getPrototypeOf(kind), 'constructor');
  for (const name of ['setTimeout', 'setInterval']) withoutText(scope, name);
}

/** `instanceof Function` still tells what a function is, but none is made of text. */
function closedFunction(): object {
  const closed = (): never => {
    throw new TypeError('code can not be made of text here');
  };
  Object.defineProperty(closed, 'prototype', { value: Function.prototype });
  return closed;
}

function shut(holder: object, name: string, instead?: object): void {
  try {
    Object.defineProperty(holder, name, { value: instead, writable: false, configurable: false });
  } catch {
    Reflect.deleteProperty(holder, name);
  }
}

/** A browser's timers take code as text. */
function withoutText(scope: object, name: string): void {
  const timer: unknown = Reflect.get(scope, name);
  if (typeof timer !== 'function') return;
  const guarded = (work: unknown, ...rest: unknown[]): unknown => {
    if (typeof work !== 'function') throw new TypeError('a timer takes a function');
    return Reflect.apply(timer, scope, [work, ...rest]);
  };
  Object.defineProperty(scope, name, { value: guarded, writable: false, configurable: false });
}
