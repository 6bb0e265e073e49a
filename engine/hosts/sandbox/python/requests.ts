/** The `requests` that a sandboxed script imports: what lessons use of it. It speaks to the host by a device (`./httpDevice.ts`). */
import { HTTP_DEVICE } from './httpDevice.ts';
import { RESPONSE } from './response.ts';

export const REQUESTS = `import base64 as _base64
import datetime as _datetime
import json as _json
import os as _os
import re as _re
import types as _types
from http import HTTPStatus as _HTTPStatus
from urllib.parse import urlencode as _urlencode

__version__ = "2.33.1"


def _fetch(method, url, headers, body, follow):
    line = _os.open("${HTTP_DEVICE}", _os.O_RDWR)
    try:
        head = {"method": method, "url": url, "headers": headers, "follow": follow}
        question = _json.dumps(head).encode() + b"\\n" + body
        while question:
            question = question[_os.write(line, question) :]
        chunks = []
        while chunk := _os.read(line, 1 << 20):
            chunks.append(chunk)
    finally:
        _os.close(line)
    facts, _, content = b"".join(chunks).partition(b"\\n")
    return _json.loads(facts), content

${RESPONSE}

def _pairs(values):
    items = values.items() if hasattr(values, "items") else values
    return [(key, value) for key, value in items if value is not None]


def request(
    method, url, params=None, data=None, json=None, headers=None, auth=None, allow_redirects=True, files=None, **_
):
    url = str(url)
    if not _re.match(r"https?://[^/]", url):
        raise MissingSchema(f"Invalid URL {url!r}: No scheme supplied. Perhaps you meant https://{url}?")
    if files:
        raise NotImplementedError("Mengirim files lewat requests belum ada di sandbox. Pakai task core.http.Request.")
    sent = {str(key).lower(): str(value) for key, value in _pairs(headers or {})}
    if params:
        query = params if isinstance(params, str) else _urlencode(_pairs(params), doseq=True)
        if query:
            url += ("&" if "?" in url else "?") + query
    if isinstance(auth, (tuple, list)):
        sent.setdefault("authorization", "Basic " + _base64.b64encode(":".join(auth).encode()).decode())
    body = data
    if json is not None:
        body = _json.dumps(json)
        sent.setdefault("content-type", "application/json")
    elif isinstance(data, (dict, list, tuple)):
        body = _urlencode(_pairs(data), doseq=True)
        sent.setdefault("content-type", "application/x-www-form-urlencoded")
    if hasattr(body, "read"):
        body = body.read()
    body = b"" if body is None else body.encode() if isinstance(body, str) else bytes(body)
    facts, content = _fetch(method.upper(), url, sent, body, bool(allow_redirects))
    if "problem" in facts:
        raise ConnectionError(facts["problem"])
    return Response(facts, content)


def get(url, params=None, **options):
    return request("GET", url, params=params, **options)


def post(url, data=None, json=None, **options):
    return request("POST", url, data=data, json=json, **options)


def put(url, data=None, **options):
    return request("PUT", url, data=data, **options)


def patch(url, data=None, **options):
    return request("PATCH", url, data=data, **options)


def delete(url, **options):
    return request("DELETE", url, **options)


def head(url, **options):
    options.setdefault("allow_redirects", False)
    return request("HEAD", url, **options)


def options(url, **options):
    return request("OPTIONS", url, **options)


class Session:
    def __init__(self):
        self.headers = {}
        self.params = {}
        self.auth = None
        self.verify = True
        self.cookies = {}

    def mount(self, prefix, adapter):
        pass

    def request(self, method, url, headers=None, params=None, auth=None, **options):
        if not isinstance(params, str):
            params = {**self.params, **dict(params or {})}
        return request(
            method, url, headers={**self.headers, **(headers or {})}, params=params, auth=auth or self.auth, **options
        )

    def get(self, url, **options):
        return self.request("GET", url, **options)

    def post(self, url, data=None, json=None, **options):
        return self.request("POST", url, data=data, json=json, **options)

    def put(self, url, data=None, **options):
        return self.request("PUT", url, data=data, **options)

    def patch(self, url, data=None, **options):
        return self.request("PATCH", url, data=data, **options)

    def delete(self, url, **options):
        return self.request("DELETE", url, **options)

    def head(self, url, **options):
        return self.request("HEAD", url, **options)

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass


session = Session
`;
