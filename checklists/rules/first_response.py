"""First response: record, report, investigate, act, in the order in which a practice should take them."""

from dataclasses import replace
from datetime import date

from checklists.authorities import (
    CIVIC_GOVERNMENT_SCOTLAND,
    DATA_PROTECTION,
    DATA_PROTECTION_REGULATION,
    DISABILITY_DISCRIMINATION,
    EQUALITY,
    GMS_ENGLAND,
    GMS_NORTHERN_IRELAND,
    GMS_SCOTLAND,
    GMS_WALES,
    HEALTH_AND_SAFETY,
    HEALTH_AND_SAFETY_MANAGEMENT,
    HEALTH_AND_SAFETY_MANAGEMENT_NORTHERN_IRELAND,
    HEALTH_AND_SAFETY_NORTHERN_IRELAND,
    NHS_COMPLAINTS_ENGLAND,
    ONLINE_SAFETY,
    PROTECTION_OF_CHILDREN,
    PROTECTION_OF_CHILDREN_NORTHERN_IRELAND,
)
from checklists.law import Checklist, Choice, Citation, Jurisdiction, Level, Part, Procedure, Step, When, all_of, any_of

ENGLAND_AND_WALES, SCOTLAND, NORTHERN_IRELAND = Jurisdiction

criticism = Choice(
    "Criticism",
    "Is it criticism or opinion of the care or service, however harsh?",
    hint="For example “I waited an hour and nobody cared”",
    why="People may say what they think of the practice. It calls for listening, not for action against them.",
    find_out="Read it as if it were about another practice.",
)
rude = Choice(
    "Rude or unfair",
    "Is it rude, insulting or unfair?",
    hint="For example name-calling, mockery or a one-sided story",
    why="Rudeness alone seldom calls for more than a calm look at it.",
    find_out="Mark the words that go beyond criticism.",
)
personal_abuse = Choice(
    "Personal abuse",
    "Is it abuse of a person who works for the practice, well beyond rude or unfair words?",
    hint="Degrading, hateful or frightening. “She is useless” is rude, not abuse",
    why="Abuse of a person needs a response, and care for that person.",
    find_out="Would patients know who is meant, by name, picture or job?",
)
repeated = Choice(
    "Repeated",
    "Does it go on and on: three times or more, or again after a request to stop?",
    hint="More posts or messages, or the same one put up again",
    why="Rude words that are repeated do more harm, and may be harassment. Criticism may be repeated.",
    find_out="List what you have, with dates.",
)
private_information = Choice(
    "Private information",
    "Does it show something private about a member of staff?",
    hint="Health, family, a private photo. For an address or a phone number, answer the question above",
    why="Private details can come down under most platforms’ rules.",
    find_out="Ask the person what was not public before.",
)
hate = Choice(
    "Hate",
    "Is there hostility because of race, religion, disability, sex, sexual orientation or gender identity?",
    hint="Slurs or symbols count, at any point",
    why="Hate makes it graver, and the police can record it.",
    find_out="Mark the words or images that show it.",
)
stalking = Choice(
    "Stalking",
    "Is somebody being followed, watched or contacted again and again?",
    hint="Online or in person, at work or at home",
    why="Stalking can turn into danger quickly.",
    find_out="Ask the person what has happened, at any time and place.",
)
sexual_image = Choice(
    "Sexual image",
    "Is there a sexual or intimate image, real or faked?",
    hint="Do not open, copy or pass it on",
    why="Copying it can be an offence in itself. There are fast ways to have it taken down.",
    find_out="Ask the person shown. Do not look for it.",
)
author_at_risk = Choice(
    "Author at risk",
    "Does anything suggest that the author may come to harm?",
    hint="Talk of suicide, confusion, or somebody who controls them",
    why="The duty of care to the author comes first.",
    find_out="Show it to the duty doctor.",
)
attention = Choice(
    "Drawing attention",
    "Is it drawing attention: many views, shares or comments?",
    hint="Compare it with what that page usually gets",
    why="A reply to a post that nobody reads gives it readers.",
    find_out="Note the numbers shown, with the time.",
)
author_known = Choice(
    "Author identified",
    "Is it certain who wrote it, without anyone having looked in records?",
    hint="Because they say so, or staff know the account",
    why="A letter to the wrong person does harm.",
    find_out="Use what is in the post and what staff already know. Nothing else.",
)
known_patient = Choice(
    "Known patient",
    "Is it certain that the author is a patient of the practice?",
    hint="Known without looking in records",
    why="Only a patient can be warned and, in the end, removed.",
    find_out="Use what the author says of themselves.",
)
ASKS = (
    criticism,
    rude,
    personal_abuse,
    repeated,
    private_information,
    hate,
    stalking,
    sexual_image,
    author_at_risk,
    attention,
    author_known,
    known_patient,
)


