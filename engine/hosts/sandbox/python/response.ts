/** The part of our `requests` that an answer is made of, and the errors. Python; `./requests.ts` puts it in its place. */
export const RESPONSE = `
class RequestException(IOError):
    def __init__(self, *args, response=None, request=None):
        super().__init__(*args)
        self.response = response
        self.request = request


class ConnectionError(RequestException):
    pass


class HTTPError(RequestException):
    pass


class Timeout(RequestException):
    pass


class ConnectTimeout(ConnectionError, Timeout):
    pass


class ReadTimeout(Timeout):
    pass


class TooManyRedirects(RequestException):
    pass


class InvalidURL(RequestException, ValueError):
    pass


class MissingSchema(InvalidURL):
    pass


class JSONDecodeError(RequestException, _json.JSONDecodeError):
    def __init__(self, *args):
        _json.JSONDecodeError.__init__(self, *args)
        self.response = None


exceptions = _types.SimpleNamespace(
    RequestException=RequestException,
    ConnectionError=ConnectionError,
    HTTPError=HTTPError,
    Timeout=Timeout,
    ConnectTimeout=ConnectTimeout,
    ReadTimeout=ReadTimeout,
    TooManyRedirects=TooManyRedirects,
    InvalidURL=InvalidURL,
    MissingSchema=MissingSchema,
    JSONDecodeError=JSONDecodeError,
)

codes = _types.SimpleNamespace(**{status.name.lower(): status.value for status in _HTTPStatus})


class _Headers(dict):
    def __getitem__(self, key):
        return super().__getitem__(key.lower())

    def __contains__(self, key):
        return super().__contains__(key.lower())

    def get(self, key, default=None):
        return super().get(key.lower(), default)


def _reason(status):
    try:
        return _HTTPStatus(status).phrase
    except ValueError:
        return ""


class Response:
    def __init__(self, facts, content):
        self.status_code = facts["status"]
        self.reason = _reason(self.status_code)
        self.url = facts["url"]
        self.headers = _Headers({key: ", ".join(values) for key, values in facts["headers"].items()})
        self.content = content
        self.history = []
        self.cookies = {}
        self.elapsed = _datetime.timedelta(0)
        charset = _re.search(r"charset=[\\"']?([^;\\"'\\s]+)", self.headers.get("content-type", ""), _re.I)
        self.encoding = charset.group(1) if charset else "utf-8"

    ok = property(lambda self: self.status_code < 400)
    is_redirect = property(lambda self: "location" in self.headers and self.status_code in (301, 302, 303, 307, 308))
    apparent_encoding = property(lambda self: "utf-8")

    @property
    def text(self):
        try:
            return self.content.decode(self.encoding or "utf-8", "replace")
        except LookupError:
            return self.content.decode("utf-8", "replace")

    def json(self, **options):
        try:
            return _json.loads(self.content, **options)
        except UnicodeDecodeError as error:
            raise JSONDecodeError(str(error), "", 0) from None
        except _json.JSONDecodeError as error:
            raise JSONDecodeError(error.msg, error.doc, error.pos) from None

    def raise_for_status(self):
        if not self.ok:
            kind = "Client" if self.status_code < 500 else "Server"
            message = f"{self.status_code} {kind} Error: {self.reason} for url: {self.url}"
            raise HTTPError(message, response=self)

    def iter_content(self, chunk_size=1, decode_unicode=False):
        content = self.text if decode_unicode else self.content
        size = chunk_size or max(len(content), 1)
        for at in range(0, len(content), size):
            yield content[at : at + size]

    def iter_lines(self, chunk_size=512, decode_unicode=False):
        yield from (self.text if decode_unicode else self.content).splitlines()

    def close(self):
        pass

    def __iter__(self):
        return self.iter_content(128)

    def __bool__(self):
        return self.ok

    def __repr__(self):
        return f"<Response [{self.status_code}]>"

    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass
`;
