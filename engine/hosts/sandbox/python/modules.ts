/** Our small stand-ins for the packages that lessons use: `kestra` speaks by `::{}::` lines, `requests` by the host's Http port. */
import { REQUESTS } from './requests.ts';

export const MODULES: Record<string, string> = {
  'kestra.py': `import json as _json
import sys as _sys
import time as _time


def _emit(message):
    _sys.stdout.write("::" + _json.dumps(message, default=str) + "::\\n")
    _sys.stdout.flush()


class Kestra:
    @staticmethod
    def outputs(values):
        _emit({"outputs": values})

    @staticmethod
    def counter(name, value, tags=None):
        _emit({"metrics": [{"name": name, "type": "counter", "value": value, "tags": tags or {}}]})

    @staticmethod
    def timer(name, duration, tags=None):
        if callable(duration):
            start = _time.time()
            duration(lambda: _emit({"metrics": [{"name": name, "type": "timer", "value": _time.time() - start, "tags": tags or {}}]}))
        else:
            _emit({"metrics": [{"name": name, "type": "timer", "value": duration, "tags": tags or {}}]})

    @staticmethod
    def logger():
        import logging

        logger = logging.getLogger("Kestra")
        if not logger.handlers:
            handler = logging.StreamHandler(_sys.stdout)
            logger.addHandler(handler)
            logger.setLevel(logging.DEBUG)
        return logger
`,
  'requests.py': REQUESTS,
};

/** Packages that lessons import and a sandbox does not bring. */
export const MISSING: Record<string, string> = {
  pandas:
    'pandas belum ada di sandbox. Pakai modul csv dari pustaka standar, atau jalankan di terminal dengan --runner process.',
  polars:
    'polars belum ada di sandbox. Pakai modul csv dari pustaka standar, atau jalankan di terminal dengan --runner process.',
  numpy:
    'numpy belum ada di sandbox. Pakai modul math atau statistics, atau jalankan di terminal dengan --runner process.',
};
