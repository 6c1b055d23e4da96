"""The page in a real browser: headless Chromium, driven by Selenium. Skipped where either is missing."""

import io
import json
import os
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from extract.records import Actor, Article, BaseRecord
from extract.write.html import HtmlSink

selenium = pytest.importorskip("selenium", reason="needs Selenium: pip install '.[test]'")
from selenium.webdriver import ActionChains, Chrome, ChromeOptions, ChromeService, Keys  # noqa: E402
from selenium.webdriver.common.by import By  # noqa: E402
from selenium.webdriver.remote.webelement import WebElement  # noqa: E402
from selenium.webdriver.support.ui import WebDriverWait  # noqa: E402

HOSTILE = (
    "</script></style><script>pwned = 1</script><img src=https://foreign.example/x onerror='pwned = 2'> <b onclick=x>"
)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Chrome]:
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    driver = shutil.which("chromedriver")
    if not browser or not driver:
        pytest.skip("needs a browser and its driver: apt-get install chromium chromium-driver")
    options = ChromeOptions()
    options.binary_location = browser
    for argument in ("--headless=new", "--disable-gpu", "--window-size=1300,900", "--force-prefers-reduced-motion"):
        options.add_argument(argument)
    if os.geteuid() == 0:
        options.add_argument("--no-sandbox")  # Chromium refuses its sandbox to root
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    chrome = Chrome(options=options, service=ChromeService(driver))
    yield chrome
    chrome.quit()


class Shown:
    """A page that is open: what it holds, and everything that it asked for or complained of."""

    def __init__(self, chrome: Chrome, path: Path) -> None:
        self.chrome = chrome
        self.path = path
        for kind in ("browser", "performance"):
            log(chrome, kind)  # forget the page before
        chrome.get("about:blank")
        chrome.get(path.as_uri())
        self.wait("return document.documentElement.classList.contains('ready')")

    def run(self, script: str, *arguments: object) -> Any:  # noqa: ANN401 - any JSON value
        return self.chrome.execute_script(script, *arguments)

    def wait(self, condition: str) -> None:
        WebDriverWait(self.chrome, 10).until(lambda chrome: chrome.execute_script(condition))

    def find(self, selector: str) -> WebElement:
        return self.chrome.find_element(By.CSS_SELECTOR, selector)

    def texts(self, selector: str) -> list[str]:
        script = (
            "return [...document.querySelectorAll(arguments[0])].filter(e => e.offsetParent).map(e => e.textContent)"
        )
        found = self.run(script, selector)
        assert isinstance(found, list)
        return found

    def hover(self, selector: str) -> None:
        ActionChains(self.chrome).move_to_element(self.find(selector)).perform()

    def complaints(self) -> list[str]:
        return [entry["message"] for entry in log(self.chrome, "browser")]

    def requests(self) -> list[str]:
        events = [json.loads(entry["message"])["message"] for entry in log(self.chrome, "performance")]
        sent = [event for event in events if event["method"] == "Network.requestWillBeSent"]
        return [event["params"]["request"]["url"] for event in sent]


def log(chrome: Chrome, kind: str) -> list[dict[str, Any]]:
    """What the browser logged since this was last asked."""
    entries = chrome.get_log(kind)  # type: ignore[no-untyped-call]  # Selenium's own gap
    assert isinstance(entries, list)
    return entries


def saved(folder: Path, *facts: tuple[Article, Sequence[BaseRecord]]) -> Path:
    out = io.StringIO()
    sink = HtmlSink(out)
    for article, records in facts:
        sink.write(article, records)
    sink.close()
    path = folder / "page.html"
    path.write_text(out.getvalue(), encoding="utf-8")
    return path


@pytest.fixture
def shown(chromium: Chrome, tmp_path: Path, article: Article, records: list[BaseRecord]) -> Shown:
    return Shown(chromium, saved(tmp_path, (article, records)))


@pytest.fixture
def overview(chromium: Chrome, tmp_path: Path, article: Article, records: list[BaseRecord]) -> Shown:
    other = article.model_copy(update={"title": "Another article"})
    return Shown(chromium, saved(tmp_path, (article, records), (other, records[:3])))


OFFSETS = """
const found = {};
let offset = 0;
for (const paragraph of document.querySelectorAll('.text p'))
  for (const node of paragraph.childNodes) {
    const end = offset + [...node.textContent].length;
    for (const token of (node.dataset?.r ?? '').split(' ')) (found[token] ??= []).push([offset, end]);
    offset = end;
  }
return found;
"""