def yes(*questions: str | Choice) -> Part:
    """Return the condition that one of these questions is answered yes."""
    conditions = [When(question if isinstance(question, str) else question.id, ("yes",)) for question in questions]
    return conditions[0] if len(conditions) == 1 else any_of(*conditions)


def no(*questions: str | Choice) -> Part:
    """Return the condition that each of these questions is answered no."""
    return all_of(*(When(question if isinstance(question, str) else question.id, ("no",)) for question in questions))


DANGER = "immediate-danger"
HOSTILE = ("threat", "address-published", hate, stalking, sexual_image)
PERSONAL = (personal_abuse, private_information)
EMERGENCY = yes(DANGER)
GRAVE = yes(DANGER, *HOSTILE)
CRITICAL = yes(criticism, "complaint-inside")
GOES_ON = all_of(yes(repeated), yes(rude))
TARGETED = any_of(yes(*PERSONAL), GOES_ON)
CULPABLE = any_of(yes(*HOSTILE, *PERSONAL), GOES_ON)
SERIOUS = any_of(yes(DANGER, *HOSTILE, *PERSONAL), GOES_ON)
CALM = no(DANGER, *HOSTILE, *PERSONAL, repeated)

LEVELS = (
    Level(
        "L3",
        "Level 3: emergency or serious threat",
        GRAVE,
        "Safety first: 999 or 101, a safety plan, an urgent report to the platform, the commissioner told, and advice "
        "today.",
    ),
    Level(
        "L2",
        "Level 2: abuse aimed at somebody",
        TARGETED,
        "Report it, log it, look after the person, and think about a letter or a warning.",
    ),
    Level(
        "L1", "Level 1: rude or unfair", yes(rude), "Usually no reply. Use the platform’s own rules if it breaks them."
    ),
    Level(
        "L0",
        "Level 0: criticism",
        CRITICAL,
        "Listen. Offer the complaints procedure. Nothing against the author.",
    ),
)

GOOD_PRACTICE = (
    "The steps are good practice. Where one rests on an Act, the Act is named.",
    "The data protection officer advises. The practice manager or a partner leads.",
)
IN_WALES = f"In Wales a removal from the list rests on the {GMS_WALES.sch('3, paras 29, 30').cite}."
MANAGER = "Practice manager"
PARTNERS = "Partners"
PERSON = "Person targeted"
DPO = "Data protection officer"
TODAY = "the same day"
AT_ONCE = "at once"


