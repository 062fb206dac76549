"""An assessment in sentences. It organises facts: no sentence here says that a law has been broken."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from checklists import bank_holidays
from checklists.assessment import Assessment, Change, ClaimFound, Clock, Due, PointFinding, independent_parts
from checklists.dates import Day, in_words
from checklists.law import UNSURE, Answer, Choice, Defence, Element, Offence, Option, Removal, Severity
from checklists.logic import Finding, Outcome, Status

NOT_ADVICE = (
    "This is information to help you organise facts. It is not legal advice and cannot tell you that a law "
    "has been broken."
)
FEW = 4
URGENT = timedelta(days=60)
WEEKEND = {5: "a Saturday", 6: "a Sunday"}

OUTCOMES = {
    Outcome.NOT_APPLICABLE: "Not applicable",
    Outcome.NOT_MADE_OUT: "Not made out",
    Outcome.OUT_OF_TIME: "Out of time",
    Outcome.UNCLEAR: "Unclear",
    Outcome.APPEARS_MADE_OUT: "Appears made out",
}
FINDINGS = {
    Finding.MET: "Met",
    Finding.NOT_MET: "Not met",
    Finding.UNCLEAR: "Unclear",
    Finding.NOT_APPLICABLE: "Does not apply",
}
PROVISION_FINDINGS = {
    Finding.MET: "May be relevant",
    Finding.NOT_MET: "Not indicated by your answers",
    Finding.UNCLEAR: "Cannot be told yet",
    Finding.NOT_APPLICABLE: "Does not apply",
}
STEP_FINDINGS = {Finding.MET: "Do this", Finding.UNCLEAR: "May be needed"}
OPEN = {Finding.MET: "yes", Finding.NOT_MET: "no", Finding.UNCLEAR: "unclear", Finding.NOT_APPLICABLE: "no"}
OPEN_IN_WORDS = {
    Finding.MET: "Open",
    Finding.NOT_MET: "Not open",
    Finding.UNCLEAR: "Cannot be told yet",
    Finding.NOT_APPLICABLE: "Not open",
}
DEFENCE_FINDINGS = {
    **FINDINGS,
    Finding.MET: "Apparent",
    Finding.NOT_MET: "None apparent",
    Finding.UNCLEAR: "Arguable",
}
CLOCKS = {
    "claim": "Time to bring a claim",
    "prosecution": "Time to start a prosecution",
    "prosecution-once-known": "Time to start a prosecution once the evidence is known",
    "summary-prosecution": "Time to start a prosecution in the magistrates’ court",
}
STATUSES = {
    Status.IN_TIME: "In time",
    Status.LAST_DAY: "Last day",
    Status.EXPIRED: "Expired",
    Status.UNKNOWN: "Unknown",
}


def finding_in_words(found: PointFinding) -> str:
    """Return the word for a finding: a defence is apparent, arguable or not apparent."""
    words = DEFENCE_FINDINGS if isinstance(found.point, Defence) else FINDINGS
    return words[found.finding]


def decisive_in_words(found: PointFinding, outcome: Outcome | None) -> str:
    """Return what a decisive point does; nothing for another."""
    if not found.decisive:
        return ""
    return "keeps the outcome open" if outcome is Outcome.UNCLEAR else "decides the outcome"


def headline(assessment: Assessment) -> str:
    """Return the outcome in a sentence or two, with the place whose law it is."""
    name = assessment.checklist.title.lower()
    place = assessment.place.label
    if assessment.outcome is None:
        return _course(assessment)
    if assessment.outcome is Outcome.NOT_APPLICABLE:
        return _not_applicable(assessment)
    if not assessment.found:
        return f"It cannot be told yet. {_still_open(assessment)}"
    if isinstance(assessment.found[0].law, Offence):
        return _offences(assessment, assessment.outcome)
    if isinstance(assessment.found[0].law, Removal):
        return _removal(assessment, assessment.outcome)
    return {
        Outcome.NOT_MADE_OUT: f"On your answers, {name} is not made out in {place}. {_reason(assessment)}",
        Outcome.OUT_OF_TIME: f"On your answers, the time to bring a claim for {name} in {place} appears to have "
        "ended. Exceptions are few: take legal advice at once if it matters.",
        Outcome.UNCLEAR: f"It is unclear from your answers whether {name} is made out in {place}. "
        f"{_still_open(assessment)}",
        Outcome.APPEARS_MADE_OUT: f"On your answers, every element of {name} appears to be made out in {place}. "
        "Only a court can decide. Take legal advice before you act on it.",
    }[assessment.outcome]


def _course(assessment: Assessment) -> str:
    """Return where a procedure stands: its state, its level, or that its routes can be compared."""
    if assessment.state:
        return f"{assessment.state.name}. {assessment.state.then}"
    if assessment.level:
        return f"{assessment.level.name}. {assessment.level.then}"
    if open_routes(assessment):
        return f"Open on your answers: {_listed([_lower_first(name) for name in open_routes(assessment)])}."
    asked = assessment.question(assessment.next)
    if asked:
        return f"It cannot be told yet. Most worth finding out next: {_lower_first(asked.asks)}"
    if assessment.routes:
        return "On your answers none of these routes is open. That is an answer too: most cases end in another way."
    return "Nothing in your answers calls for action against anyone. The steps below still hold."


def _offences(assessment: Assessment, outcome: Outcome) -> str:
    """Return which offences stand where, the most serious outcome alone."""
    these = [found for found in assessment.found if found.outcome is outcome]
    names = [offence_name(found) for found in these] if len(these) <= FEW else [f"{len(these)} offences, listed below"]
    return {
        Outcome.APPEARS_MADE_OUT: f"On your answers, every element appears to be made out of: {_listed(names)}. "
        "Only a court can decide. The police and the prosecutor decide whether to act.",
        Outcome.UNCLEAR: f"On your answers it is unclear for: {_listed(names)}. {_still_open(assessment)}",
        Outcome.OUT_OF_TIME: f"On your answers, the time to prosecute appears to have ended for: {_listed(names)}.",
    }.get(
        outcome,
        f"On your answers, none of the offences here is made out in {assessment.place.label}. "
        "Other laws, and the platform’s own rules, may still help.",
    )


def offence_name(found: ClaimFound) -> str:
    """Return an offence as it is named in a sentence."""
    return f"{_lower_first(found.law.name)} ({found.law.authority.cite})" if isinstance(found.law, Offence) else ""


def offence_elsewhere(assessment: Assessment, offence: Offence) -> str:
    """Return why an offence of the checklist does not apply here, in a sentence."""
    place = assessment.place
    if all(law.place is not place for law in assessment.checklist.claims if law.id == offence.id):
        return f"This offence is not part of the law of {place.label}."
    return f"It was not the law in {place.label} when this was sent."


def offence_because(found: ClaimFound) -> str:
    """Return why an offence stands where it stands, in a sentence."""
    decisive = _listed([one.point.name.lower() for one in found.findings if one.decisive])
    return {
        Outcome.NOT_MADE_OUT: f"What decides it: {decisive}.",
        Outcome.UNCLEAR: f"Still open: {decisive}." if decisive else "Still open.",
        Outcome.OUT_OF_TIME: "The time to prosecute appears to have ended.",
        Outcome.APPEARS_MADE_OUT: "Every element appears to be made out on your answers.",
    }[found.outcome]


def _removal(assessment: Assessment, outcome: Outcome) -> str:
    """Return whether the contract's requirements for a removal appear met, and from when it would hold."""
    routes = [found.law.name for found in assessment.found if isinstance(found.law, Removal)]
    rule = f"{' or '.join(routes)} in {assessment.place.label}"
    effective = assessment.effective
    since = f" It would take effect on {in_words(effective.at)}." if effective and effective.at else ""
    return {
        Outcome.NOT_MADE_OUT: f"On your answers, what the contract requires for {rule} is not complete. "
        f"{_reason(assessment)}",
        Outcome.UNCLEAR: f"It is unclear from your answers whether {rule} is open to you. {_still_open(assessment)}",
    }.get(
        outcome,
        f"On your answers, what the contract requires for {rule} appears to be met.{since} "
        "Whether it is fair is a decision of your own: take advice first.",
    )


