"""Removing a patient from the list: the contract regulations of the four nations."""

from dataclasses import replace
from datetime import date

from checklists.authorities import (
    DISABILITY_DISCRIMINATION,
    EQUALITY,
    GMS_ENGLAND,
    GMS_NORTHERN_IRELAND,
    GMS_SCOTLAND,
    GMS_WALES,
)
from checklists.law import (
    Checklist,
    Choice,
    Citation,
    DateQuestion,
    Deadline,
    Element,
    Nation,
    Option,
    Part,
    Recent,
    Removal,
    Severity,
    all_of,
    any_of,
)
from checklists.logic import Finding

ENGLAND, WALES, SCOTLAND, NORTHERN_IRELAND = Nation
ORDINARY_ENGLAND, IMMEDIATE_ENGLAND = GMS_ENGLAND.sch("3, para 24"), GMS_ENGLAND.sch("3, para 25")
ORDINARY_WALES, VIOLENT_WALES = GMS_WALES.sch("3, para 29"), GMS_WALES.sch("3, para 30")
ORDINARY_SCOTLAND, IMMEDIATE_SCOTLAND = GMS_SCOTLAND.sch("6, para 17"), GMS_SCOTLAND.sch("6, para 18")
ORDINARY_NORTHERN_IRELAND = GMS_NORTHERN_IRELAND.sch("5, para 20")
IMMEDIATE_NORTHERN_IRELAND = GMS_NORTHERN_IRELAND.sch("5, para 21")

violence_or_fear = Element(
    "Violence or fear",
    "Was there violence, or did the patient behave so that somebody at the practice feared for their safety?",
    hint="A believable threat online can be enough",
    why="It opens the faster route, which needs no warning but needs a report to the police.",
    find_out="Ask the person who was targeted what they feared. If there is danger now, ring 999 first.",
    authority=IMMEDIATE_ENGLAND,
)
reported_to_police = Element(
    "Reported to police",
    "Has the incident been reported to the police?",
    hint="Note the date and the reference",
    why="The faster route is open only after a report.",
    find_out="Ask who reported it. A report can be made on 101 or online.",
    authority=IMMEDIATE_ENGLAND,
    options=(
        Option("yes", "Yes, and there is a crime reference number", Finding.MET),
        Option("no-reference", "Yes, but there is no reference number yet", Finding.MET),
        Option("no", "No", Finding.NOT_MET),
    ),
)
registered_patient = Element(
    "Registered patient",
    "Is it certain that the author is a patient on your list?",
    hint="Known without anyone looking through records to find out who it is",
    why="Only a patient can be removed. Friends and relatives who are not patients cannot.",
    find_out="Use what the author says of themselves. If in doubt, ask the data protection officer how to check.",
    authority=ORDINARY_ENGLAND,
)
own_conduct = Element(
    "Own conduct",
    "Was it the patient’s own conduct?",
    hint="Not that of a relative or a friend",
    why="Nobody should lose their practice for what somebody else did.",
    find_out="Look at who wrote each post, and whose account it is.",
    authority=ORDINARY_ENGLAND,
)
permitted_reason = Element(
    "Permitted reason",
    "Is the reason free of any barred ground, and not that the patient complained?",
    hint="Barred: age, appearance, disability or condition, sex, race, religion, orientation, class and more",
    why="The contract or the law of equality bars age, appearance, disability or medical condition, gender or gender "
    "reassignment, marriage or civil partnership, pregnancy or maternity, race, religion or belief, sexual orientation "
    "and social class. A complaint, even a harsh one, is a right.",
    find_out="Write the reason in one sentence. Would it still hold if the patient had never complained?",
    authority=ORDINARY_ENGLAND,
)
adjustments_considered = Element(
    "Adjustments considered",
    "Have you thought about disability, illness and capacity, and tried reasonable adjustments?",
    hint="For example dementia, autism, psychosis, a brain injury, or English as a second language",
    why="The law of equality comes before the contract. Conduct that arises from a disability needs special care.",
    find_out="Ask a clinician who is not involved. Write down what was considered and tried.",
    authority=EQUALITY.s("15"),
)
warned = Element(
    "Warned",
    "Was the patient warned that they were at risk of removal, and told why?",
    hint="A spoken warning counts, if it was recorded",
    why="Without a warning in the last twelve months an exception is needed.",
    find_out="Look for the letter, or the note of the talk. The day of the warning counts.",
    authority=ORDINARY_ENGLAND,
)
exception = Element(
    "Exception",
    "If there was no warning in that time: does an exception apply?",
    hint="If one applies, write down which and why",
    why="The contract does without a warning in these cases only.",
    find_out="Decide it with the partners, and record the reasons.",
    authority=ORDINARY_ENGLAND,
    options=(
        Option("change-of-address", "The patient has moved out of the area", Finding.MET),
        Option("harm-to-health", "A warning would harm the patient’s health", Finding.MET),
        Option("safety", "A warning would put somebody’s safety at risk", Finding.MET),
        Option("not-practical", "A warning is not reasonable or practical for another reason", Finding.MET),
        Option("no", "No", Finding.NOT_MET),
    ),
)
frequent_treatment = Choice(
    "Frequent treatment",
    "Is the patient being treated at intervals of less than seven days?",
    hint="For example daily dressings",
    why="The removal then waits until that treatment is no longer needed.",
    find_out="Ask the clinician who treats the patient. No more need be known.",
)
dependants = Severity(
    "Dependants affected",
    "Are children or other dependants on your list affected?",
    hint="For example children registered with the same practice",
    why="They have done nothing. Plan their care, and think about safeguarding.",
    find_out="Ask the safeguarding lead.",
    authority=ORDINARY_ENGLAND,
)

