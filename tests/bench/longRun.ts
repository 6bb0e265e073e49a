/**
 * Many executions, or a loop over many values, in a process of its own: `node tests/bench/longRun.ts executions|values|open COUNT HOME`.
 * Prints what it took and the highest resident size, as JSON.
 */
import { createNodeHost } from '#engine/hosts/node/index.ts';
import { createEngine } from '#engine/index.ts';
import { timed } from './engine.ts';
import { forEach, returns } from './flows.ts';
import { peakMegabytes } from './peak.ts';

const [what = '', count = '0', home = ''] = process.argv.slice(2);
const engine = createEngine(createNodeHost({ home }));
const took = await measured();
await engine.close();
console.log(JSON.stringify({ took, megabytes: peakMegabytes() }));

/** Milliseconds; for `values` microseconds a task run, at 1,000 and at COUNT of them. */
async function measured(): Promise<number[]> {
  if (what === 'executions') return [await timed(engine, returns(3), Number(count), 16)];
  if (what === 'values') return [await perTaskRun(1_000, 10), await perTaskRun(Number(count), 1)];
  const began = performance.now();
  await engine.executions({ limit: 10 });
  return [performance.now() - began];
}

async function perTaskRun(values: number, times: number): Promise<number> {
  const flow = await engine.deploy(forEach(values));
  if (times > 1) for (let time = 0; time < times; time++) await once(flow);
  const began = performance.now();
  for (let time = 0; time < times; time++) await once(flow);
  return ((performance.now() - began) * 1_000) / times / values;
}

async function once(flow: { namespace: string; id: string }): Promise<void> {
  const { state } = await engine.wait((await engine.start(flow)).id);
  if (state.current !== 'SUCCESS') throw new Error(`ended ${state.current}`);
}
