/**
 * Shuts, inside a script's worker and once it has booted, every way to the world around it: network, storage, other workers, the
 * process, and code made from text. A learner's Python that reaches the JavaScript below it finds nothing there.
 */
const NAMES = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WebTransport',
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
  'process',
  'require',
  'module',
  'Deno',
  'Bun',
  'global',
];

export function shutDoors(scope: object): void {
  for (const name of NAMES) {
    try {
      Object.defineProperty(scope, name, { value: undefined, writable: false, configurable: false });
    } catch {
      Reflect.deleteProperty(scope, name);
    }
  }
  const kinds = [() => {}, async () => {}, function* () {}, async function* () {}];
  for (const kind of kinds) {
    Object.defineProperty(Object.getPrototypeOf(kind), 'constructor', {
      value: undefined,
      writable: false,
      configurable: false,
    });
  }
}
