"""What the HTML page costs: for one long article, and for the overview of 2,000.

    python -m benchmarks.pages [FOLDER OF TEXTS]

Targets: a page for 1,000 words in under 0.1 s beyond extraction and under 300 kB; the overview of 2,000
articles opens in Chromium in under 2 s (needs Selenium, chromium and chromium-driver; left out without).
"""

import io
import shutil
import sys
import tempfile
import time
from pathlib import Path

import extract
from extract.build import build
from extract.pipeline import parse
from extract.records import Article, BaseRecord

WORDS, ARTICLES = 1000, 2000
Facts = tuple[Article, list[BaseRecord]]


def main(folder: str = "samples") -> None:
    texts = [path.read_text("utf-8") for path in sorted(Path(folder).glob("*.txt"))]
    long = " ".join("\n".join(texts).split(" ")[: WORDS + 1])
    articles = [Article(id=f"article-{number}", text=text) for number, text in enumerate([long, *texts])]
    nlp = extract.load()
    facts = [(article, build(doc, article.id)) for article, doc in parse(nlp, articles)]
    for name in ("first", "next"):
        started = time.perf_counter()
        text = page(facts[:1])
        print(f"1,000 words, {name} page: {time.perf_counter() - started:.3f} s, {len(text.encode()) / 1000:.0f} kB")
    started = time.perf_counter()
    text = page(facts[1:] * (ARTICLES // len(texts) + 1))
    print(f"overview of {ARTICLES:,}: {time.perf_counter() - started:.1f} s, {len(text.encode()) / 1e6:.1f} MB")
    print(f"opened in Chromium: {opened(text)}")


def page(facts: list[Facts]) -> str:
    from extract.write.html import HtmlSink  # noqa: PLC0415 - the first page pays for its import, as in the command

    stream = io.StringIO()
    sink = HtmlSink(stream)
    for article, records in facts:
        sink.write(article, records)
    sink.close()
    return stream.getvalue()


def opened(text: str) -> str:
    try:
        from selenium.webdriver import Chrome, ChromeOptions, ChromeService  # noqa: PLC0415
    except ImportError:
        return "not measured: no Selenium"
    browser, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not browser or not driver:
        return "not measured: no chromium or chromedriver"
    options = ChromeOptions()
    options.binary_location = browser
    options.add_argument("--headless=new")
    options.add_argument("--no-sandbox")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "overview.html")
        path.write_text(text, "utf-8")
        seconds = []
        for _ in range(3):
            chrome = Chrome(options=options, service=ChromeService(driver))
            started = time.perf_counter()
            chrome.get(path.as_uri())
            seconds.append(time.perf_counter() - started)
            chrome.quit()
    return " · ".join(f"{second:.2f} s" for second in seconds)


if __name__ == "__main__":
    main(*sys.argv[1:])