def effective_in_words(assessment: Assessment) -> str:
    """Return when a removal takes effect, or would if it could be made; nothing before its route is known."""
    due = assessment.effective
    if due is None:
        return ""
    if assessment.outcome is Outcome.NOT_MADE_OUT and due.at is not None:
        return f"If the requirements were met, it would be {_lower_first(due_in_words(due))}"
    return due_in_words(due)


def due_in_words(due: Due) -> str:
    """Return when a deadline falls, in a sentence."""
    if due.beyond:
        return (
            f"It cannot be told here, because bank holidays are known only from {in_words(bank_holidays.SINCE)} to "
            f"{in_words(bank_holidays.UNTIL)}. {due.deadline.note}"
        ).strip()
    if due.at is None:
        return f"It cannot be worked out from these answers. {due.deadline.note}".strip()
    when = in_words(due.at)
    return f"{when[0].upper()}{when[1:]}{', which has passed' if due.passed else ''}. {due.deadline.note}".strip()


def so_far(assessment: Assessment) -> str:
    """Return the outcome in a line that stays in sight while the reader answers, danger first."""
    danger = "In danger? Ring 999 now. " if any(flag.id == "emergency" for flag in assessment.flags) else ""
    return f"{danger}So far: {outcome_in_words(assessment).lower()}. See why"


