"""The law as at: everything relied on is listed, with where it holds and how sure we are."""

import pytest

from checklists import authorities
from checklists.law import Act, Jurisdiction, Nation
from checklists.rules import CHECKLISTS
from overrides.citations import cite
from overrides.fence import law_as_at
from overrides.law_as_at import cited_by, cited_by_pages

CLAIMS = [claim for checklist in CHECKLISTS.values() for claim in checklist.claims]


def shown(table):
    """Return the HTML of a table."""
    return law_as_at(table, "", "", {}, None)


def test_everything_relied_on_is_listed():
    """Each provision and case that a rule or a page cites is on the page, with its address."""
    html = shown("provisions") + shown("cases")
    relied_on = cited_by_pages() | {citation for claim in CLAIMS for citation in cited_by(claim)}

    assert authorities.DEFAMATION.s("3") in relied_on
    assert cite("worker-protection-amendment-of-equality-act-2010-act-2023", None, None) in relied_on
    for citation in relied_on:
        assert f'href="{citation.url}"' in html, citation.cite


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: f"{claim.jurisdiction}-{claim.since}")
def test_a_rule_rests_on_law_of_its_own_jurisdiction(claim):
    """No rule cites an authority that does not hold where the rule does."""
    for citation in cited_by(claim):
        places = {one.jurisdiction if isinstance(one, Nation) else one for one in citation.standing.extent}
        assert claim.jurisdiction in places, citation.cite


def test_a_provision_stands_as_the_whole_unless_it_is_set_apart():
    """Sections 8 and 9 of the Act of 1997 are Scots law; the collective limb began later than the rest."""
    act = authorities.HARASSMENT

    assert act.s("8(3)").standing.extent == (Jurisdiction.SCOTLAND,)
    assert act.s("1(1A)").standing.since.year == 2005
    assert act.s("1(1)").standing == act.s("2").standing == act.standing


def test_what_stands_apart_is_cited():
    """Nothing is said of the standing of a provision that nobody relies on."""
    relied_on = cited_by_pages() | {citation for claim in CLAIMS for citation in cited_by(claim)}
    for act in (value for value in vars(authorities).values() if isinstance(value, Act)):
        cited = {citation.cite for citation in relied_on if act.has(citation)}
        for provision in act.apart:
            assert any(f"{one}(".startswith(f"{act.title}, {provision}(") for one in cited), (act.title, provision)


def test_doubts_are_told_where_the_law_is_listed():
    """What must be confirmed is in the list of doubts, and beside its provision."""
    doubt = authorities.EMPLOYMENT_RIGHTS.standing.doubt

    assert doubt in shown("doubts")
    assert doubt in shown("provisions")


def test_no_reading_is_in_the_future():
    """A day of reading is not after the day as at which a checklist states the law."""
    latest = max(checklist.law_as_at for checklist in CHECKLISTS.values())
    for value in vars(authorities).values():
        standing = getattr(value, "standing", None)
        assert not standing or not standing.read or standing.read <= latest
