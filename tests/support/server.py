"""A folder served on this machine."""

import functools
import http.server
import threading


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def end_headers(self):
        # Two pages of one name within a second would be one to the browser.
        self.send_header("Cache-Control", "no-store")
        super().end_headers()


def serve(folder, handler=Quiet):
    """A context in which `folder` is served; enter it for the server."""
    handler = functools.partial(handler, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
