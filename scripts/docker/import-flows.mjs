// Puts each lab's starter into a Kestra, through its REST API: `node import-flows.mjs URL LABS`, user and password in KESTRA_USER and
// KESTRA_PASSWORD. A flow that is there already is left as the learner has it. Plain JavaScript without dependencies.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const [url = 'http://127.0.0.1:8080', labs = 'labs'] = process.argv.slice(2);
const { KESTRA_USER = '', KESTRA_PASSWORD = '' } = process.env;
const headers = {
  'content-type': 'application/x-yaml',
  ...(KESTRA_USER && {
    authorization: `Basic ${Buffer.from(`${KESTRA_USER}:${KESTRA_PASSWORD}`).toString('base64')}`,
  }),
};

let failed = 0;
for (const path of (await readdir(labs, { recursive: true })).filter((name) => name.endsWith('starter.yaml')).sort()) {
  const body = await readFile(join(labs, path), 'utf8');
  const response = await fetch(`${url}/api/v1/main/flows`, { method: 'POST', headers, body });
  const said = await response.text();
  if (response.ok) console.log(`${path}: tersimpan di Kestra.`);
  else if (response.status === 422 && /already exists/i.test(said)) console.log(`${path}: sudah ada, dibiarkan.`);
  else {
    failed++;
    console.error(`${path}: ditolak Kestra (${response.status}): ${said.slice(0, 500)}`);
  }
}
process.exitCode = failed > 0 ? 1 : 0;
