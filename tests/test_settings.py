"""The practice's settings: filled in everywhere, blank where unset, refused in a sentence where wrong."""

import markdown
import pytest

from overrides.settings import CONFIG, LABELS, LOOKS, SettingError, contrast_with_white, read, worded
from tests.test_build import build, house  # noqa: F401 - the fixture


def page(text, **given):
    """Make a page of Markdown with these settings."""
    return markdown.markdown(text, extensions=["overrides.settings"], extension_configs={"overrides.settings": given})


def config(tmp_path, line):
    """Write a mkdocs.yml with one setting."""
    path = tmp_path / "mkdocs.yml"
    path.write_text(f"theme: !!python/name:x.y\nextra:\n  practice: &practice\n    {line}\n", encoding="utf-8")
    return path


def test_nothing_is_set_as_shipped():
    """The settings as shipped name every key and no one: no practice and no person is made up."""
    text = CONFIG.read_text(encoding="utf-8")

    assert read() == {}
    assert all(f"\n    {key}: " in text for key in (*LABELS, *LOOKS))


def test_a_setting_fills_the_page():
    """A setting is said in words: a person as written, markup made harmless, a nation by name, a date in full."""
    given = {"name": "Elm & <b>Oak</b>", "nation": "northern-ireland", "policy_review_date": "2027-11-03"}

    assert page("[=name], [=nation], [=policy_review_date].", **given) == (
        "<p>Elm &amp; &lt;b&gt;Oak&lt;/b&gt;, Northern Ireland, 3 November 2027.</p>"
    )


@pytest.mark.parametrize("key", LABELS)
def test_an_unset_setting_is_a_blank_with_its_label(key):
    """What is not set is a blank that says what belongs there."""
    assert page(f"[={key}]", **{key: None}) == f'<p><span class="blank">{LABELS[key]}</span></p>'


def test_blanks_and_boxes():
    """A blank is always a blank, a box is a box, and code and links stay as they are."""
    html = page("- [ ] Send [_ date of the letter] to [a](b) or [_x] `[_ y] [=z]`", phone="101")

    assert '<li><span class="box">☐</span> Send <span class="blank">date of the letter</span> to' in html
    assert '<a href="b">a</a> or [_x] <code>[_ y] [=z]</code>' in html


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (
            "practice_manger: x",
            "practice_manger in mkdocs.yml is “x”: there is no such setting; did you mean practice_manager?",
        ),
        ("qqq: x", "there are name, nation, practice_manager"),
        (
            "nation: Scotlnd",
            "“Scotlnd”: it is none of england, wales, scotland, northern-ireland; did you mean scotland?",
        ),
        ("policy_review_date: 2027-02-30", "policy_review_date in mkdocs.yml is “2027-02-30”: it is a date"),
        ("policy_review_date: 30/11/2027", "year-month-day"),
        ("email: manager.practice.nhs.uk", "“manager.practice.nhs.uk”: it is an address such as"),
        ("police: 0101", "police in mkdocs.yml is “0101”: it is a text, so put it in quotes: '0101'"),
        ("phone: [1, 2]", "it takes one text"),
        ("colour: '#fff'", "colour in mkdocs.yml is “#fff”: it is a # and six digits"),
        ("colour: '#41b6e6'", "a contrast of 2.3, and need 4.5"),
        ("logo: about/assessmet.png", "there is no such file under docs/; did you mean about/assessment.png?"),
        ("logo: ../package.json", "there is no such file under docs/"),
    ],
)
def test_a_wrong_setting_is_refused(tmp_path, line, words):
    """The sentence names the key and the value, what is allowed, and the near miss."""
    with pytest.raises(SettingError) as refused:
        read(config(tmp_path, line))

    assert words in str(refused.value)
    assert "\n" not in str(refused.value)


def test_right_settings_are_taken(tmp_path):
    """A date needs no quotes; a picture of the site and a dark colour are taken; no block at all is no setting."""
    assert read(config(tmp_path, "policy_review_date: 2027-11-03")) == {"policy_review_date": "3 November 2027"}
    assert worded({"logo": "about/assessment.png", "colour": "#003087"})["colour"] == "#003087"
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    assert read(tmp_path / "mkdocs.yml") == {}


def test_contrast():
    """Contrast is WCAG's: black 21, white 1, and the grey that is known to be just enough."""
    assert contrast_with_white("#000000") == pytest.approx(21)
    assert contrast_with_white("#ffffff") == pytest.approx(1)
    assert contrast_with_white("#767676") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("mkdocs.yml", 'nation: ""', "nation: Wale", "did you mean wales?"),
        ("docs/index.md", "\n# ", "\n[=practice_manger]\n\n# ", "[=practice_manger] asks for a practice setting"),
    ],
    ids=["setting", "page"],
)
def test_a_fault_stops_the_build(house, file, old, new, words):  # noqa: F811 - the fixture
    """A wrong setting, or a page that asks for an unknown one, ends the build with one sentence."""
    path = house / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")

    done = build(house)

    assert done.returncode == 1
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") == 1
