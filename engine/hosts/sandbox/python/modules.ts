/** Our small stand-ins for the packages that lessons use: `kestra` speaks by `::{}::` lines, `requests` by the host's Http port. */
import { KESTRA } from './kestra.ts';
import { REQUESTS } from './requests.ts';

export const MODULES: Record<string, string> = { 'kestra.py': KESTRA, 'requests.py': REQUESTS };
