/**
 * Takes Node's own modules out of a thread's hands once it has booted. Pyodide keeps `fs` and its like for itself, so a script that
 * got hold of Pyodide would read the disk through them; here they are left without a single working function, for the thread only.
 */
import childProcess from 'node:child_process';
import cluster from 'node:cluster';
import dgram from 'node:dgram';
import dns from 'node:dns';
import fs from 'node:fs';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import inspector from 'node:inspector';
import modules, { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import process from 'node:process';
import repl from 'node:repl';
import tls from 'node:tls';
import v8 from 'node:v8';
import vm from 'node:vm';
import wasi from 'node:wasi';
import threads from 'node:worker_threads';

const DISARMED: readonly object[] = [
  fs,
  fs.promises,
  childProcess,
  cluster,
  dgram,
  dns,
  dns.promises,
  http,
  http2,
  https,
  inspector,
  modules,
  net,
  repl,
  tls,
  v8,
  vm,
  wasi,
  threads,
];
/** The rest of `process` is asked by Node itself at every turn. */
const OF_PROCESS = [
  'binding',
  '_linkedBinding',
  'dlopen',
  'getBuiltinModule',
  'kill',
  '_kill',
  'loadEnvFile',
  'execve',
];

function refused(): never {
  throw new Error('not available in a sandbox');
}

/** Call it last: the thread can import nothing afterwards. */
export function disarm(): void {
  for (const module of DISARMED) {
    for (const name of Object.keys(module)) {
      const { value } = Object.getOwnPropertyDescriptor(module, name) ?? {};
      if (typeof value === 'function') Reflect.set(module, name, refused);
    }
  }
  for (const name of OF_PROCESS) Reflect.set(process, name, refused);
  syncBuiltinESMExports();
}
