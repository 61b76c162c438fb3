"""`make bench`: Lighthouse, bytes and requests of every page; speed of every demo.

    python -m benchmarks.pages [--runs N] [PAGE ...]

Pages are served from _build/html, compressed as a host does; nothing else can be reached. The
tables are Markdown. Lighthouse simulates a slow phone; demos run with the CPU slowed fourfold.
"""

import argparse
import functools
import gzip
import http.server
import json
import statistics
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from playwright.sync_api import sync_playwright
from tabulate import tabulate
from tqdm import tqdm

from sigmoids import terminal
from sigmoids_book import node
from tests.support import browser as browsers

HTML = Path("_build/html")
LIGHTHOUSE = Path("node_modules/lighthouse/cli/index.js")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
TIMES = ("paint", "shift")
TEXT = {".html", ".css", ".js", ".svg", ".json", ".ipynb"}


class Host(http.server.SimpleHTTPRequestHandler):
    """Serves files as GitHub Pages does: text compressed, and cached for ten minutes."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_GET(self):
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path /= "index.html"
        if not path.is_file():
            return self.send_error(404)
        content = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix in TEXT:
            content = gzip.compress(content, compresslevel=6, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Cache-Control", "max-age=600")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


def lighthouse(address: str) -> dict[str, float]:
    """One mobile run: the four scores in percent, largest paint (s), layout shift."""
    flags = " ".join(["--headless=new", *(f for f in browsers.FLAGS if " " not in f)])
    with tempfile.NamedTemporaryFile(suffix=".json") as report:
        command = [str(node.binary()), str(LIGHTHOUSE), address, "--quiet", "--output=json"]
        command += [f"--output-path={report.name}", f"--chrome-flags={flags}"]
        command += [f"--only-categories={','.join(CATEGORIES)}"]
        environment = {**node.environment(), "CHROME_PATH": browsers.find()}
        subprocess.run(command, env=environment, check=True, capture_output=True, timeout=180)
        found = json.loads(Path(report.name).read_text(encoding="utf-8"))
    scores = {name: 100 * found["categories"][name]["score"] for name in CATEGORIES}
    audits = found["audits"]
    scores["paint"] = audits["largest-contentful-paint"]["numericValue"] / 1000
    scores["shift"] = audits["cumulative-layout-shift"]["numericValue"]
    scores["failed"] = [
        audit["id"]
        for category in CATEGORIES
        for reference in found["categories"][category]["auditRefs"]
        if reference["weight"] and (audit := audits[reference["id"]])["score"] not in (None, 1)
    ]
    return scores


def first_view(browser, address: str) -> tuple[int, int]:
    """Bytes over the wire and requests of a phone's first visit, before it scrolls."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    sizes = []
    session.on("Network.loadingFinished", lambda e: sizes.append(e["encodedDataLength"]))
    page.goto(address, wait_until="networkidle")
    context.close()
    return int(sum(sizes)), len(sizes)


# To just before where a demo starts to load, if the page did not start it.
APPROACH = """(id) => scrollBy({ behavior: "instant", top:
  document.getElementById(id).getBoundingClientRect().top - innerHeight - 320 })"""

MOUNT = """(id) => new Promise((done, fail) => {
  const demo = document.getElementById(id);
  if ("ready" in demo.dataset) return done(NaN);
  const start = performance.now();
  new MutationObserver(() => done(performance.now() - start))
    .observe(demo, { attributeFilter: ["data-ready"] });
  setTimeout(() => fail(new Error(`${id} was not ready after 20 s`)), 20_000);
  scrollBy({ behavior: "instant", top: 100 });
})"""

INPUT = """(id) => {
  window.delays = [];
  let waiting = [], painting = [];
  const painted = () => {
    for (const start of painting) window.delays.push(performance.now() - start);
    painting = [];
  };
  const channel = new MessageChannel();
  channel.port1.onmessage = painted;
  document.getElementById(id).addEventListener("input", (event) => {
    if (waiting.push(event.timeStamp) === 1) requestAnimationFrame(() => {
      [waiting, painting] = [[], waiting];
      channel.port2.postMessage(0);    // the message comes once the frame is painted,
      requestAnimationFrame(painted);  // unless keys held and the next frame go before it
    });
  }, true);
}"""


