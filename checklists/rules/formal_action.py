"""Formal action: the routes side by side, with whose decision each is and what it needs, offers, costs and risks."""

from dataclasses import replace
from datetime import date

from checklists.authorities import (
    ADMINISTRATION_OF_JUSTICE_SCOTLAND,
    COMMUNICATIONS,
    DEFAMATION,
    DEFAMATION_NORTHERN_IRELAND,
    DEFAMATION_SCOTLAND,
    GMS_ENGLAND,
    GMS_NORTHERN_IRELAND,
    GMS_SCOTLAND,
    HARASSMENT,
    HARASSMENT_NORTHERN_IRELAND,
    NORWICH_PHARMACAL,
    OFCOM,
    ONLINE_SAFETY,
)
from checklists.law import (
    Checklist,
    Choice,
    Citation,
    Claim,
    Jurisdiction,
    Procedure,
    Question,
    Route,
    Step,
    Timely,
    all_of,
    any_of,
)
from checklists.rules.defamation import england_and_wales as defamation_in_england_and_wales
from checklists.rules.defamation import northern_ireland as defamation_in_northern_ireland
from checklists.rules.defamation import scotland as defamation_in_scotland
from checklists.rules.first_response import IN_WALES, yes
from checklists.rules.first_response import author_known as identified
from checklists.rules.malicious_falsehood import england_and_wales as falsehood_in_england_and_wales
from checklists.rules.malicious_falsehood import northern_ireland as falsehood_in_northern_ireland
from checklists.rules.malicious_falsehood import scotland as falsehood_in_scotland

ENGLAND_AND_WALES, SCOTLAND, NORTHERN_IRELAND = Jurisdiction

offence_possible = Choice(
    "Offence possible",
    "Does the checklist of communications offences, or of harassment, leave an offence open?",
    hint="Choose yes for “appears made out” or “unclear”",
    why="The police can only act on what may be an offence.",
    find_out="Work through those checklists first.",
)
harassment_possible = Choice(
    "Harassment possible",
    "Does the harassment checklist leave a claim open?",
    hint="Choose yes for “appears made out” or “unclear”",
    why="Harassment gives a claim, and an order to stop.",
    find_out="Work through that checklist first.",
)
defamation_possible = Choice(
    "Defamation possible",
    "Does the defamation checklist leave a claim open?",
    hint="Choose yes for “appears made out” or “unclear”",
    why="Defamation gives a claim, and in England and Wales a notice to the website’s operator.",
    find_out="Work through that checklist first.",
)
falsehood_possible = Choice(
    "Falsehood possible",
    "Does the malicious falsehood checklist leave a claim open?",
    hint="Choose yes for “appears made out” or “unclear”",
    why="It gives a claim where money was lost, or was likely to be.",
    find_out="Work through that checklist first.",
)
still_up = Choice(
    "Still up",
    "Can the post still be read?",
    hint="By anyone at all, not only by you",
    why="What is gone need not be taken down.",
    find_out="Open the link without signing in.",
)
breaks_rules = Choice(
    "Breaks the platform’s rules",
    "Does it break the platform’s own rules?",
    hint="Most ban abuse, threats, hate, private details and false accounts",
    why="A platform can take down what its rules ban, whatever the law says.",
    find_out="Read the rules that the directory of platforms leads to.",
)
author_known = replace(
    identified,
    why="A claim needs somebody to sue. A notice to the operator needs somebody who cannot be found.",
)
known_patient = Choice(
    "Known patient",
    "Is the author certainly a patient of the practice, and was it their own conduct?",
    hint="Not a relative or a friend",
    why="Only a patient can be removed from the list.",
    find_out="Use what the author says of themselves.",
)
professional = Choice(
    "Regulated author",
    "Is the author a professional with a regulator, acting as one?",
    hint="For example a doctor, a nurse, a solicitor or a journalist",
    why="A regulator can look at the conduct of its own members only.",
    find_out="Look the name up in the public register.",
)
worth_it = Choice(
    "Serious enough",
    "Is the harm serious enough to be worth months of effort and a large bill?",
    hint="Serious harm to a person, or great loss to the practice",
    why="Court action is slow, costly and public. Most cases are better ended in another way.",
    find_out="Ask a solicitor for the range of costs, and the insurer whether it pays.",
)
ASKS = (
    offence_possible,
    harassment_possible,
    defamation_possible,
    falsehood_possible,
    still_up,
    breaks_rules,
    author_known,
    known_patient,
    professional,
    worth_it,
)


