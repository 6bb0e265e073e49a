/** The `requests` that a sandboxed script imports: what lessons use of it. It speaks to the host by a device (`./httpDevice.ts`). */
import { HTTP_DEVICE } from './httpDevice.ts';

export const REQUESTS = `import json as _json
import os as _os
from urllib.parse import urlencode as _urlencode


def _fetch(method, url, headers, body):
    line = _os.open("${HTTP_DEVICE}", _os.O_RDWR)
    try:
        question = _json.dumps({"method": method, "url": url, "headers": headers}).encode() + b"\\n" + body
        while question:
            question = question[_os.write(line, question) :]
        chunks = []
        while chunk := _os.read(line, 1 << 20):
            chunks.append(chunk)
    finally:
        _os.close(line)
    facts, _, content = b"".join(chunks).partition(b"\\n")
    return _json.loads(facts), content


class RequestException(IOError):
    pass


class ConnectionError(RequestException):
    pass


class HTTPError(RequestException):
    def __init__(self, *args, response=None):
        super().__init__(*args)
        self.response = response


class Timeout(RequestException):
    pass


class JSONDecodeError(RequestException, ValueError):
    pass


class exceptions:
    RequestException = RequestException
    ConnectionError = ConnectionError
    HTTPError = HTTPError
    Timeout = Timeout
    JSONDecodeError = JSONDecodeError


class Headers(dict):
    def __getitem__(self, key):
        return super().__getitem__(key.lower())

    def __contains__(self, key):
        return super().__contains__(key.lower())

    def get(self, key, default=None):
        return super().get(key.lower(), default)


class Response:
    def __init__(self, facts, content):
        self.status_code = facts["status"]
        self.url = facts["url"]
        self.headers = Headers({key: ", ".join(values) for key, values in facts["headers"].items()})
        self.content = content
        self.encoding = "utf-8"

    ok = property(lambda self: self.status_code < 400)
    text = property(lambda self: self.content.decode(self.encoding, "replace"))

    def json(self, **options):
        try:
            return _json.loads(self.content, **options)
        except ValueError as error:
            raise JSONDecodeError(str(error)) from None

    def raise_for_status(self):
        if not self.ok:
            kind = "Client" if self.status_code < 500 else "Server"
            raise HTTPError(f"{self.status_code} {kind} Error for url: {self.url}", response=self)

    def iter_content(self, chunk_size=1):
        size = chunk_size or max(len(self.content), 1)
        for at in range(0, len(self.content), size):
            yield self.content[at : at + size]

    def iter_lines(self, decode_unicode=False):
        yield from (self.text if decode_unicode else self.content).splitlines()

    def close(self):
        pass

    def __bool__(self):
        return self.ok

    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass


def request(method, url, params=None, data=None, json=None, headers=None, **_):
    sent = {str(key).lower(): str(value) for key, value in (headers or {}).items()}
    if params:
        url += ("&" if "?" in url else "?") + (params if isinstance(params, str) else _urlencode(params, doseq=True))
    body = data
    if json is not None:
        body = _json.dumps(json)
        sent.setdefault("content-type", "application/json")
    elif isinstance(data, (dict, list, tuple)):
        body = _urlencode(data, doseq=True)
        sent.setdefault("content-type", "application/x-www-form-urlencoded")
    if body is None:
        body = b""
    if isinstance(body, str):
        body = body.encode()
    facts, content = _fetch(method.upper(), url, sent, body)
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
    return request("HEAD", url, **options)


class Session:
    def __init__(self):
        self.headers = {}

    def request(self, method, url, headers=None, **options):
        return request(method, url, headers={**self.headers, **(headers or {})}, **options)

    def get(self, url, **options):
        return self.request("GET", url, **options)

    def post(self, url, **options):
        return self.request("POST", url, **options)

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass
`;
