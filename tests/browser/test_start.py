"""How Python starts: one for the site where that can be, from a snapshot where there is one, which holds no answer."""

import gzip
import hashlib
import io
import json
import marshal
import py_compile
import re
import shutil
import zipfile
from base64 import b64encode
from contextlib import contextmanager

import pytest
from playwright.sync_api import expect

from checklists.wire import reply
from overrides import policy, runtime
from overrides.kept import ROOT
from overrides.scenarios import asked, read
from tests.browser.conftest import WAIT, SharedWorker, choose, outcome_of, served, shared_workers, worker_of

HARASSMENT = "/checklists/harassment/"
DEFAMATION = "/checklists/defamation/"
CIVIL = "/civil/defamation/"
PAUSE = 100  # ms
LAX = "script-src 'self' 'unsafe-inline' 'unsafe-eval' 'wasm-unsafe-eval'; worker-src 'self' blob:"

ASK = "(request) => window.python.ask(request)"
ASK_AND_TELL = """(texts) => Promise.all(texts.map(async (text) => {
  const request = JSON.parse(text);
  return [JSON.stringify(request), JSON.stringify(await window.python.ask(request))];
}))"""
STORE = """
(act) => new Promise((resolve, reject) => {
  const opening = indexedDB.open("python");
  opening.onupgradeneeded = () => opening.transaction.abort();
  opening.onerror = () => resolve(undefined);
  opening.onsuccess = () => {
    const transaction = opening.result.transaction("snapshot", "readwrite");
    const store = transaction.objectStore("snapshot");
    const request = store.get(0);
    request.onsuccess = () => {
      const given = act(request.result, store);
      transaction.oncomplete = () => resolve(given);
    };
    opening.result.close();
  };
})
"""
STORED = f"({STORE})((found) => found?.memory.size)"
ALTERED = """async () => {{
  const found = await ({store})((found) => found);
  const bytes = new Uint8Array(await found.memory.arrayBuffer());
  {fault};
  await ({store})((_, store) => store.put(found, 0));
}}"""
HOLDS = f"""(texts) => ({STORE})(async ({{ memory }}) => {{
  const held = new TextDecoder("latin1").decode(await memory.arrayBuffer());
  const encoded = (text, width) => [...text].map((letter) => letter + "\\0".repeat(width - 1)).join("");
  return texts.map((text) => [1, 2, 4].filter((width) => held.includes(encoded(text, width))));
}})"""


@pytest.fixture
def seen():
    """Collect what a server is asked for."""
    return []


@pytest.fixture
def with_header(site, policy_of_site, seen):
    """Serve the site with its policy as a header, as a host that reads the header file does."""
    with served(site, seen, Content_Security_Policy=policy_of_site, Cache_Control="no-store") as found:
        yield found


@pytest.fixture
def without_header(site, seen):
    """Serve the site without its policy as a header; a browser that keeps nothing of it shows all it asks for."""
    with served(site, seen, Cache_Control="no-store") as found:
        yield found


def loaded(seen):
    """Return which large files were asked for."""
    return {what for what in ("wasm", "archive", "whole") if any(f"/{what}-" in path for path in seen)}


def open_case(page, address, path=HARASSMENT):
    """Open a checklist and answer enough for an outcome."""
    page.goto(address + path)
    choose(page, "jurisdiction", "scotland")
    return outcome_of(page)