def steps(  # noqa: PLR0913 - one for each thing that differs
    *,
    employer: Citation,
    risk: Citation,
    equality: Citation,
    image: Citation,
    removal: Citation,
    complaint: Citation | None,
    complaint_by: str,
    commissioner: str,
) -> tuple[Step, ...]:
    """Return the steps in their order, with the authorities of a jurisdiction."""
    return (
        Step(
            "ring-999",
            "Ring 999. Then tell the practice manager.",
            "Whoever sees it",
            AT_ONCE,
            when=EMERGENCY,
            gate=True,
            why="Nothing else matters until people are safe, the author included.",
        ),
        Step(
            "do-not-copy",
            "Do not open, copy, print or pass on the image. Note the link, the account and the time. If the person "
            "shown may be under 18, ring the police and tell the Internet Watch Foundation.",
            "Everybody",
            AT_ONCE,
            image,
            when=yes(sexual_image),
            gate=True,
            why="Making or passing on a copy can be an offence.",
        ),
        Step(
            "keep-evidence",
            "Keep it: the words, the account, the address of the post, date and time, before it disappears. "
            "Leave out sexual images.",
            "Whoever sees it",
            AT_ONCE,
            why="What is gone cannot be shown.",
        ),
        Step(
            "do-not-search",
            "Nobody looks in patient records to find out who wrote it.",
            "Everybody",
            "always",
            DATA_PROTECTION.s("170"),
            gate=True,
            why="It may be an offence, and it spoils everything that follows.",
        ),
        Step(
            "stop-searching",
            "Stop looking. Write down what was looked at and by whom, and tell the data protection officer.",
            f"{MANAGER}, with advice from the {DPO.lower()}",
            TODAY,
            DATA_PROTECTION_REGULATION.art("33"),
            when=yes("records-searched"),
            gate=True,
            why="It may be a personal data breach. Some must be reported within 72 hours.",
        ),
        Step(
            "tell-the-manager",
            "Tell the practice manager, who logs it.",
            "Whoever sees it",
            TODAY,
            why="Telling somebody brings support, and often a fast end.",
        ),
        Step(
            "see-the-person",
            "See the person it is about: how are they, what do they want, do they feel safe?",
            "Line manager",
            TODAY,
            employer,
            why="An employer looks after people at work, online too.",
        ),
        Step(
            "no-reply-before-advice",
            "Nobody replies, likes or argues before advice is taken.",
            "Everybody",
            "always",
            gate=True,
            why="A reply in anger spreads it, and may show that somebody is a patient.",
        ),
        Step(
            "do-not-publish",
            "Do not publish the reply. If it is up, take it down, and tell the data protection officer. Use neutral "
            "words that confirm nothing.",
            MANAGER,
            AT_ONCE,
            DATA_PROTECTION_REGULATION.art("9"),
            when=yes("reply-identifies-patient"),
            gate=True,
            why="Even that somebody is a patient is confidential.",
        ),
        Step(
            "handle-complaint",
            "Take the complaint out and handle it under the complaints procedure, apart from the conduct.",
            "Complaints manager",
            complaint_by,
            complaint,
            when=yes("complaint-inside"),
            gate=True,
            why="A complaint is a right, whatever it is wrapped in.",
        ),
        Step(
            "consider-adjustments",
            "Ask a clinician who is not involved whether a disability, an illness or a lack of capacity plays a part, "
            "and what would help.",
            PARTNERS,
            "before any letter, warning or removal",
            equality,
            when=yes("disability"),
            gate=True,
            why="It may not be meant as it sounds, and the law asks for adjustments first.",
        ),
        Step(
            "safeguarding",
            "Ask the safeguarding lead before anything is done about the author.",
            "Safeguarding lead",
            TODAY,
            when=yes("author-under-18", author_at_risk),
            gate=True,
            why="A child or a person at risk needs care first.",
        ),
        Step(
            "police",
            "Think about the police: 101 or online. The person targeted should normally decide; the practice may "
            "report where others are at risk.",
            f"{PERSON}, with the practice manager",
            TODAY,
            when=GRAVE,
            why="A report is on record, even if nothing follows.",
        ),
        Step(
            "risk-assessment",
            "Assess the risk: home, journeys, lone working, names and photos on the website.",
            MANAGER,
            "within two days",
            risk,
            when=GRAVE,
            why="Threats online can come through the door.",
        ),
        Step(
            "tell-the-commissioner",
            f"Tell the partners and your commissioner: {commissioner}.",
            MANAGER,
            TODAY,
            when=GRAVE,
            why="A threat to staff is a threat to the service. The commissioner can help with safety and the press.",
        ),
        Step(
            "take-advice",
            "Take advice from the defence organisation or the local medical committee.",
            MANAGER,
            "before any reply, letter or warning",
            when=SERIOUS,
            why="They have seen it before, and a wrong word can make it worse.",
        ),
        Step(
            "platform-report",
            "Report the post to the platform, then the account. Keep the reference.",
            MANAGER,
            "at level 3 at once, else the same day",
            ONLINE_SAFETY.s("20"),
            when=SERIOUS,
            why="Most platforms ban abuse of people in their own rules.",
        ),
        Step(
            "listen",
            "Read it for what can be learnt. Offer a way to complain.",
            MANAGER,
            "this week",
            when=CRITICAL,
            why="Criticism is not abuse, and it may be right.",
        ),
        Step(
            "ignore",
            "Leave it alone. Look again in a week.",
            MANAGER,
            "for now",
            when=all_of(yes(rude), attention.answered("no"), CALM),
            why="A reply would give it readers.",
        ),
        Step(
            "one-reply",
            "Give one short reply that confirms nothing about anyone, after advice.",
            "Whoever speaks for the practice",
            "after advice, in a day or two",
            when=all_of(yes(criticism, rude), attention.answered("yes"), CALM),
            why="One calm reply is for the other readers.",
        ),
        Step(
            "letter",
            "Write to the author in private: what was posted, what it did, what you ask, how to complain.",
            PARTNERS,
            "after advice; give at least seven days to answer",
            when=all_of(author_known.answered("yes"), TARGETED),
            why="A private and civil letter ends many cases, and shows later that the author was asked to stop.",
        ),
        Step(
            "warning",
            "Think about a written warning that the patient may be removed from the list.",
            PARTNERS,
            "after advice",
            removal,
            when=all_of(known_patient.answered("yes"), CULPABLE),
            why="Without a warning in the twelve months before, most removals cannot be made.",
        ),
        Step(
            "formal-action",
            "Look at the routes of formal action side by side.",
            f"{PARTNERS} and the person targeted",
            "this week: some time limits are short",
            when=any_of(yes("threat", "address-published", hate, stalking), GOES_ON),
            why="What is grave or goes on may need more than a letter or a report.",
        ),
        Step(
            "review",
            "Look again: did it stop, how is the person, what do we change?",
            MANAGER,
            "after two weeks",
            why="It may go on unseen, and each case teaches something.",
        ),
    )