# The least that any demo can take here: a slider that changes one number.
BARE = """<!doctype html><title>Bare</title>
<div id="bare"><input type="range"> <b>50</b></div>
<script>
  document.querySelector("input").oninput = ({ target }) => requestAnimationFrame(() => {
    document.querySelector("b").textContent = target.value;
  });
</script>"""


def key_delays(page, id: str) -> list[float]:
    """Milliseconds from each of 60 keys on the first slider to the next frame."""
    page.locator(f"#{id} input[type=range]").first.focus()
    page.evaluate(INPUT, id)
    for i in range(60):  # a locator's press() would search the page for the slider each time
        page.keyboard.down("ArrowRight" if i % 20 < 10 else "ArrowLeft")  # and not up: it is held
        page.wait_for_timeout(33)  # then it repeats about thirty times a second
    page.wait_for_timeout(200)
    return page.evaluate("window.delays")


def demo_speed(browser, address: str, id: str) -> tuple[float, list[float]]:
    """Milliseconds from near the viewport to interactive, and from each key to the next frame."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    if id == "bare":
        page.set_content(BARE)
        mount = float("nan")
    else:
        page.goto(address)
        page.evaluate(APPROACH, id)
        page.wait_for_timeout(1000)  # demos above it start
        mount = page.evaluate(MOUNT, id)  # NaN where it was ready with the page
    delays = key_delays(page, id)
    context.close()
    return mount, delays


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pages", description=__doc__)
    parser.add_argument("pages", nargs="*", help="such as chapters/formula.html; all by default")
    parser.add_argument("--runs", type=int, default=3, help="of Lighthouse a page; the median")
    options = parser.parse_args(arguments)
    if not (HTML / "index.html").exists():
        parser.error(f"{HTML} holds no book. Build it first: make site")
    if not LIGHTHOUSE.exists():
        parser.error("Lighthouse is not installed. Install it: python -m sigmoids_book.node bench")
    built = {p.relative_to(HTML).as_posix() for p in HTML.rglob("*.html")}
    pages = options.pages or sorted(built - {"404.html"})
    if missing := [p for p in pages if not (HTML / p).exists()]:
        parser.error(f"not in {HTML}: {', '.join(missing)}. Build the book first: make site")
    handler = functools.partial(Host, directory=str(HTML))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        root = f"http://127.0.0.1:{server.server_port}/"
        rows, demos = [], []
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=browsers.find(), args=browsers.FLAGS
            )
            demos.append(["one slider, one number", "", *demo_speed(browser, "", "bare")])
            for page in tqdm(pages, desc="bytes and demos", file=sys.stderr):
                size, requests = first_view(browser, root + page)
                rows.append([page, size, requests])
                tab = browser.new_page()
                tab.goto(root + page)
                ids = tab.eval_on_selector_all("[data-demo]", "(all) => all.map((d) => d.id)")
                tab.close()
                for id in ids:
                    demos.append([page, id, *demo_speed(browser, root + page, id)])
            browser.close()
        for row in tqdm(rows, desc="Lighthouse", file=sys.stderr):
            row.append([lighthouse(root + row[0]) for _ in range(options.runs)])
        server.shutdown()

    scores = [
        [
            page,
            *(statistics.median(run[name] for run in runs) for name in (*CATEGORIES, *TIMES)),
            size / 1000,
            requests,
            ", ".join(sorted({name for run in runs for name in run["failed"]})),
        ]
        for page, size, requests, runs in rows
    ]
    heads = ["page", *CATEGORIES, "paint s", "shift", "KB", "requests", "not full"]
    formats = ["", ".0f", ".0f", ".0f", ".0f", ".2f", ".3f", ".0f", "d", ""]
    print(tabulate(scores, heads, "github", floatfmt=formats))
    speeds = [
        [page, id, mount, statistics.median(delays), statistics.quantiles(delays, n=20)[-1]]
        for page, id, mount, delays in demos
    ]
    heads = ["page", "demo", "to interactive ms", "key to frame ms: median", "95%"]
    print("\n" + tabulate(speeds, heads, "github", floatfmt=["", "", ".0f", ".1f", ".1f"]))
    return 0


if __name__ == "__main__":
    sys.exit(terminal.run(main))