def outcome_in_words(assessment: Assessment) -> str:
    """Return the outcome in a word or two; for a procedure, its state or level."""
    if assessment.outcome is not None:
        return OUTCOMES[assessment.outcome]
    at = assessment.state or assessment.level
    routes = len(open_routes(assessment))
    if routes:
        return f"{routes} route{'' if routes == 1 else 's'} open"
    return at.name if at else "Not known yet"


def open_routes(assessment: Assessment) -> list[str]:
    """Return the names of the routes that are open."""
    return [route.name for route, finding, _ in assessment.routes if finding is Finding.MET]


def _not_applicable(assessment: Assessment) -> str:
    place = assessment.place.label
    laws = [law for law in assessment.checklist.claims if law.place is assessment.place]
    if not laws:
        covered = _listed([one.label for one in assessment.checklist.places])
        return f"This checklist does not apply in {place}: it is for {covered} alone."
    since = min(laws, key=lambda law: law.since)
    return (
        f"This checklist does not apply to it in {place}. Its law has been in force since "
        f"{in_words(since.since)} ({since.since_authority.cite}), and the date you gave is earlier. "
        f"{assessment.checklist.before_law}"
    )


def _reason(assessment: Assessment) -> str:
    decisive = [found for found in assessment.findings if found.decisive]
    defences = [found.point.name.lower() for found in decisive if isinstance(found.point, Defence)]
    missing = [found.point.name.lower() for found in decisive if not isinstance(found.point, Defence)]
    reasons = []
    if missing:
        reasons.append(f"Missing: {_listed(missing)}.")
    if defences:
        reasons.append(f"A defence appears on your own answers: {_listed(defences)}.")
    reasons += [
        f"The date of the {condition.question.name.lower()} does not count: it must lie within the "
        f"{condition.months} months before the notice."
        for found in assessment.found
        for condition in found.too_old
    ]
    return " ".join(reasons)


def _still_open(assessment: Assessment) -> str:
    asked = assessment.question(assessment.next)
    if asked:
        return f"Most worth finding out next: {_lower_first(asked.asks)}"
    return "The law leaves it open on these facts, so legal advice is needed."


def because(found: PointFinding) -> str:
    """Return why a point has its finding, from the answer given and what it leads to."""
    if found.finding is Finding.NOT_APPLICABLE:
        return "It does not apply, given your other answers."
    if not found.answer:
        return "You have not answered this yet. It counts as “not sure”."
    option = found.point.option(found.answer)
    return f"You answered “{option.label}”. {_effect(found, option)}".rstrip()


def _effect(found: PointFinding, option: Option) -> str:
    """Return what an answer leads to on its point."""
    if option.follows:
        return f"What follows depends on this: {_lower_first(option.follows.asks)}"
    if found.finding is Finding.UNCLEAR and option.finding is not Finding.UNCLEAR:
        return "Whether it counts depends on another answer."
    if isinstance(found.point, Severity):
        return ""
    effects = _DEFENCE_EFFECTS if isinstance(found.point, Defence) else _ELEMENT_EFFECTS
    return option.note or effects[found.finding]


_ELEMENT_EFFECTS = {
    Finding.MET: "That meets this point.",
    Finding.NOT_MET: "That does not meet this point.",
    Finding.UNCLEAR: "Nothing is counted either way until you know.",
}
_DEFENCE_EFFECTS = {
    Finding.MET: "The author could rely on this, and it would be a complete answer.",
    Finding.NOT_MET: "No such defence is apparent.",
    Finding.UNCLEAR: "The author might rely on this.",
}


