"""Malicious falsehood, which in Scotland is malicious publication."""

from datetime import date

from checklists.authorities import (
    DEFAMATION,
    DEFAMATION_1952,
    DEFAMATION_1996,
    DEFAMATION_NORTHERN_IRELAND_1955,
    DEFAMATION_SCOTLAND,
    DEFAMATION_SCOTLAND_COMMENCEMENT,
    GEORGE_V_CANNELL,
    HORROCKS,
    LIMITATION,
    LIMITATION_NORTHERN_IRELAND,
    PRESCRIPTION_SCOTLAND,
)
from checklists.law import Checklist, Claim, DateQuestion, Element, Jurisdiction, Limitation, Severity
from checklists.rules.defamation import BEFORE_LAW, first_published_scotland, restart_scotland

falsity = Element(
    "Falsity",
    "Does it state something as a fact that is false, and can that be shown?",
    hint="You must be able to prove it, unlike in defamation",
    why="Here the law does not presume that a statement is false. Whoever claims has to prove it.",
    find_out="List each statement of fact and what disproves it: a register, a letter, a log.",
    authority=GEORGE_V_CANNELL,
)
publication = Element(
    "Publication",
    "Was it published to somebody else, and is it about whoever would claim, their business, property or profession?",
    hint="It need not make anyone think less of them",
    why="What counts is that other people may act on it, not what it does to a reputation. A practice can claim too.",
    find_out="Note who saw it and what a reader would take it to be about.",
    authority=GEORGE_V_CANNELL,
)
malice = Element(
    "Malice",
    "Does anything show that the author knew it was false, did not care whether it was, or acted above all from an "
    "improper motive?",
    hint="Carelessness or an honest mistake is not malice",
    why="Malice must be proved. What the author had been told before they posted matters most.",
    find_out="Look for what the author knew or was told, and for what they said they wanted.",
    authority=HORROCKS,
)
loss = Element(
    "Loss",
    "Did it cause financial loss, or was it more likely than not to?",
    hint="For example clients or patients leaving, or a contract lost",
    why="Words in writing, or about somebody’s work, need only have been likely to cause loss when they were "
    "posted. Other words must have caused it.",
    find_out="Ask your accountant what changed, or work out who would probably have acted on it.",
    authority=DEFAMATION_1952.s("3(1)"),
)
actual_loss = Severity(
    "Actual loss",
    "Has money in fact been lost?",
    hint="Not only likely to be lost",
    why="Without actual loss the award is nominal, and there is nothing for hurt feelings.",
    find_out="Ask your accountant for the figures before and after.",
    authority=GEORGE_V_CANNELL,
)
latest_publication = DateQuestion(
    "Latest publication",
    "When did this author last post it?",
    hint="For example, 27 3 2026. Leave the day empty if you only know the month",
    why="This claim has no single publication rule, so each posting has a year of its own.",
    find_out="List every posting with its date, and give the newest. For older ones the time may have ended.",
)

elements = (falsity, publication, malice, loss)
NOT_A_REMEDY = "The defence for website operators is for defamation alone."

england_and_wales = Claim(
    Jurisdiction.ENGLAND_AND_WALES,
    since=date(1996, 9, 4),
    since_authority=DEFAMATION_1996.s("5"),
    elements=elements,
    defences=(),
    severity=(actual_loss,),
    limitations=(
        Limitation(
            "Claim",
            LIMITATION.s("4A"),
            latest_publication,
            years=1,
            discretion=LIMITATION.s("32A"),
            note="Each posting has a year of its own, because the single publication rule is for defamation alone "
            f"({DEFAMATION.s('8').cite}). A letter does not stop the clock.",
        ),
    ),
    notes=(NOT_A_REMEDY,),
)
scotland = Claim(
    Jurisdiction.SCOTLAND,
    since=date(2022, 8, 8),
    since_authority=DEFAMATION_SCOTLAND_COMMENCEMENT.reg("2"),
    elements=(
        falsity.under(
            DEFAMATION_SCOTLAND.s("21"),
            asks="Is it put forward as fact, credible enough to mislead a reasonable person, and false?",
            hint="A plain joke or an opinion is not enough",
        ),
        publication.under(
            DEFAMATION_SCOTLAND.s("21"),
            asks="Was it published to somebody else, and is it about the business, title or assets of whoever would "
            "claim?",
        ),
        malice.under(
            DEFAMATION_SCOTLAND.s("21"),
            asks="Does anything show that the author knew it was false or did not care, and meant to harm the business "
            "or to cause financial loss?",
            hint="Both are needed: knowing or not caring, and meaning harm",
            why="In Scotland the author must also have meant harm to the business, or financial loss.",
        ),
        loss.under(
            DEFAMATION_SCOTLAND.s("24"),
            why="Loss that is more likely than not is enough. Damages may also take account of distress.",
        ),
    ),
    defences=(),
    limitations=(
        Limitation(
            "Claim",
            PRESCRIPTION_SCOTLAND.s("18A"),
            first_published_scotland,
            years=1,
            restart=restart_scotland,
            discretion=PRESCRIPTION_SCOTLAND.s("19A"),
            note="A case normally counts as begun only when it is served, so leave more time.",
        ),
    ),
    notes=("In Scotland this is called malicious publication.",),
)
northern_ireland = Claim(
    Jurisdiction.NORTHERN_IRELAND,
    since=date(1996, 9, 4),
    since_authority=DEFAMATION_1996.s("6"),
    elements=(falsity, publication, malice, loss.under(DEFAMATION_NORTHERN_IRELAND_1955.s("3"))),
    defences=(),
    severity=(
        actual_loss.under(
            GEORGE_V_CANNELL,
            why="Without actual loss the award is likely to be nominal: a court here is likely to follow that ruling.",
        ),
    ),
    limitations=(
        Limitation(
            "Claim",
            LIMITATION_NORTHERN_IRELAND.art("6(2)"),
            latest_publication,
            years=1,
            discretion=LIMITATION_NORTHERN_IRELAND.art("51"),
            note="Each posting has a year of its own. A letter does not stop the clock.",
        ),
    ),
)

malicious_falsehood = Checklist(
    "Malicious falsehood",
    "Whether an untrue and malicious post that costs money may lead to a claim.",
    claims=(england_and_wales, scotland, northern_ireland),
    law_as_at=date(2026, 11, 22),
    review_due=date(2027, 5, 22),
    before_law=BEFORE_LAW,
)