PERSON = "The person targeted"
PARTNERS = "The partners"
EITHER = "The person targeted, or the partners for a claim of the practice"


def routes(  # noqa: PLR0913 - one for each authority that differs
    *,
    platform: Citation,
    civil: Citation,
    order: Citation,
    unmask: Citation,
    removal: Citation,
    claims: tuple[Timely, ...],
    years: str,
) -> tuple[Route, ...]:
    """Return the routes that every jurisdiction has, with its authorities."""
    claim = any_of(yes(harassment_possible), *claims)
    return (
        Route(
            "police",
            "Tell the police",
            yes(offence_possible),
            f"{PERSON}. The practice may report where somebody may be in danger, or to protect others",
            "The exact words, dates, links, and how it felt. No proof of who wrote it",
            "A record, a reference number, perhaps a visit, and in the end a prosecution",
            "Nothing in money. Time, and having to tell it more than once",
            "It may go no further. The person does not control what follows",
            COMMUNICATIONS.s("127"),
            "For some offences a prosecution must begin within six months: report now. In danger ring 999.",
        ),
        Route(
            "platform",
            "Report it to the platform",
            all_of(still_up.answered("yes"), breaks_rules.answered("yes")),
            "Anyone. Usually the practice manager",
            "The exact link, the rule that it breaks, and no patient’s details",
            "The post may come down, the account may be blocked",
            "Nothing",
            "It may be refused. The author may learn who reported it",
            platform,
            "There is no limit. Keep a copy first, and ask again if it is refused.",
        ),
        Route(
            "civil-claim",
            "Bring a civil claim",
            all_of(claim, author_known.answered("yes"), worth_it.answered("yes")),
            EITHER,
            "A solicitor who does this work, evidence of each element, a known author",
            "Damages, and perhaps a correction",
            "Often tens of thousands of pounds; the loser pays much of the other side’s costs",
            "It makes the words better known. A strong letter on weak ground does harm",
            civil,
            f"A letter does not stop the clock. For harassment it is {years} years. Once its time is over, only a "
            "court can allow a claim.",
        ),
        Route(
            "injunction",
            "Ask a court to order it to stop",
            all_of(harassment_possible.answered("yes"), worth_it.answered("yes")),
            f"{PERSON}, with the practice’s support",
            "A pattern of harassment, evidence that it will go on, a solicitor",
            "An order to stop; to break it is an offence",
            "As for a claim, sooner",
            "It is refused if the evidence is thin. It does not undo what was read",
            order,
            "Ask soon: delay suggests that it is not urgent.",
        ),
        Route(
            "identify-author",
            "Ask a court to make somebody say who wrote it",
            all_of(author_known.answered("no"), claim, worth_it.answered("yes")),
            EITHER,
            "An arguable claim, somebody who is likely to know, and proof that it is needed and in proportion",
            "A name and an address, if the platform has them",
            "Usually your own costs and those of whoever must tell",
            "The details may be false. Never try to find out by a trick",
            unmask,
            "The clock of the claim itself goes on running.",
        ),
        Route(
            "list-removal",
            "Warn, and remove the patient from the list",
            known_patient.answered("yes"),
            PARTNERS,
            "A patient for certain, their own conduct, fairness, and in most cases a warning in the last twelve months",
            "The end of the relation of care",
            "Time, and a record of the reasons",
            "A complaint, a claim of discrimination, care that is broken off. It does not take a post down",
            removal,
            "The checklist for removing a patient works out the dates.",
        ),
        Route(
            "regulator",
            "Tell the author’s regulator",
            yes(professional),
            f"{PERSON} or the partners",
            "The professional’s name and number, and the exact words",
            "The regulator looks at the conduct",
            "Nothing in money",
            "It is slow, and open only for that profession. Ofcom, which oversees platforms, takes up no single post",
            OFCOM,
            "Each regulator has a limit of its own: ask.",
        ),
    )


operator_notice = Route(
    "operator-notice",
    "Send the website’s operator a notice of complaint",
    all_of(defamation_possible.answered("yes"), still_up.answered("yes"), author_known.answered("no")),
    f"{PERSON}, or the partners for the practice’s own reputation",
    "Eight parts, among them that you cannot identify the author well enough to sue",
    "The operator must act in 48 hours, weekends and bank holidays left out, or loses its defence",
    "Nothing, if you write it yourself",
    "The author sees your notice, though not your details if you say so",
    DEFAMATION.s("5"),
    "The checklist for the notice works out each hour. It may be sent when the time to sue is over, but an operator "
    "then has little to lose.",
)
NO_NOTICE = "This notice exists in England and Wales alone."
NOWHERE = any_of()