def clock_in_words(clock: Clock, assessment: Assessment) -> str:
    """Return where a time limit stands, in sentences."""
    limitation = clock.limitation
    if not limitation.years and not limitation.months:
        return f"There is no time limit. {limitation.note}".strip()
    if clock.last_day is None or clock.start is None:
        return f"The time limit cannot be worked out from these answers. {limitation.note}".strip()
    sentences = [
        {
            Status.IN_TIME: f"The last safe day is {in_words(clock.last_day)}.",
            Status.LAST_DAY: f"Today, {in_words(clock.last_day)}, is the last safe day.",
            Status.EXPIRED: f"The period ended on {in_words(clock.last_day)}.",
        }[clock.status],
        f"It runs from {in_words(clock.start)}.",
    ]
    if clock.start.approximate:
        sentences.append("You gave only the month, so it is counted from the first day of that month.")
    if clock.at_least:
        sentences.append("A later day may turn out to count once other answers are known. Do not rely on that.")
    if clock.last_day.weekday() in WEEKEND:
        sentences.append(
            f"That day is {WEEKEND[clock.last_day.weekday()]}. Do not rely on extra time because offices are closed."
        )
    if clock.status is Status.IN_TIME and clock.last_day - assessment.today <= URGENT:
        sentences.append("At most 60 days are left: take legal advice now.")
    if clock.status is Status.EXPIRED and limitation.discretion:
        sentences.append(f"A court may allow a claim after that: {limitation.discretion.cite}.")
    return " ".join((*sentences, limitation.note)).strip()


def change_in_words(assessment: Assessment, change: Change) -> str:
    """Return what other answers would do, in a sentence; a set of several begins with what it leads to."""
    outcome = f"“{OUTCOMES[change.outcome].lower()}”"
    if len(change.answers) > 1:
        return f"To get to {outcome}: all of {'; '.join(_answers(assessment, change))}."
    ((id_, answer),) = change.answers.items()
    return f"{_name(assessment, id_)}: {_answer(assessment, change, id_, answer)} would make the outcome {outcome}."


def _answers(assessment: Assessment, change: Change) -> Iterator[str]:
    """Yield the answers of a set, the questions answered alike together."""
    alike: dict[str, list[str]] = {}
    for id_, answer in change.answers.items():
        alike.setdefault(_answer(assessment, change, id_, answer), []).append(_name(assessment, id_).lower())
    for answer, names in alike.items():
        yield f"{answer} to {_listed(names)}" if answer.startswith("“") else f"{_listed(names)}: {answer}"


def _name(assessment: Assessment, id_: str) -> str:
    asked = assessment.question(id_)
    return asked.name if asked else id_


def _answer(assessment: Assessment, change: Change, id_: str, answer: Answer) -> str:
    """Return an answer as it is named in a sentence; under one law a date stands for all on its side of the limit."""
    asked = assessment.question(id_)
    if isinstance(answer, Day):
        if assessment.brings_another_law(change):
            return f"a date such as {in_words(answer)} (under the law of that day)"
        edge = "on or after" if assessment.is_recent_enough(id_, answer) else "on or before"
        return f"a date {edge} {in_words(answer)}"
    return f"“{asked.option(str(answer)).label if isinstance(asked, Choice) else answer}”"


def settled_in_words(assessment: Assessment) -> str:
    """Return what leaving questions open means where nothing can change the outcome; else nothing."""
    if assessment.outstanding or assessment.outcome is Outcome.NOT_APPLICABLE:
        return ""
    settled = "Nothing you have left open can change this outcome."
    return (
        f"{settled} It would be otherwise only if an answer you gave were different."
        if assessment.hangs_on
        else settled
    )


def open_in_words(assessment: Assessment) -> str:
    """Return how many open questions can still matter, in a sentence."""
    count = len(assessment.outstanding)
    what = "what is found" if assessment.outcome is None else "the outcome"
    if not count:
        return f"Nothing left open can change {what}."
    return f"{count} question{'' if count == 1 else 's'} can still change {what}."


