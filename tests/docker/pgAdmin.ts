/** pgAdmin over HTTP, the way its own page asks. */
interface Node {
  _id?: string;
  label?: string;
}

/** Opens its page without logging in. */
export async function pgAdmin(url: string) {
  const jar = new Map<string, string>();
  async function ask(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { ...init.headers, cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') };
    const response = await fetch(url + path, { ...init, headers, redirect: 'manual' });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const onward = response.headers.get('location');
    return onward ? ask(onward.replace(url, '')) : response;
  }
  await ask('/browser/');
  const script = await (await ask('/browser/js/utils.js')).text();
  const token = /pgAdmin\['csrf_token'\]\s*=\s*'([^']+)'/.exec(script)?.[1] ?? '';
  const headers = { 'X-pgA-CSRFToken': token, 'content-type': 'application/json' };
  const json = async (path: string, init: RequestInit = {}) => (await ask(path, { ...init, headers })).json();
  /** Some lists come as `data`, some as `result`. */
  const nodes = async (path: string): Promise<Node[]> => {
    const { data, result } = await json(path);
    return data ?? result ?? [];
  };

  let place = '';
  let servers: Node[] = [];
  for (const { _id = '' } of await nodes('/browser/server_group/nodes/')) {
    const found = await nodes(`/browser/server/nodes/${_id}/`);
    if (found.length > 0) [place, servers] = [_id, found];
  }
  const [server] = servers;

  return {
    servers: async () => servers.map(({ label }) => label),
    connect: async (): Promise<string> =>
      (await json(`/browser/server/connect/${place}/${server?._id}`, { method: 'POST', body: '{}' })).info,
    async tables() {
      const databases = await nodes(`/browser/database/nodes/${place}/${server?._id}/`);
      const database = databases.find(({ label }) => label === 'ny_taxi')?._id;
      const schemas = await nodes(`/browser/schema/nodes/${place}/${server?._id}/${database}/`);
      const schema = schemas.find(({ label }) => label === 'public')?._id;
      return (await nodes(`/browser/table/nodes/${place}/${server?._id}/${database}/${schema}/`)).map(
        ({ label }) => label,
      );
    },
  };
}