STEPS = (
    Step(
        "insurance",
        "Ask the insurers whether legal expenses are covered, before anyone is instructed: practice, home and union.",
        "Practice manager",
        "before any step that costs money",
        gate=True,
        why="Many policies pay only if they were asked first.",
    ),
    Step(
        "defence-body",
        "Ring the medical defence organisation and the local medical committee.",
        "Practice manager",
        "before anyone writes to the author",
        gate=True,
        why="They have seen it before, and it may be part of what you pay for.",
    ),
    Step(
        "agree",
        "Agree with the person targeted who does what. Let somebody else deal with the author.",
        "Partners",
        "before the first step",
    ),
)


def timely(defamation: Claim, falsehood: Claim) -> tuple[Timely, ...]:
    """Return the claims whose time is worked out here, by their own rules."""
    return (
        Timely(defamation_possible.id, ("yes",), "Defamation", defamation.limitations[0]),
        Timely(falsehood_possible.id, ("yes",), "Malicious falsehood", falsehood.limitations[0]),
    )


CLAIMS = {
    ENGLAND_AND_WALES: timely(defamation_in_england_and_wales, falsehood_in_england_and_wales),
    SCOTLAND: timely(defamation_in_scotland, falsehood_in_scotland),
    NORTHERN_IRELAND: timely(defamation_in_northern_ireland, falsehood_in_northern_ireland),
}


def asked(place: Jurisdiction) -> tuple[Question, ...]:
    """Return what is asked in a jurisdiction: the dates are those that its limitations run from, each once."""
    dates: dict[str, Question] = {}
    for claim in CLAIMS[place]:
        for question in claim.limitation.questions:
            dates.setdefault(question.id, question)
    return (*ASKS, *dates.values())


england_and_wales = Procedure(
    ENGLAND_AND_WALES,
    date(2014, 1, 1),
    DEFAMATION.s("17"),
    asked(ENGLAND_AND_WALES),
    steps=STEPS,
    routes=(
        *routes(
            platform=ONLINE_SAFETY.s("20"),
            civil=HARASSMENT.s("3"),
            order=HARASSMENT.s("3"),
            unmask=NORWICH_PHARMACAL,
            removal=GMS_ENGLAND.sch("3, para 24"),
            claims=CLAIMS[ENGLAND_AND_WALES],
            years="six",
        ),
        operator_notice,
    ),
    notes=(IN_WALES,),
)
scotland = replace(
    england_and_wales,
    jurisdiction=SCOTLAND,
    since=date(2022, 8, 8),
    since_authority=DEFAMATION_SCOTLAND.s("1"),
    notes=(),
    asks=asked(SCOTLAND),
    routes=(
        *routes(
            platform=ONLINE_SAFETY.s("20"),
            civil=HARASSMENT.s("8"),
            order=HARASSMENT.s("8"),
            unmask=ADMINISTRATION_OF_JUSTICE_SCOTLAND.s("1(1A)"),
            removal=GMS_SCOTLAND.sch("6, para 17"),
            claims=CLAIMS[SCOTLAND],
            years="three",
        ),
        replace(operator_notice, opens=NOWHERE, authority=DEFAMATION_SCOTLAND.s("3"), timing=NO_NOTICE),
    ),
)
northern_ireland = replace(
    england_and_wales,
    jurisdiction=NORTHERN_IRELAND,
    since=date(2022, 6, 7),
    since_authority=DEFAMATION_NORTHERN_IRELAND.s("14"),
    notes=(),
    asks=asked(NORTHERN_IRELAND),
    routes=(
        *routes(
            platform=ONLINE_SAFETY.s("20"),
            civil=HARASSMENT_NORTHERN_IRELAND.art("5"),
            order=HARASSMENT_NORTHERN_IRELAND.art("5"),
            unmask=NORWICH_PHARMACAL,
            removal=GMS_NORTHERN_IRELAND.sch("5, para 20"),
            claims=CLAIMS[NORTHERN_IRELAND],
            years="six",
        ),
        replace(operator_notice, opens=NOWHERE, authority=DEFAMATION_NORTHERN_IRELAND.s("1"), timing=NO_NOTICE),
    ),
)

formal_action = Checklist(
    "Formal action",
    "The routes of formal action side by side: what each needs, offers, costs and risks, and whether it is open.",
    claims=(england_and_wales, scotland, northern_ireland),
    law_as_at=date(2026, 11, 22),
    review_due=date(2027, 5, 22),
)