warning = DateQuestion(
    "Warning",
    "When was the warning given?",
    hint="The day on the letter, or of the talk. Leave the day empty if you only know the month",
    why="It must lie within the twelve months before the request for removal.",
    find_out="Look at the copy of the letter.",
)
notice_given = DateQuestion(
    "Notice given",
    "When did you, or will you, give notice of the removal?",
    hint="The day of the telephone call or of sending",
    why="An immediate removal holds from then.",
    find_out="Look at your record of the notice.",
    may_be_ahead=True,
)
notice_received = DateQuestion(
    "Notice received",
    "When did the commissioner receive the notice?",
    hint="NHS England, the health board, or the body that acts for it. Leave it empty if not known",
    why="An ordinary removal is counted from then.",
    find_out="Look at the acknowledgement.",
    not_before=("notice-given",),
)
board_approval = DateQuestion(
    "Board approval",
    "When did the local health board approve the removal?",
    hint="Leave it empty if it has not decided",
    why="In Wales the removal is counted from the approval.",
    find_out="Look at the board’s letter.",
    not_before=("notice-received", "notice-given"),
)

REQUEST = (notice_given, notice_received)
warned_in_time = Recent(warning, 12, REQUEST)
warned_in_time_wales = Recent(warning, 12, REQUEST, with_that_day=True)
WARNED_TOO = "An ordinary removal stays open too: it asks for a warning, or an exception, and not for the police."
IN_RECORDS = "the removal and what led to it, in the patient’s medical record"
WARNING_RECORDS = (
    "the date of the warning and its reasons, or why there was none",
    "the reason for the removal and what led to it",
    "why the reason given to the patient was not specific, if it was not",
    "how disability and capacity were considered",
)
FAIRNESS = (
    "The contract is not the whole of it: a removal must be fair.",
    "Warn, listen, try to mend the relation, take advice, and keep any complaint apart.",
    "Think of disability and capacity first on every route: the law of equality applies to each.",
    "Look at what would do instead: an agreement on behaviour, one named clinician, contact by post, another site.",
)
NOT_ON_THE_LIST = (
    "Other rules hold for somebody who is not on the list: a temporary resident (schedule 3, paragraph 20), or a "
    "person who gets some services only (paragraph 32)."
)
TELL = "Give the patient the specific reasons in writing, unless the relation has broken down beyond repair."


EARLIER = "If the patient registers elsewhere first, it is that day."


WAITS = (
    f"{EARLIER} While treatment is given at intervals of less than seven days, it waits: tell whoever gets the notice, "
    "and count eight days from the end of that treatment."
)


def after(days: int, start: DateQuestion, authority: Citation, otherwise: Deadline | None = None) -> Deadline:
    """Return the day on which a removal takes effect."""
    return Deadline("Effective", authority, start, days=days, otherwise=otherwise, note=EARLIER)


def waiting(effective: Deadline) -> Deadline:
    """Return the same day, which waits while treatment is frequent."""
    otherwise = waiting(effective.otherwise) if effective.otherwise else None
    return replace(effective, otherwise=otherwise, unless=frequent_treatment.answered("yes"), note=WAITS)


def once_approved(days: int, authority: Citation, undecided: int) -> Deadline:
    """Return the day so long after the board’s approval; without a decision by then, so long after the notice."""
    without = after(undecided, notice_received, authority)
    return replace(after(days, board_approval, authority, without), in_time_only=True)