def test_highlights_stand_at_the_right_characters(shown: Shown, article: Article, records: list[BaseRecord]) -> None:
    assert (
        "".join(shown.run("return [...document.querySelectorAll('.text p')].map(p => p.textContent)")) == article.text
    )
    found = shown.run(OFFSETS)
    for record in records:
        covered = {offset for start, end in found[record.id] for offset in range(start, end)}
        spans = record.mentions if isinstance(record, Actor) else record.spans
        assert covered == {offset for start, end in spans for offset in range(start, end)}, record.id


def test_hover_ties_a_pronoun_to_its_actor_and_its_quote(shown: Shown) -> None:
    shown.hover("[data-r~='quote-1:speaker']")
    assert shown.texts(".text .hot") == ["Peruvian Foreign Minister Ana Flores", "her ", "she"]
    assert [entry.split(" (")[0] for entry in shown.texts(".fact.hot .told")] == ["Ana Flores"]
    assert "".join(shown.texts(".text .quote.tied")) == "“Ecuador must withdraw its troops from the border,”"
    assert shown.find("#card").text.splitlines()[0].startswith("actor Ana Flores (PE, foreign minister)")


def test_focus_ties_a_quote_to_its_speaker(shown: Shown) -> None:
    shown.run("document.querySelector('#quote-1 .content').focus()")
    assert shown.texts(".text .role") == ["she", "told", "Radio Sur"]
    assert shown.texts(".text .actor.tied") == ["Peruvian Foreign Minister Ana Flores", "her ", "she"]


@pytest.mark.parametrize(
    ("link", "words"),
    [
        pytest.param(".diagram a[href='#demand-1']", "withdraw its troops from the border", id="diagram"),
        pytest.param(".timeline a[href='#in-date-1']", "Monday", id="timeline"),
    ],
)
def test_focus_ties_diagram_and_timeline_to_the_text(shown: Shown, link: str, words: str) -> None:
    shown.run("document.querySelector(arguments[0]).focus()", link)
    assert shown.texts(".text .hot") == [words]


def test_keys_walk_through_the_text(shown: Shown) -> None:
    tabbable = "return [...document.querySelectorAll('.text a')].filter(a => a.tabIndex === 0).length"
    assert shown.run(tabbable) == 1
    shown.run("document.querySelector('.text a').focus()")
    for key, words in ((Keys.ARROW_RIGHT, "met"), (Keys.END, "Quito"), (Keys.ARROW_LEFT, "Radio Sur")):
        ActionChains(shown.chrome).send_keys(key).perform()
        assert shown.chrome.switch_to.active_element.text == words
    assert shown.run(tabbable) == 1
    ActionChains(shown.chrome).send_keys(Keys.ESCAPE).perform()
    assert shown.texts(".text .hot, .text .role, #card p") == []


def test_the_tab_key_skips_to_the_facts(shown: Shown) -> None:
    ActionChains(shown.chrome).send_keys(Keys.TAB).perform()
    assert shown.chrome.switch_to.active_element.text == "Skip to the facts"


def test_filter_by_type_and_words(shown: Shown) -> None:
    assert len(shown.texts(".fact")) == 6
    shown.find("input[value=quote]").click()
    assert len(shown.texts(".fact")) == 5
    assert shown.texts(".shown") == ["5 of 6 facts"]
    assert (
        shown.run("return getComputedStyle(document.querySelector('.text .quote')).backgroundColor")
        == "rgba(0, 0, 0, 0)"
    )
    shown.find("input[type=search]").send_keys("withdraw FLORES")
    assert [text.split(":")[0] for text in shown.texts(".fact .told")] == [
        "Ana Flores (PE, foreign minister) demands of Ecuador"
    ]
    shown.find("input[type=search]").clear()
    shown.find("input[type=search]").send_keys("nothing like it")
    assert shown.texts(".shown") == ["0 of 6 facts"]


def test_an_entry_leads_to_its_words(shown: Shown) -> None:
    shown.find("#demand-1 .content").click()
    assert shown.run("return document.querySelector(':target').nextSibling.textContent") == (
        "withdraw its troops from the border"
    )