england_and_wales = Procedure(
    ENGLAND_AND_WALES,
    date(2018, 5, 25),
    DATA_PROTECTION.s("212"),
    ASKS,
    levels=LEVELS,
    steps=steps(
        employer=HEALTH_AND_SAFETY.s("2"),
        risk=HEALTH_AND_SAFETY_MANAGEMENT.reg("3"),
        equality=EQUALITY.s("20"),
        image=PROTECTION_OF_CHILDREN.s("1"),
        removal=GMS_ENGLAND.sch("3, para 24"),
        complaint=NHS_COMPLAINTS_ENGLAND.reg("13"),
        complaint_by="in England, acknowledge it within three working days; in Wales, see the procedure",
        commissioner="the integrated care board in England, the local health board in Wales",
    ),
    notes=(
        *GOOD_PRACTICE,
        IN_WALES,
    ),
)
scotland = replace(
    england_and_wales,
    jurisdiction=SCOTLAND,
    steps=steps(
        employer=HEALTH_AND_SAFETY.s("2"),
        risk=HEALTH_AND_SAFETY_MANAGEMENT.reg("3"),
        equality=EQUALITY.s("20"),
        image=CIVIC_GOVERNMENT_SCOTLAND.s("52"),
        removal=GMS_SCOTLAND.sch("6, para 17"),
        complaint=None,
        complaint_by="in five working days where it can be settled early, in twenty where it is looked into",
        commissioner="the NHS board",
    ),
    notes=GOOD_PRACTICE,
)
northern_ireland = replace(
    england_and_wales,
    jurisdiction=NORTHERN_IRELAND,
    steps=steps(
        employer=HEALTH_AND_SAFETY_NORTHERN_IRELAND.art("4"),
        risk=HEALTH_AND_SAFETY_MANAGEMENT_NORTHERN_IRELAND.reg("3"),
        equality=DISABILITY_DISCRIMINATION.s("21"),
        image=PROTECTION_OF_CHILDREN_NORTHERN_IRELAND.art("3"),
        removal=GMS_NORTHERN_IRELAND.sch("5, para 20"),
        complaint=None,
        complaint_by="as the complaints procedure says",
        commissioner="the Strategic Planning and Performance Group of the Department of Health",
    ),
    notes=GOOD_PRACTICE,
)

first_response = Checklist(
    "First response",
    "What to do now, who does it, by when, and how serious it is.",
    claims=(england_and_wales, scotland, northern_ireland),
    law_as_at=date(2026, 11, 22),
    review_due=date(2027, 5, 22),
)
