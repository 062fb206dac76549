"""Notice of complaint to a website operator: Defamation Act 2013, s 5, and the Regulations of 2013."""

from datetime import date

from checklists.authorities import DEFAMATION, DEFAMATION_OPERATORS
from checklists.law import (
    AllOf,
    Checklist,
    Choice,
    Deadline,
    Given,
    Jurisdiction,
    Late,
    MomentQuestion,
    Option,
    Passed,
    Procedure,
    State,
    When,
    all_of,
    any_of,
)

WHY_A_PART = "The notice counts as complete only with it."
HOW_A_PART = "Read your notice again before you send it."


def part(name: str, asks: str, hint: str) -> Choice:
    """Return the question about one part of a notice."""
    return Choice(name, asks, hint=hint, why=WHY_A_PART, find_out=HOW_A_PART)


PARTS = (
    part("Name given", "Does it give the name of the person complaining?", "Their real name"),
    part(
        "Statement quoted",
        "Does it set out the statement, and say why it is defamatory of that person?",
        "Quote the exact words",
    ),
    part("Place given", "Does it say where on the website the statement is?", "The address of the post"),
    part("Email given", "Does it give the complainant’s email address?", "One that is read every day"),
    part("Meaning given", "Does it say what the statement means?", "As an ordinary reader would take it"),
    part("Falsehoods named", "Does it say which facts are wrong, or which opinions nothing supports?", "One by one"),
    part(
        "Poster unknown",
        "Does it confirm that there is not enough information about the poster to sue them?",
        "If there is enough, the operator keeps its defence and this route is of no use",
    ),
    part(
        "Consent stated",
        "Does it say whether the complainant agrees to their name and email going to the poster?",
        "They may refuse",
    ),
)
notice_complete = Choice(
    "Notice complete",
    "Does your notice have all eight parts?",
    hint="If you are not sure, answer the eight questions that follow instead",
    why="A complete notice starts the operator’s clock. For one that is not, it need only tell you what is missing.",
    find_out="Check the notice against the eight parts below.",
)
can_contact = Choice(
    "Can contact poster",
    "Can the operator reach the poster privately by electronic means?",
    hint="An email address or a private message on the site will do. The operator’s answer says so",
    why="If it cannot, it must take the post down.",
    find_out="Read what the operator wrote when it acknowledged your notice.",
)
earlier_removals = Choice(
    "Earlier removals",
    "Did you send notices about the same poster and statement at least twice before, with removal each time, and "
    "say so in this one?",
    hint="On the same website, and much the same statement",
    why="After two removals the operator must take it down without asking the poster.",
    find_out="Look at your earlier notices and the operator’s answers.",
)
reply = Choice(
    "Reply",
    "What did the poster reply?",
    hint="The operator tells you. Leave it out if there was no reply",
    why="What the operator must do next depends on it.",
    find_out="Read the operator’s message to you.",
    options=(
        Option("complete-keep", "Does not agree to removal, with a full name and postal address"),
        Option("complete-remove", "Agrees to removal"),
        Option("defective", "Leaves something out, or gives a name or address that is plainly false"),
    ),
)
acted = Choice(
    "Operator acted",
    "Has the operator done what it had to do next, in time?",
    hint="Leave it out while its time is still running. It counts as removed whoever took it down",
    why="If it has, its defence stands. If it has not, it loses it, unless a court excuses the delay.",
    find_out="Look at the post, and at what the operator told you.",
)

malice = Choice(
    "Operator malice",
    "Does anything show that the operator acted with malice over the post?",
    hint="For example, it helped to write it or kept it up to do harm",
    why="Malice defeats its defence, whatever else it did.",
    find_out="Keep what the operator wrote. Ask a solicitor before you rely on it.",
)

LOCAL = "Day, month, year and time, as the clocks in the United Kingdom show it"
received = MomentQuestion(
    "Received",
    "When did the operator receive your notice?",
    hint=LOCAL,
    why="Its 48 hours run from then.",
    find_out="Look at the time on your sent email, or on the form’s confirmation.",
)
notified = MomentQuestion(
    "Notified",
    "When did the operator contact the poster?",
    hint="The operator tells you. Leave it empty if it has not",
    why="The poster then has until the end of the fifth day.",
    find_out="Read the operator’s acknowledgement.",
    not_before=("received",),
)
reply_received = MomentQuestion(
    "Reply received",
    "When did the poster’s reply reach the operator?",
    hint="Leave it empty if there was no reply",
    why="A late reply counts as none.",
    find_out="Read the operator’s message to you.",
    not_before=("notified", "received"),
)
now = MomentQuestion(
    "Now",
    "At what day and time do you want to know where it stands?",
    hint="Leave it empty for the end of today",
    why="What has run out depends on it.",
    find_out="Look at the clock.",
    not_before=("received", "notified", "reply-received"),
    may_be_ahead=True,
)