def eighth_day(authority: Citation) -> Deadline:
    """Return the eighth day after the notice; it waits while treatment is frequent."""
    return waiting(after(8, notice_received, authority, after(8, notice_given, authority)))


def at_once(authority: Citation) -> Deadline:
    """Return the day of the notice itself."""
    return after(0, notice_given, authority, after(0, notice_received, authority))


def confirmation(authority: Citation, days: int, how: str) -> Deadline:
    """Return the last day for confirming an immediate removal in writing, so many days after the notice."""
    return Deadline(
        "Written confirmation", authority, notice_given, days=days, note=f"If notice was not in writing. {how}"
    )


def asked(authority: Citation) -> tuple[Choice, ...]:
    """Return what an ordinary removal asks besides: what would take the other route, by its authority, and waiting."""
    return violence_or_fear.under(authority), frequent_treatment


def under(authority: Citation, *elements: Element) -> tuple[Element, ...]:
    """Return the same elements under another authority."""
    return tuple(element.under(authority) for element in elements)


def with_notice(
    authority: Citation,
    reason: Element = permitted_reason,
    adjustments: Element = adjustments_considered,
    in_time: Recent = warned_in_time,
) -> tuple[Part, ...]:
    """Return what an ordinary removal requires: fairness, then a warning in time or an exception."""
    return (
        *under(authority, registered_patient, own_conduct, reason),
        adjustments,
        any_of(all_of(warned.under(authority), in_time), exception.under(authority)),
    )


def after_violence(authority: Citation, reported: Element = reported_to_police) -> tuple[Part, ...]:
    """Return what a removal for violence, or for fear of it, requires."""
    return under(authority, violence_or_fear, reported, registered_patient, own_conduct)


ordinary_england = Removal(
    ENGLAND.jurisdiction,
    date(2015, 12, 7),
    GMS_ENGLAND.reg("1"),
    with_notice(ORDINARY_ENGLAND),
    (),
    (),
    severity=(dependants,),
    nation=ENGLAND,
    event=REQUEST,
    route="ordinary",
    name="ordinary removal",
    authority=ORDINARY_ENGLAND,
    when=violence_or_fear.answered("no"),
    effective=eighth_day(ORDINARY_ENGLAND),
    asks=asked(IMMEDIATE_ENGLAND),
    records=WARNING_RECORDS,
    notes=(*FAIRNESS, TELL, NOT_ON_THE_LIST),
)
immediate_england = replace(
    ordinary_england,
    elements=after_violence(IMMEDIATE_ENGLAND),
    severity=(dependants.under(IMMEDIATE_ENGLAND),),
    route="immediate",
    name="immediate removal",
    authority=IMMEDIATE_ENGLAND,
    when=violence_or_fear.answered("yes"),
    effective=at_once(IMMEDIATE_ENGLAND),
    asks=(),
    deadlines=(confirmation(IMMEDIATE_ENGLAND, 6, "The day of the notice is the first of the seven."),),
    records=(IN_RECORDS, "the report to the police: date and reference", "whether and how the patient was told"),
    notes=(
        *FAIRNESS,
        WARNED_TOO,
        "Tell the patient, unless that is not practicable, would harm them or would put somebody at risk.",
        "The patient’s care may pass to a special allocation scheme.",
        "The law asks for no crime reference number, though some processes do.",
        NOT_ON_THE_LIST,
    ),
)

ordinary_wales = replace(
    ordinary_england,
    nation=WALES,
    since=date(2023, 10, 1),
    since_authority=GMS_WALES.reg("1"),
    elements=with_notice(ORDINARY_WALES, in_time=warned_in_time_wales),
    severity=(dependants.under(ORDINARY_WALES),),
    authority=ORDINARY_WALES,
    effective=waiting(once_approved(8, ORDINARY_WALES, undecided=28)),
    asks=asked(VIOLENT_WALES),
    notes=(
        *FAIRNESS,
        TELL,
        "The notice to the local health board must explain the grounds, and why they are reasonable.",
        "Without a decision the removal takes effect on the 28th day after the board received the notice.",
    ),
)
violent_wales = replace(
    immediate_england,
    nation=WALES,
    since=date(2023, 10, 1),
    since_authority=GMS_WALES.reg("1"),
    elements=after_violence(
        VIOLENT_WALES,
        replace(
            reported_to_police,
            hint="In Wales the notice must give the crime reference number",
            options=(
                Option("yes", "Yes, and there is a crime reference number", Finding.MET),
                Option("no-reference", "Yes, but there is no reference number yet", Finding.NOT_MET),
                Option("no", "No", Finding.NOT_MET),
            ),
        ),
    ),
    severity=(dependants.under(VIOLENT_WALES),),
    name="removal for violence",
    authority=VIOLENT_WALES,
    effective=once_approved(1, VIOLENT_WALES, undecided=7),
    deadlines=(),
    notes=(
        *FAIRNESS,
        WARNED_TOO,
        "In Wales this route is not immediate. The notice must be in writing, with the crime reference number.",
        "Tell the patient once the removal has taken effect.",
    ),
)