def wait_until_stored(page):
    """Wait for a stored snapshot."""
    for _ in range(WAIT // PAUSE):
        if page.evaluate(STORED):
            return
        page.wait_for_timeout(PAUSE)
    raise AssertionError("no snapshot was stored")


def test_one_interpreter_serves_page_after_page(chromium, page, with_header, seen):
    """The next page finds the Python of the one before, and loads nothing."""
    open_case(page, with_header)
    SharedWorker(chromium, with_header, page).evaluate("() => { self.met = true }")
    seen.clear()

    open_case(page, with_header, DEFAMATION)

    assert SharedWorker(chromium, with_header, page).evaluate("() => self.met")
    assert loaded(seen) == set()


def test_guidance_that_leads_to_a_checklist_starts_python_ahead(chromium, page, with_header):
    """While the reader reads, the one interpreter starts; the checklist finds it."""
    page.goto(with_header + CIVIL)
    wait_until_stored(page)
    SharedWorker(chromium, with_header, page).evaluate("() => { self.met = true }")

    open_case(page, with_header)

    assert SharedWorker(chromium, with_header, page).evaluate("() => self.met")


def test_guidance_loads_ahead_where_no_interpreter_would_last(page, without_header, seen):
    """Where each page has its own worker only the files are loaded, packed from a server that does not compress."""
    with page.expect_request("**/archive-*.bin"):
        page.goto(without_header + CIVIL)

    assert [worker.url for worker in page.workers if worker.url.startswith("blob:")] == []
    assert not [path for path in seen if path.endswith(".wasm")]


def test_a_metered_connection_is_spared(page, with_header, seen):
    """Where the reader saves data, nothing is loaded ahead."""
    page.add_init_script("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })")
    page.goto(with_header + CIVIL, wait_until="networkidle")
    page.evaluate("() => new Promise((resolve) => requestIdleCallback(resolve))")

    assert any("/ahead-" in path for path in seen)
    assert loaded(seen) == set()
    assert not [path for path in seen if "/worker-" in path]


def test_two_tabs_never_see_each_others_case(chromium, context, with_header):
    """Two tabs ask one interpreter at once, and each is told about its own case alone."""
    tabs = [context.new_page(), context.new_page()]
    cases = [[scenario.request() for scenario in read(id_)] for id_ in ("harassment", "defamation")]
    cases = json.loads(json.dumps(cases, default=str))
    for tab in tabs:
        tab.goto(with_header + HARASSMENT)
    for tab, requests in zip(tabs, cases, strict=True):
        tab.evaluate(f"(requests) => {{ window.replies = Promise.all(requests.map({ASK})) }}", requests)

    replies = [tab.evaluate("() => window.replies") for tab in tabs]

    assert len(shared_workers(chromium.new_browser_cdp_session(), with_header)) == 1
    for told, requests in zip(replies, cases, strict=True):
        assert told == [json.loads(reply(json.dumps(request))) for request in requests]


@pytest.mark.parametrize("header", [None, LAX], ids=["no header", "a lax header"])
def test_a_page_has_its_own_worker_where_the_policy_would_not_bind_a_shared_one(chromium, context, site, header):
    """Without the site's policy on its own response a shared worker is not trusted with an answer."""
    headers = {"Content_Security_Policy": header} if header else {}
    with served(site, **headers) as address:
        page = context.new_page()

        assert open_case(page, address) == "Unclear"
        assert worker_of(page)
        if header is None:
            assert shared_workers(chromium.new_browser_cdp_session(), address) == []


def test_a_policy_of_an_older_version_stops_no_checklist(chromium, site):
    """Where a server still sends an older version's policy, which allows no script in a page, the checklist runs."""
    context = chromium.new_context()
    with served(site, Content_Security_Policy=policy.with_scripts()) as address:
        assert open_case(context.new_page(), address) == "Unclear"
    context.close()


def test_the_second_start_is_from_the_snapshot(page, without_header, seen):
    """What has started once is restored: the archive is not loaded again, and the outcome is the same."""
    before = open_case(page, without_header)
    wait_until_stored(page)
    seen.clear()

    page.reload()

    assert outcome_of(page) == before
    assert "archive" not in loaded(seen)


@pytest.mark.parametrize(
    "fault",
    [
        "bytes[bytes.length >> 1] ^= 1; found.memory = new Blob([bytes])",
        "found.key = 'another build'",
        "delete found.memory",
        "found.memory = found.memory.slice(0, 1000)",
        "found.shape.parts[0][0] += 1; found.shape.parts[0][1] += 1",
    ],
    ids=["altered", "another build", "without bytes", "cut short", "moved"],
)
def test_a_snapshot_that_does_not_fit_is_replaced(page, without_header, seen, fault):
    """A snapshot that is altered, cut short or of another build is deleted, and Python starts without it."""
    before = open_case(page, without_header)
    wait_until_stored(page)
    page.evaluate(ALTERED.format(store=STORE, fault=fault))
    seen.clear()

    page.reload()

    assert outcome_of(page) == before
    assert "archive" in loaded(seen)


def test_a_snapshot_that_cannot_be_restored_is_replaced(page, without_header, seen):
    """A snapshot that Pyodide refuses is deleted, and Python starts without it: the reader sees the outcome."""
    before = open_case(page, without_header)
    wait_until_stored(page)
    fault = """
      new Int32Array(bytes.buffer)[4] ^= 1; // of the build's name
      found.sum = JSON.stringify(found.shape) + new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
      found.memory = new Blob([bytes]);
    """
    page.evaluate(ALTERED.format(store=STORE, fault=fault))
    seen.clear()

    page.reload()

    assert outcome_of(page) == before
    assert "archive" in loaded(seen)


def test_without_room_for_a_snapshot_nothing_is_said(page, context, without_header, seen):
    """Where the browser has no room left Python starts from the archive each time, in silence."""
    session = context.new_cdp_session(page)
    session.send("Storage.overrideQuotaForOrigin", {"origin": without_header, "quotaSize": 1_000_000})
    open_case(page, without_header)
    page.wait_for_timeout(1000)
    seen.clear()

    page.reload()

    assert outcome_of(page) == "Unclear"
    assert "archive" in loaded(seen)


def test_no_answer_is_in_the_snapshot(page, without_header):
    """Answers given while Python starts, and after, are not in what is stored; what is known to be there is found."""
    queued, later = "queuedmarker2031", "latermarker2032"
    request = {"checklist": "harassment", "jurisdiction": "scotland", "today": "2026-11-25"}

    def answers(marker):
        return request | {"answers": {"first-date": {"day": marker, "month": marker, "year": marker}, marker: marker}}

    page.goto(without_header + HARASSMENT)
    told = [page.evaluate(ASK, answers(queued)), page.evaluate(ASK, answers(later))]
    wait_until_stored(page)

    assert [marker in json.dumps(said) for marker, said in zip((queued, later), told, strict=True)] == [True, True]
    found = dict(
        zip(
            (queued, later, "Protection from Harassment Act"),
            page.evaluate(HOLDS, [queued, later, "Protection from Harassment Act"]),
            strict=True,
        )
    )
    assert found == {queued: [], later: [], "Protection from Harassment Act": [1]}


def test_clear_everything_leaves_nothing(page, without_header):
    """It takes the answers of every checklist in the tab and the snapshot away."""
    open_case(page, without_header)
    open_case(page, without_header, DEFAMATION)
    wait_until_stored(page)

    page.get_by_role("button", name="clear everything").click()

    page.wait_for_function("async () => !(await indexedDB.databases()).length")
    assert page.evaluate("() => Object.keys(sessionStorage).filter((key) => key.startsWith('checklist:'))") == []
    expect(page.locator("[name=jurisdiction]:checked")).to_have_count(0)


@contextmanager
def with_archive(site, folder, change):
    """Serve the site with its archive changed, and known to the pages by its new hash."""
    shutil.copytree(site, folder)
    [path] = (folder / "assets" / "python").glob("archive-*.bin")
    before = path.read_bytes()
    members = zipfile.ZipFile(io.BytesIO(gzip.decompress(before)))
    kept = {name: members.read(name) for name in members.namelist()}
    change(kept)
    runtime._write(kept, folder / "changed")
    path.write_bytes(gzip.compress((folder / "changed").read_bytes()))
    old, new = (f"sha256-{b64encode(hashlib.sha256(data).digest()).decode()}" for data in (before, path.read_bytes()))
    for page in (folder / "checklists").glob("*/index.html"):
        html = page.read_text(encoding="utf-8")
        changed = html.replace(old, new)
        for one, other in zip(policy.inline_scripts(html), policy.inline_scripts(changed), strict=True):
            changed = changed.replace(policy.hash_of(one), policy.hash_of(other))
        page.write_text(changed, encoding="utf-8")
    seen = []
    with served(folder, seen, Cache_Control="no-store") as address:
        yield address, seen


def without(module, **members):
    """Return what takes a module out of an archive, and puts members into it."""

    def change(archive):
        modules = marshal.loads(archive[runtime.MODULES])
        del modules[module]
        archive |= {runtime.MODULES: marshal.dumps(modules, 2), **members}

    return change


def test_what_the_archive_lacks_is_found_in_the_whole_one(page, site, tmp_path):
    """A module that is missing at the start is looked for in the whole archive, once; the reader sees the outcome."""
    with with_archive(site, tmp_path / "site", without("difflib")) as (address, seen):
        assert open_case(page, address) == "Unclear"
        assert loaded(seen) == {"wasm", "archive", "whole"}
        assert len([path for path in seen if "/whole-" in path]) == 3  # script, runtime, archive


@pytest.mark.parametrize("lacking", ["wave", "_codecs_jp"])
def test_what_a_request_lacks_is_found_in_the_whole_python(page, site, tmp_path, lacking):
    """What the archive or the runtime lacks only when a request is answered is found, and the request is answered."""
    source = tmp_path / "in_browser.py"
    source.write_text(
        (ROOT / "overrides" / "in_browser.py").read_text(encoding="utf-8")
        + f"\n\ndef reply(text):\n    import {lacking}\n    return wire.reply(text)\n\n\nempty_requests = list\n",
        encoding="utf-8",
    )
    py_compile.compile(
        str(source), cfile=str(tmp_path / "c"), invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH
    )
    compiled = (tmp_path / "c").read_bytes()
    with with_archive(site, tmp_path / "site", without("in_browser", **{"in_browser.pyc": compiled})) as (
        address,
        seen,
    ):
        assert open_case(page, address) == "Unclear"
        assert "whole" in loaded(seen)


def test_the_cut_python_answers_whatever_it_is_asked(page, without_header, seen):
    """Nothing that is asked needs the whole runtime or archive, and each reply is CPython's."""
    page.goto(without_header + HARASSMENT)

    for request, found in page.evaluate(ASK_AND_TELL, [json.dumps(one) for one in asked(seed=2)]):
        assert json.loads(found) == json.loads(reply(request))

    assert loaded(seen) == {"wasm", "archive"}


def test_nothing_moves_when_python_is_ready(page, without_header):
    """The unanswered page is whole as it was built: nothing is laid out anew when Python is there."""
    page.add_init_script("""
      window.shifts = [];
      new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map((entry) => entry.value)))
        .observe({ type: "layout-shift", buffered: true });
    """)
    page.goto(without_header + HARASSMENT)
    page.evaluate(ASK, {"checklist": "harassment", "jurisdiction": "scotland", "today": "2026-11-25"})

    assert page.evaluate("() => window.shifts") == []
    assert re.search(r"Choose where", page.locator(".checklist__status").inner_text())
