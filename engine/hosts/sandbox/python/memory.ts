/** Keeps a script's memory within bounds: beyond them Python raises `MemoryError`, and neither page nor process feels it. */
const PAGE = 64 * 1024;
const MOST = 1024 * 1024 * 1024;

export function limitMemory(): void {
  const grow = WebAssembly.Memory.prototype.grow;
  WebAssembly.Memory.prototype.grow = function limited(this: WebAssembly.Memory, pages: number): number {
    if (this.buffer.byteLength + pages * PAGE > MOST) throw new RangeError('the script may use no more memory');
    return grow.call(this, pages);
  };
}
