/**
 * Cuts Python off from the JavaScript around it: the modules that lead there, and what they have already handed to others.
 * It is the first of two walls. A script that digs through it (ctypes, frames) finds the doors shut (`../doors.ts`).
 */
import type { PyodideAPI } from 'pyodide';

const CLOSE = `
import os, sys

def _close():
    families = ('js', 'pyodide_js', 'pyodide', '_pyodide', '_pyodide_core', 'micropip')
    import js
    foreign = type(js)
    bridged = [finder for finder in sys.meta_path if type(finder).__name__ == 'JsFinder']
    for finder in bridged:
        finder.jsproxies.clear()
        sys.meta_path.remove(finder)
    hidden = [name for name in sys.modules if name.split('.')[0] in families]
    for name in hidden:
        module = sys.modules[name]
        loader = getattr(getattr(module, '__spec__', None), 'loader', None)
        for key in list(vars(loader) if hasattr(loader, '__dict__') and type(loader).__name__ == 'JsLoader' else ()):
            setattr(loader, key, None)
        for key, value in list(getattr(module, '__dict__', {}).items()):
            if isinstance(value, foreign) or key in ('run_js', 'eval_'):
                try:
                    delattr(module, key)
                except Exception:
                    pass

    class Closed:
        @staticmethod
        def find_spec(name, path=None, target=None):
            if name.split('.')[0] in families:
                raise ModuleNotFoundError(
                    f"No module named {name!r} (di sandbox, Python tidak bisa menyentuh halaman atau komputer ini)", name=name)

    sys.meta_path.insert(0, Closed)
    for name in hidden:
        del sys.modules[name]

    def leave(code=0):
        raise SystemExit(code)

    os._exit = leave
    os.abort = lambda: leave(134)

_close()
del _close
`;

export function closePython(pyodide: PyodideAPI): void {
  pyodide.runPython(CLOSE, { globals: pyodide.toPy({}) as never });
}