ordinary_scotland = replace(
    ordinary_england,
    jurisdiction=SCOTLAND.jurisdiction,
    nation=SCOTLAND,
    since=date(2018, 4, 1),
    since_authority=GMS_SCOTLAND.reg("1"),
    elements=with_notice(ORDINARY_SCOTLAND),
    severity=(dependants.under(ORDINARY_SCOTLAND),),
    authority=ORDINARY_SCOTLAND,
    effective=eighth_day(ORDINARY_SCOTLAND),
    asks=asked(IMMEDIATE_SCOTLAND),
    notes=(*FAIRNESS, TELL),
)
immediate_scotland = replace(
    immediate_england,
    jurisdiction=SCOTLAND.jurisdiction,
    nation=SCOTLAND,
    since=date(2018, 4, 1),
    since_authority=GMS_SCOTLAND.reg("1"),
    elements=after_violence(
        IMMEDIATE_SCOTLAND,
        replace(reported_to_police, asks="Has the incident been reported to the police or the procurator fiscal?"),
    ),
    severity=(dependants.under(IMMEDIATE_SCOTLAND),),
    authority=IMMEDIATE_SCOTLAND,
    effective=at_once(IMMEDIATE_SCOTLAND),
    deadlines=(confirmation(IMMEDIATE_SCOTLAND, 7, "An electronic message does not count as written."),),
    notes=(*FAIRNESS, WARNED_TOO, "Tell the patient, unless that is not practicable, would harm them or is not safe."),
)

ordinary_northern_ireland = replace(
    ordinary_england,
    jurisdiction=NORTHERN_IRELAND.jurisdiction,
    nation=NORTHERN_IRELAND,
    since=date(2004, 4, 1),
    since_authority=GMS_NORTHERN_IRELAND.reg("1"),
    elements=with_notice(
        ORDINARY_NORTHERN_IRELAND,
        reason=replace(
            permitted_reason, hint="Barred here too: political opinion, marital status and having dependants"
        ),
        adjustments=adjustments_considered.under(DISABILITY_DISCRIMINATION.s("21")),
    ),
    severity=(dependants.under(ORDINARY_NORTHERN_IRELAND),),
    authority=ORDINARY_NORTHERN_IRELAND,
    effective=eighth_day(ORDINARY_NORTHERN_IRELAND),
    asks=asked(IMMEDIATE_NORTHERN_IRELAND),
    notes=(*FAIRNESS, TELL),
)
immediate_northern_ireland = replace(
    immediate_england,
    jurisdiction=NORTHERN_IRELAND.jurisdiction,
    nation=NORTHERN_IRELAND,
    since=date(2004, 4, 1),
    since_authority=GMS_NORTHERN_IRELAND.reg("1"),
    elements=after_violence(IMMEDIATE_NORTHERN_IRELAND),
    severity=(dependants.under(IMMEDIATE_NORTHERN_IRELAND),),
    authority=IMMEDIATE_NORTHERN_IRELAND,
    effective=at_once(IMMEDIATE_NORTHERN_IRELAND),
    deadlines=(confirmation(IMMEDIATE_NORTHERN_IRELAND, 7, "A fax does not count as written."),),
    notes=(*FAIRNESS, WARNED_TOO, "Tell the patient, unless that is not practicable, would harm them or is not safe."),
)

list_removal = Checklist(
    "List removal",
    "Whether the contract’s requirements for removing a patient from the list are met, and from when it would hold.",
    claims=(
        immediate_england,
        ordinary_england,
        violent_wales,
        ordinary_wales,
        immediate_scotland,
        ordinary_scotland,
        immediate_northern_ireland,
        ordinary_northern_ireland,
    ),
    law_as_at=date(2026, 11, 22),
    review_due=date(2027, 5, 22),
    before_law="Look at the contract as it stood on that day.",
)