def idle_in_words(assessment: Assessment, id_: str) -> str:
    """Return why a question that is still open need not be answered: what has settled it."""
    if assessment.outcome is None:
        return f"Settled: {_lower_first(outcome_in_words(assessment))}."
    if assessment.outcome is Outcome.OUT_OF_TIME:
        return "Settled: the time limit has passed."
    asking = [found for found in assessment.found if found.law.question(id_)]
    if len(assessment.found) > len(asking) or len(asking) > 1:
        which = "route" if isinstance(assessment.found[0].law, Removal) else "offence"
        return f"Settled: no {which} that needs this depends on it any more."
    (found,) = asking
    if found.outcome is Outcome.NOT_MADE_OUT:
        return f"Settled: {_settled_by(found)}."
    mates = next(
        group.questions for group in independent_parts(found.law) if found.law.question(id_) in group.questions
    )
    met = [one.point.name.lower() for one in found.findings if one.point in mates and one.finding is Finding.MET]
    return f"Settled: {_listed([f'“{name}”' for name in met])} is met." if met else "Settled by your other answers."


def _settled_by(found: ClaimFound) -> str:
    """Return a reason why a claim is not made out."""
    if found.too_old:
        return f"the {found.too_old[0].question.name.lower()} is too old"
    one = next(one for one in found.findings if one.decisive)
    name = one.point.name.lower()
    return f"a defence appears: {name}" if isinstance(one.point, Defence) else f"“{name}” is not met"


BEST_CASE = {
    "complaint-inside": "“I was complaining about my care.” That is a right, however rude. Handle the complaint apart.",
    "disability": "“My condition explains it.” The practice must think about reasonable adjustments first.",
    "author-under-18": "“I am a child.” Courts, police and platforms treat a child differently.",
    "records-searched": "“You looked in my records.” That can be a complaint about the practice, and a serious one.",
    "reply-identifies-patient": "“You told everyone that I am a patient.” That can be a complaint about the practice.",
}


def other_side(assessment: Assessment) -> list[str]:
    """Return the author's best case on the same answers, so that nobody acts on weak ground."""
    case = [says for question, says in BEST_CASE.items() if assessment.answers.get(question) == "yes"]
    for found in assessment.findings:
        name = found.point.name.lower()
        match found.point, found.finding:
            case Defence(), Finding.MET:
                case.append(f"A defence appears on your own answers: {name}. {found.point.why}")
            case Defence(), Finding.UNCLEAR:
                case.append(f"They might rely on this: {name}. {found.point.why}")
            case Element(), Finding.NOT_MET if found.weak:
                case.append(f"On your own answers this is missing: {name}.")
            case Element(), Finding.UNCLEAR if found.weak:
                case.append(f"You cannot show this yet: {name}.")
    case += [
        "“It is too late.” The time to bring a claim appears to have ended."
        for clock in assessment.clocks
        if clock.limitation.bars and clock.status is Status.EXPIRED
    ]
    return case


def notes(assessment: Assessment) -> list[str]:
    """Return what the reader must know besides: the law's remarks, its change in a month, rules past their review."""
    remarks = list(dict.fromkeys(note for law in assessment.laws for note in law.notes))
    if assessment.law_changed:
        remarks.append(
            "You gave only the month, so the law of its first day is used. The law changed on "
            f"{_listed([in_words(day) for day in assessment.law_changed])}: if it was then or later, give the day."
        )
    if assessment.today > assessment.checklist.review_due:
        remarks.append(
            f"These rules state the law as at {in_words(assessment.checklist.law_as_at)} and were due to be "
            f"checked by {in_words(assessment.checklist.review_due)}. The law may have changed since."
        )
    return remarks


def date_in_words(answer: str | Day | datetime) -> str:
    """Return the answer to a question about a date: the date in words, or that it is not known."""
    return UNSURE.label if isinstance(answer, str) else in_words(answer)


def dated(assessment: Assessment, version: str) -> str:
    """Return when the assessment was made and how old its law is."""
    checklist = assessment.checklist
    return (
        f"Assessed on {in_words(assessment.today)}. Law as at {in_words(checklist.law_as_at)}, review due "
        f"{in_words(checklist.review_due)}. Rules version {version}."
    )


def _listed(names: list[str]) -> str:
    """Return names as a list in a sentence."""
    *most, last = names or [""]
    return f"{', '.join(most)} and {last}" if most else last


def _lower_first(sentence: str) -> str:
    return sentence[0].lower() + sentence[1:]
