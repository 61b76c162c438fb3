"""The archive of the site: what is in it, and what is not."""

import zipfile

from sigmoids_book.site import offline

PAGE = """<head>
<link rel="preload" href="a.woff2">
<link rel="stylesheet" href="a.css">
</head>
<p class="offline">Take it along.</p>
<p>Text</p>
"""


def test_the_archive_holds_the_pages_without_what_servers_and_networks_need(tmp_path):
    html = tmp_path / "html"
    for name in ("index.html", "deep/b.html", "a.css", ".buildinfo", "objects.inv", "404.html"):
        path = html / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PAGE, encoding="utf-8")
    archive = offline.pack(html)
    assert archive == tmp_path / "sigmoid-function.zip"
    assert (html / "sigmoid-function.zip").read_bytes() == archive.read_bytes()
    with zipfile.ZipFile(archive) as found:
        names = found.namelist()
        assert names == [f"sigmoid-function/{n}" for n in ("a.css", "deep/b.html", "index.html")]
        page = '<head>\n<link rel="stylesheet" href="a.css">\n</head>\n<p>Text</p>\n'
        assert found.read("sigmoid-function/index.html").decode() == page
        assert found.read("sigmoid-function/a.css").decode() == PAGE
        for entry in found.infolist():
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert entry.external_attr >> 16 == 0o644
            assert entry.compress_type == zipfile.ZIP_DEFLATED
    first = archive.read_bytes()
    assert offline.pack(html).read_bytes() == first  # the copy in the site does not enter
