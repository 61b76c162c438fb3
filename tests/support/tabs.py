"""Pages of Chromium as tests use them, and one that is kept from test to test."""

PHONE = {"width": 390, "height": 844}
TESTS = 40  # after which a new one is taken, lest what they leave in memory piles up
# What a test may do to a page that the next would notice: then it gets another.
LASTING = ("on", "once", "route", "add_init_script", "expose_function", "expose_binding")
FORGET = "() => { try { localStorage.clear(); sessionStorage.clear(); } catch {} }"


def phone(browser):
    """A phone's page with touch; what goes wrong on it is collected in `page.wrong`."""
    page = browser.new_context(viewport=PHONE, has_touch=True).new_page()
    page.wrong = []
    page.on("console", lambda m: m.type == "error" and page.wrong.append(m.text))
    page.on("pageerror", lambda e: page.wrong.append(str(e)))
    page.on("crash", lambda _: page.wrong.append("the page crashed"))
    return page


class Keeper:
    """Keeps a phone's page, since to open one takes four times as long as to load what it shows."""

    def __init__(self, browser):
        self.browser, self.page, self.tests = browser, None, 0

    def take(self):
        """The page, empty and as if new."""
        if self.page is None:
            self.page, self.tests = phone(self.browser), 0
            for name in LASTING:
                self._note(name)
        self.tests += 1
        return self.page

    def _note(self, name):
        """A call of this method is the page's last test."""
        page, method = self.page, getattr(self.page, name)

        def noted(*arguments, **options):
            self.tests = TESTS
            return method(*arguments, **options)

        setattr(page, name, noted)

    def give_back(self):
        page = self.page
        if self.tests >= TESTS or page.is_closed() or "the page crashed" in page.wrong:
            return self.close()
        page.evaluate(FORGET)
        page.mouse.move(-9, -9)
        page.goto("about:blank")
        page.set_viewport_size(PHONE)
        page.emulate_media(media="null", color_scheme="light", reduced_motion="no-preference")
        page.wrong.clear()

    def close(self):
        if self.page:
            self.page.context.close()
            self.page = None
