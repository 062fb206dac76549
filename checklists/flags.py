"""Safety flags: worked out on their own, shown first, whatever the outcome.

Every checklist asks the same optional safety questions. A flag is raised only by
a definite answer or by the clock; an unanswered question raises none.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from checklists.law import Choice, When
from checklists.logic import Status

SAFETY = (
    Choice(
        "Immediate danger",
        "Is anyone in danger now, or soon?",
        hint="The person targeted, anyone else, or the author at risk of suicide or self-harm",
        why="Safety comes before everything else on this page.",
        find_out="Take it as danger where a weapon, a time or a place is named, where the author is on the way, "
        "where people are told to go to somebody’s home, or where there is talk of suicide.",
    ),
    Choice(
        "Threat",
        "Does it contain a threat or menace of any kind?",
        hint="To hurt, to come to the practice, to damage property or cause serious loss",
    ),
    Choice(
        "Address published",
        "Has someone’s home address, phone number or other private detail been published?",
    ),
    Choice(
        "Complaint inside",
        "Is there any complaint about care or service inside it?",
        hint="However rude, however unlikely. An allegation of assault or neglect always counts",
    ),
    Choice(
        "Disability",
        "Might a disability, an illness or a lack of capacity have something to do with the behaviour?",
    ),
    Choice("Author under 18", "Is the author under 18?"),
    Choice(
        "One jurisdiction",
        "Are the author, the person targeted and the readers all in the same part of the UK?",
        hint="England and Wales count as one part; Scotland and Northern Ireland are others",
    ),
    Choice(
        "Records searched",
        "Has anyone looked in patient records, or passed on personal details, to find out who the author is?",
    ),
    Choice(
        "Reply identifies patient",
        "Is there a public reply, sent or drafted, that shows that someone is a patient?",
        hint="Or that gives any detail of care or appointments",
    ),
)


@dataclass(frozen=True)
class Flag:
    """Something a reader must see first, and what raises it.

    ``raised_by`` are answers, ``at`` standings of the clock; either is enough.
    ``presumed`` are answers that raise it together, one set being enough, except where one of ``unless`` is given.
    A flag with none of these is raised by the law of a claim itself. One ``where_asked`` is no matter of
    safety: answers raise it only where the law asks all that it rests on.
    """

    id: str
    message: str
    raised_by: tuple[When, ...] = ()
    at: tuple[Status, ...] = ()
    presumed: tuple[tuple[When, ...], ...] = ()
    unless: tuple[When, ...] = ()
    where_asked: bool = False


FLAGS = (
    Flag(
        "emergency",
        "If anyone is in danger now, ring 999 before you do anything else.",
        raised_by=(When("immediate-danger", ("yes",)),),
        presumed=(
            (When("serious-threat", ("kill", "serious-harm")),),
            (When("address-published", ("yes",)), When("threat", ("yes",))),
            (When("author-at-risk", ("yes",)),),
        ),
        unless=(When("immediate-danger", ("no",)), When("fear-intended", ("no",))),
    ),
    Flag(
        "police",
        "Think about reporting this to the police: 101 or your force’s online form, or 999 if the danger is "
        "immediate. Ask for a reference number.",
        raised_by=(
            When("threat", ("yes",)),
            When("address-published", ("yes",)),
            When("grave", ("yes",)),
            When("fear-of-violence", ("yes",)),
            When("hostility", ("yes",)),
            When("hate", ("yes",)),
            When("stalking", ("yes",)),
            When("violence-or-fear", ("yes",)),
            When("intimate-image", ("yes",)),
            When("sexual-image", ("yes",)),
            When("serious-threat", ("kill", "serious-harm", "financial-loss")),
            When("menacing", ("yes",)),
            When("threatening-or-abusive", ("yes",)),
            When("oppressive", ("yes",)),
            When("harm-intended", ("yes",)),
            When("persistent", ("yes",)),
        ),
    ),
    Flag(
        "intimate-image",
        "Do not open, copy or pass on the picture. If the person shown is or may be under 18, ring the police "
        "now. An adult can ask the platform, StopNCII.org or the Revenge Porn Helpline to have it taken down.",
        raised_by=(When("intimate-image", ("yes",)), When("sexual-image", ("yes",))),
    ),
    Flag(
        "last-day",
        "Today is the last safe day of a time limit shown below. Get legal advice today.",
        at=(Status.LAST_DAY,),
    ),
    Flag(
        "limitation-unknown",
        "The time limit cannot be worked out from these answers. It may be close: find the dates first.",
        at=(Status.UNKNOWN,),
    ),
    Flag(
        "complaint-inside",
        "There may be a complaint inside this. Handle it through the complaints procedure, by someone else if "
        "you can, and keep it apart from what you do about the conduct.",
        raised_by=(When("complaint-inside", ("yes",)), When("privilege", ("yes",))),
    ),
    Flag(
        "disability",
        "A disability or illness may be connected with this. Think about reasonable adjustments, and take advice "
        "before any warning, letter or removal.",
        raised_by=(When("disability", ("yes",)), When("adjustments-considered", ("no",))),
    ),
    Flag(
        "child-author",
        "The author may be under 18. Speak to the safeguarding lead before you act.",
        raised_by=(When("author-under-18", ("yes",)),),
    ),
    Flag(
        "cross-border",
        "More than one legal system may be involved. Take legal advice on which law applies.",
        raised_by=(When("one-jurisdiction", ("no",)), When("forum", ("no",))),
    ),
    Flag(
        "data-incident",
        "Looking in records or passing on details to identify an author may be a personal data breach. Stop, and "
        "tell the data protection officer today.",
        raised_by=(When("records-searched", ("yes",)),),
    ),
    Flag(
        "block-reply",
        "Do not publish the reply, or take it down: it would show that someone is a patient.",
        raised_by=(When("reply-identifies-patient", ("yes",)),),
    ),
    Flag(
        "nominal-damages-only",
        "If no money has in fact been lost, a claim could bring a token sum only, and nothing for hurt feelings.",
        raised_by=(When("actual-loss", ("no",)),),
        presumed=((When("loss", ("yes",)),),),
        unless=(When("actual-loss", ("yes",)),),
        where_asked=True,
    ),
    Flag(
        "ni-no-serious-harm",
        "Northern Ireland has no serious harm test, but a trivial claim can still be struck out.",
    ),
)


def raised(
    answers: Mapping[str, str], statuses: frozenset[Status], always: tuple[str, ...], asked: Collection[str]
) -> Iterator[Flag]:
    """Yield the flags that these answers, standings of the clock and this claim's law raise, in order."""

    def given(when: When) -> bool:
        return answers.get(when.question) in when.values

    for flag in FLAGS:
        rests_on = (*flag.raised_by, *(when for together in flag.presumed for when in together), *flag.unless)
        counts = not flag.where_asked or all(when.question in asked for when in rests_on)
        presumed = any(all(map(given, together)) for together in flag.presumed) and not any(map(given, flag.unless))
        by_answer = counts and (presumed or any(map(given, flag.raised_by)))
        if by_answer or not statuses.isdisjoint(flag.at) or flag.id in always:
            yield flag