HOURS = "Weekends, Good Friday, Christmas Day and bank holidays are left out."
schedule = DEFAMATION_OPERATORS.sch
first = Deadline("Operator", schedule("1, para 2"), received, hours=48, note=HOURS)
defective = Deadline("Operator", DEFAMATION_OPERATORS.reg("4"), received, hours=48, note=HOURS)
removal_after_contact_fails = Deadline("Operator", schedule("1, para 3"), received, hours=48, note=HOURS)
persistent = Deadline("Operator", schedule("1, para 9"), received, hours=48, note=HOURS)
poster = Deadline("Poster", schedule("1, para 2"), notified, days=5, note="Every day counts for the poster.")
after_silence = Deadline("Operator", schedule("1, para 5"), poster, hours=48, note=HOURS)
after_defective_reply = Deadline("Operator", schedule("1, para 6"), reply_received, hours=48, note=HOURS)
after_agreement = Deadline("Operator", schedule("1, para 7"), reply_received, hours=48, note=HOURS)
after_reply = Deadline("Operator", schedule("1, paras 6–8"), reply_received, hours=48, note=HOURS)
after_refusal = Deadline("Operator", schedule("1, para 8"), reply_received, hours=48, note=HOURS)

incomplete = any_of(notice_complete.answered("no"), *(one.answered("no") for one in PARTS))


LOST_IT = "The operator appears to have lost its defence"


def not_yet(*questions: Choice | MomentQuestion) -> AllOf:
    """Return the condition that none of some things has happened."""
    return all_of(*(Given(question, happened=False) for question in questions))


UNTOUCHED = not_yet(notified, reply_received)


def replied(value: str) -> When:
    """Return the condition that the poster replied in one way."""
    return reply.answered(value)


def neglected(deadline: Deadline, where: When | Given | Late) -> State:
    """Return the state in which the operator let a deadline pass."""
    return State(
        "LOST",
        LOST_IT,
        all_of(where, acted.answered("no"), Passed(deadline)),
        "It did not do what the Regulations ask in time. A court may still excuse the delay. Take legal advice.",
        DEFAMATION.s("5(3)"),
        (deadline,),
    )


