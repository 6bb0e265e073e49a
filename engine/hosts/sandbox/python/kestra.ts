/** The `kestra` that a sandboxed script imports: it speaks to the engine by `::{}::` lines, as the package of that name does. */
export const KESTRA = `import json as _json
import logging as _logging
import sys as _sys
import time as _time

_LEVELS = {"CRITICAL": "ERROR", "ERROR": "ERROR", "WARNING": "WARN", "INFO": "INFO", "DEBUG": "DEBUG", "NOTSET": "TRACE"}


class _Handler(_logging.Handler):
    def emit(self, record):
        Kestra._send({"logs": [{"level": _LEVELS.get(record.levelname, "TRACE"), "message": self.format(record)}]})


class Kestra:
    _logger = None

    @staticmethod
    def format(map_):
        return "::" + _json.dumps(map_, default=str) + "::"

    @staticmethod
    def _send(map_):
        _sys.stdout.write(Kestra.format(map_) + "\\n")
        _sys.stdout.flush()

    @staticmethod
    def _metrics(name, type_, value, tags=None):
        Kestra._send({"metrics": [{"name": name, "type": type_, "value": value, "tags": tags or {}}]})

    @staticmethod
    def outputs(map_):
        Kestra._send({"outputs": map_})

    @staticmethod
    def counter(name, value, tags=None):
        Kestra._metrics(name, "counter", value, tags)

    @staticmethod
    def gauge(name, value, tags=None):
        Kestra._metrics(name, "gauge", value, tags)

    @staticmethod
    def timer(name, duration, tags=None):
        if not callable(duration):
            Kestra._metrics(name, "timer", duration, tags)
            return
        start = _time.time()
        duration(lambda: Kestra._metrics(name, "timer", _time.time() - start, tags))

    @staticmethod
    def logger():
        if Kestra._logger is None:
            logger = _logging.getLogger("Kestra")
            logger.setLevel(_logging.DEBUG)
            logger.propagate = False
            handler = _Handler()
            handler.setFormatter(_logging.Formatter("%(message)s"))
            logger.handlers = [handler]
            Kestra._logger = logger
        return Kestra._logger


class Flow:
    def __init__(self, *args, **options):
        raise NotImplementedError(
            "kestra.Flow memanggil server Kestra, dan di sandbox tidak ada server. "
            "Pakai task io.kestra.plugin.core.flow.Subflow untuk menjalankan flow lain."
        )
`;