def test_the_page_asks_for_nothing_and_complains_of_nothing(shown: Shown) -> None:
    shown.hover("#quote-1")
    assert [url for url in shown.requests() if url not in {shown.path.as_uri(), "about:blank"}] in ([], ["data:,"])
    assert shown.complaints() == []


def test_a_hostile_article_is_shown_as_text(
    chromium: Chrome, tmp_path: Path, article: Article, records: list[BaseRecord]
) -> None:
    hostile = article.model_copy(
        update={"text": article.text + HOSTILE, "title": HOSTILE, "id": HOSTILE, "source": HOSTILE}
    )
    poisoned = [record.model_copy(update={"text": HOSTILE, "rule": HOSTILE}) for record in records]
    for facts in ([(hostile, poisoned)], [(hostile, poisoned)] * 2):
        page = Shown(chromium, saved(tmp_path, *facts))
        page.run("location.hash = '#1.title'")
        page.wait("return document.querySelector('.text')")
        assert page.run("return typeof pwned") == "undefined"
        assert page.run("return document.querySelector('.page img, .page script, .page b[onclick]')") is None
        assert page.texts("h1")[-1] == HOSTILE
        assert not [url for url in page.requests() if "foreign" in url]
        assert page.complaints() == []


def test_without_script_the_marks_lead_to_their_entries(
    chromium: Chrome, tmp_path: Path, article: Article, records: list[BaseRecord]
) -> None:
    path = saved(tmp_path, (article, records))
    chromium.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        chromium.get(path.as_uri())
        chromium.find_element(By.CSS_SELECTOR, "a[data-r~='demand-1']").click()
        assert chromium.current_url.endswith("#demand-1")
        assert chromium.find_element(By.CSS_SELECTOR, ".fact:target").text.startswith(
            "Ana Flores (PE, foreign minister)"
        )
    finally:
        chromium.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_the_policy_stops_what_would_slip_through(shown: Shown) -> None:
    shown.run("""
        const image = new Image(); image.src = 'https://foreign.example/x';
        const script = document.createElement('script'); script.textContent = 'pwned = 3';
        const marked = document.createElement('p'); marked.setAttribute('onclick', 'pwned = 4');
        document.body.append(image, script, marked); marked.click();
    """)
    assert shown.run("return typeof pwned") == "undefined"
    assert any("Content Security Policy" in message for message in shown.complaints())


@pytest.mark.parametrize("width", [360, 760, 1300])
def test_nothing_runs_over_the_edge(shown: Shown, width: int) -> None:
    metrics = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 500}
    shown.chrome.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    try:
        assert shown.run("return document.documentElement.scrollWidth") <= width
    finally:
        shown.chrome.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_dark_where_the_reader_wants_it(shown: Shown) -> None:
    ground = "return getComputedStyle(document.body).backgroundColor"
    light = shown.run(ground)
    features = [{"name": "prefers-color-scheme", "value": "dark"}]
    shown.chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    dark = shown.run(ground)
    shown.chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    assert (light, dark) == ("rgb(255, 255, 255)", "rgb(20, 23, 27)")


def test_an_overview_opens_its_articles(overview: Shown) -> None:
    assert overview.texts("h1") == ["2 articles"]
    overview.find("#articles li:nth-child(2) a").click()
    overview.wait("return !document.getElementById('reader').hidden")
    assert overview.texts("h1") == ["Another article"]
    overview.find(".back a").click()
    overview.wait("return document.getElementById('reader').hidden")
    overview.find("#demands a").click()
    overview.wait("return document.querySelector('.fact:target')")
    assert overview.texts("h1") == ["Border talks stall in Lima"]
    assert overview.texts(".fact:target .actor")[:1] == ["Ana Flores"]
    overview.hover("[data-r~='quote-1:speaker']")
    assert len(overview.texts(".text .hot")) == 3
    assert overview.complaints() == []


def test_an_overview_is_searched_and_a_day_chosen(overview: Shown) -> None:
    overview.find("input[type=search]").send_keys("another")
    assert len(overview.texts("[data-row]")) == 1
    overview.find("[data-when='2025-06-02']").click()
    assert [text.split(" — ")[0] for text in overview.texts("#demands li")] == [
        "Ana Flores (PE, foreign minister) demands of Ecuador: withdraw its troops from the border"
    ]
    assert len(overview.texts("#articles li")) == 2