has_contact = can_contact.answered("yes")
states = (
    State(
        "LOST",
        LOST_IT,
        malice.answered("yes"),
        "The defence does not cover an operator that acted with malice. Take legal advice before you rely on that.",
        DEFAMATION.s("5(11)"),
    ),
    State(
        "LOST",
        LOST_IT,
        Late(notified, first),
        "It contacted the poster too late. A court may still excuse the delay. Take legal advice.",
        DEFAMATION.s("5(3)"),
        (first,),
    ),
    State(
        "END",
        "The operator has done what it had to",
        all_of(
            acted.answered("yes"),
            any_of(
                reply.answered("complete-keep", "complete-remove", "defective"),
                all_of(Given(notified), Passed(poster)),
                earlier_removals.answered("yes"),
                can_contact.answered("no"),
            ),
        ),
        "Its defence stands. If you know who the poster is, your claim is against them. If not, a court can order "
        "the operator to say: take legal advice first.",
        DEFAMATION.s("5(2)"),
    ),
    neglected(after_silence, Late(reply_received, poster)),
    neglected(after_refusal, replied("complete-keep")),
    neglected(after_agreement, replied("complete-remove")),
    neglected(after_defective_reply, replied("defective")),
    neglected(after_silence, Given(notified)),
    neglected(persistent, earlier_removals.answered("yes")),
    neglected(removal_after_contact_fails, can_contact.answered("no")),
    State(
        "S5",
        "The poster’s reply came too late, and counts as none",
        Late(reply_received, poster),
        "The operator must remove the statement and tell you.",
        schedule("1, para 5"),
        (poster, after_silence),
    ),
    State(
        "S6",
        "The poster’s reply is defective",
        replied("defective"),
        "The operator must remove the statement and tell you.",
        schedule("1, para 6"),
        (after_defective_reply,),
    ),
    State(
        "S7",
        "The poster agrees to removal",
        replied("complete-remove"),
        "The operator must remove the statement and tell you.",
        schedule("1, para 7"),
        (after_agreement,),
    ),
    State(
        "S8",
        "The poster refuses, with name and address",
        replied("complete-keep"),
        "The operator must tell you that the statement stays. It must give you the poster’s name and address if "
        "they agree, or tell you that they do not.",
        schedule("1, para 8"),
        (after_refusal,),
    ),
    State(
        "",
        "The poster has replied",
        Given(reply_received),
        "It cannot be told yet what must happen next: what did the poster reply?",
        schedule("1, paras 6–8"),
        (after_reply,),
    ),
    State(
        "LOST",
        LOST_IT,
        all_of(incomplete, acted.answered("no"), Passed(defective)),
        "Even an incomplete notice must be answered in writing, with what the law asks for. A court may still excuse "
        "the delay. Send a full notice too, and take legal advice.",
        DEFAMATION_OPERATORS.reg("4"),
        (defective,),
    ),
    State(
        "S0d",
        "The notice is not complete",
        incomplete,
        "The operator need only tell you in writing that something is missing, and what the law asks for. Send a "
        "full notice: the clock for removal has not started.",
        DEFAMATION_OPERATORS.reg("4"),
        (defective,),
    ),
    State(
        "S9",
        "The poster keeps putting it back",
        earlier_removals.answered("yes"),
        "If the notice is complete, the operator must remove the statement, without contacting the poster.",
        schedule("1, para 9"),
        (persistent,),
    ),
    State(
        "S5",
        "The poster is silent",
        all_of(Given(notified), not_yet(reply_received), Passed(poster)),
        "The operator must remove the statement and tell you.",
        schedule("1, para 5"),
        (poster, after_silence),
    ),
    State(
        "S2",
        "The poster has been asked",
        all_of(Given(notified), not_yet(reply_received)),
        "The poster may reply until the deadline. After it the operator must remove the statement.",
        schedule("1, para 2"),
        (poster, after_silence),
    ),
    State(
        "S3",
        "The operator cannot contact the poster",
        can_contact.answered("no"),
        "If the notice is complete, the operator must remove the statement, and tell you that it has.",
        schedule("1, para 3"),
        (removal_after_contact_fails,),
    ),
    State(
        "S2",
        "The operator has done its part so far",
        all_of(UNTOUCHED, has_contact, acted.answered("yes")),
        "The poster may reply until the end of the fifth day after the operator contacted them. Add when that was.",
        schedule("1, para 2"),
    ),
    State(
        "LOST",
        LOST_IT,
        all_of(UNTOUCHED, any_of(all_of(has_contact, not_yet(acted)), acted.answered("no")), Passed(first)),
        "It did not do in time what a notice asks for. A court may still excuse the delay. Take legal advice.",
        DEFAMATION.s("5(3)"),
        (first,),
    ),
    State(
        "S2",
        "The operator must contact the poster",
        all_of(UNTOUCHED, has_contact),
        "If the notice is complete, the operator must send it to the poster with a warning that the statement comes "
        "down unless they reply in full, and tell you that it has.",
        schedule("1, para 2"),
        (first,),
    ),
    State(
        "S0",
        "The notice has been received",
        all_of(Given(received), UNTOUCHED),
        "Within 48 hours the operator must contact the poster or, if it cannot, remove the statement. If something "
        "is missing from the notice, it must tell you what.",
        schedule("1, para 2"),
        (first,),
    ),
)

operator_notice = Checklist(
    "Operator notice",
    "Whether a notice of complaint to a website operator is complete, and what must happen by when.",
    claims=(
        Procedure(
            Jurisdiction.ENGLAND_AND_WALES,
            since=date(2014, 1, 1),
            since_authority=DEFAMATION_OPERATORS.reg("1"),
            asks=(
                notice_complete,
                *PARTS,
                earlier_removals,
                can_contact,
                reply,
                acted,
                malice,
                received,
                notified,
                reply_received,
                now,
            ),
            event=(received,),
            states=states,
            notes=(
                "This is for defamation in England and Wales alone, and for what somebody else posted.",
                "The operator need not follow it: following it keeps a defence.",
                "It is of no use where you know enough about the poster to sue them (section 5(4)).",
                "Removal by anyone else in time counts as removal by the operator (schedule, paragraph 1).",
                "There is no such notice in Scotland or Northern Ireland.",
            ),
        ),
    ),
    law_as_at=date(2026, 11, 22),
    review_due=date(2027, 5, 22),
    before_law="There was no such notice before.",
)
