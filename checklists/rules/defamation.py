"""Defamation: three Acts, one for each jurisdiction, in the order of the common law's elements."""

from dataclasses import replace
from datetime import date

from checklists.authorities import (
    AL_AMOUDI,
    DEFAMATION,
    DEFAMATION_1996,
    DEFAMATION_COMMENCEMENT,
    DEFAMATION_NORTHERN_IRELAND,
    DEFAMATION_SCOTLAND,
    DEFAMATION_SCOTLAND_COMMENCEMENT,
    DERBYSHIRE,
    JAMEEL,
    KNUPFFER,
    LACHAUX,
    LIMITATION,
    LIMITATION_NORTHERN_IRELAND,
    PRESCRIPTION_SCOTLAND,
    STOCKER,
    WESTCOTT,
)
from checklists.law import (
    YES_OR_NO,
    Checklist,
    Choice,
    Claim,
    DateQuestion,
    Defence,
    Element,
    Jurisdiction,
    Limitation,
    Option,
    Restart,
)
from checklists.logic import Finding

INDIVIDUAL = Option("individual", "A person, such as a doctor or receptionist", Finding.MET)
COMPANY = Option("company-or-llp", "A company or limited liability partnership", Finding.MET)
PARTNERSHIP = Option("partnership", "A partnership of GPs", Finding.MET)
PUBLIC_BODY = Option("public-body", "A public body, such as a health board or council", Finding.NOT_MET)
AUTHOR = Option("author-editor-publisher", "They wrote or edited it, or are its commercial publisher", Finding.MET)
SHARER = Option(
    "sharer",
    "They only shared, reposted or liked what somebody else wrote",
    Finding.UNCLEAR,
    note="Someone who repeats a statement can be liable for it, but a court asks what harm that sharing did "
    "and whether the author could be sued instead.",
)
BEFORE_LAW = (
    "Older law applies to what was published before then, and this checklist does not cover it. If the same was posted "
    "again since, give the later date."
)
PUBLIC_AUTHORITY = (
    "It is not settled whether a practice doing NHS work counts as a public authority, which may not sue."
)

publication = Element(
    "Publication",
    "Has anyone other than the one it is about seen it where it was posted or sent?",
    hint="Someone to whom the person showed it does not count",
    why="A reputation can only suffer in the eyes of others.",
    find_out="Look for replies, likes, shares or view counts, and note who has told you that they saw it.",
    authority=AL_AMOUDI,
)
reference = Element(
    "Reference",
    "Would someone who knows the person realise who is meant?",
    hint="A name is not needed if the details point to one person",
    why="The statement must be about the one who complains. A small group can be enough.",
    find_out="Ask a colleague who has not seen it whom they think it is about.",
    authority=KNUPFFER,
)
meaning = Element(
    "Meaning",
    "Does it say something that would make ordinary people think less of the person?",
    hint="Mere rudeness or name-calling does not count",
    why="Courts read a post as a casual reader would, in its setting.",
    find_out="Write down in one sentence what an ordinary reader would take it to say.",
    authority=STOCKER,
)
serious_harm = Element(
    "Serious harm",
    "Has it done serious harm to the person’s reputation, or is it likely to?",
    hint="Harm to reputation, not hurt feelings",
    why="What counts is the real effect: how many people read it and who, how bad the charge is, what followed "
    f"({LACHAUX.cite}).",
    find_out="Collect reactions, patients who left or asked about it, press enquiries, view and share counts.",
    authority=DEFAMATION.s("1(1)"),
)
claimant = Element(
    "Claimant",
    "Who would be bringing the claim?",
    hint="The one whose reputation was harmed",
    why="A person can sue. A trading body must show serious financial loss. A public body cannot sue.",
    find_out="Check whether the practice is a company, a limited liability partnership or a partnership.",
    options=(INDIVIDUAL, COMPANY, PARTNERSHIP, PUBLIC_BODY),
    authority=DERBYSHIRE,
)
serious_financial_loss = Element(
    "Serious financial loss",
    "Has the practice lost serious money because of it, or is it likely to?",
    hint="For example, patients leaving or a contract lost",
    why="For a body that trades for profit, harm is serious only if it means serious financial loss. Whether a "
    "GP partnership is such a body is not settled, so this checklist takes it to be one.",
    find_out="Ask your accountant what changed after the post and what else could explain it.",
    when=claimant.answered("company-or-llp", "partnership"),
    authority=DEFAMATION.s("1(2)"),
)
defendant_role = Element(
    "Defendant role",
    "What did the person you might claim against do?",
    hint="Answer for one person at a time",
    why="Whether someone who only passes it on can be sued differs between nations.",
    find_out="Open the original post and see whose account it came from and whether the words were changed.",
    options=(AUTHOR, SHARER),
    authority=DEFAMATION.s("10"),
)
forum = Element(
    "Forum",
    "Does the person you might claim against live in the UK, or is this clearly the most appropriate place to "
    "bring a claim?",
    hint="Think of where they live and where people read it",
    why="A court will not hear a claim against someone who lives abroad unless it is clearly the right place.",
    find_out="Use what the author has said in public about where they live. Do not look in patient records.",
    authority=DEFAMATION.s("9"),
)
truth = Defence(
    "Truth",
    "Could the author show that it is substantially true?",
    hint="Think of what could be proved, either way",
    why="The author must prove it, and it is a complete answer. Small errors do not defeat it.",
    find_out="Ask those involved what happened. The complaints lead may look into it; nobody should search "
    "records to identify an author.",
    authority=DEFAMATION.s("2"),
)
honest_opinion = Defence(
    "Honest opinion",
    "Is it recognisable as opinion, with some basis shown, that an honest person could hold on true facts?",
    hint="“In my view”, after saying what happened, is usually opinion",
    why="The opinion need not be fair or reasonable. It fails if the author did not really hold it.",
    find_out="Separate what is said as fact from what is said as opinion, and check the facts.",
    authority=DEFAMATION.s("3"),
)
public_interest = Defence(
    "Public interest",
    "Was it on a matter of public interest, and did the author reasonably believe that publishing it was too?",
    hint="More likely for careful reporting than for an angry post",
    why="The author must show both, and a court looks at what they did to check.",
    find_out="See whether it concerns how services are run and whether the author checked or asked first.",
    authority=DEFAMATION.s("4"),
)
privilege = Defence(
    "Privilege",
    "Was it said only to a regulator, ombudsman, commissioner or the police, or in the complaints process?",
    hint="For example, to the GMC, the CQC or the practice’s complaints lead",
    why="People must be free to complain to those whose task it is to look into it. Some of this protection is "
    "lost where the author acts from malice.",
    find_out="See where it was published and who could read it there.",
    options=(
        replace(YES_OR_NO[0], note="That is usually a complete answer, unless the author acted from malice."),
        YES_OR_NO[1],
    ),
    authority=WESTCOTT,
)

first_published = DateQuestion(
    "First published",
    "When did this author first post it publicly?",
    hint="For example, 27 3 2026. Leave the day empty if you only know the month",
    why="The time to start a claim is short and runs from the first publication. One before 1 January 2014 does not "
    "count as the first if the same was posted again on or after that day: give the later one.",
    find_out="Use the date shown on the post itself, not the day when it was found.",
)
republished_differently = Choice(
    "Republished differently",
    "Has the same author posted it again in a materially different way?",
    hint="Far more prominent, or to a much wider audience",
    why="Posting the same thing again does not restart the clock unless the manner is materially different.",
    find_out="Compare the places, the number of readers and how prominent each post was.",
    options=YES_OR_NO,
)
republished = DateQuestion(
    "Republished",
    "When was it posted again in that different way?",
    hint="For example, 27 3 2026",
    why="The period then runs from this date.",
    find_out="Use the date shown on the later post.",
    when=republished_differently.answered("yes"),
    not_before=("first-published",),
)
latest_publication = DateQuestion(
    "Latest publication",
    "When was it last published? Give today’s date if it can still be read online.",
    hint="For example, 27 3 2026",
    why="Northern Ireland has no single publication rule, so each time it is published counts afresh.",
    find_out="Open the link without signing in and see whether the post still appears.",
)

restart = Restart(republished_differently, republished, date(2014, 1, 1), DEFAMATION.s("16(6)"))
restart_scotland = replace(restart, since=date(2022, 8, 8), authority=PRESCRIPTION_SCOTLAND.s("18A(3B)"))
england_and_wales = Claim(
    Jurisdiction.ENGLAND_AND_WALES,
    since=date(2014, 1, 1),
    since_authority=DEFAMATION_COMMENCEMENT.art("2"),
    elements=(
        publication,
        reference,
        meaning,
        serious_harm,
        claimant,
        serious_financial_loss,
        defendant_role,
        forum,
    ),
    defences=(truth, honest_opinion, public_interest, privilege),
    limitations=(
        Limitation(
            "Claim",
            LIMITATION.s("4A"),
            first_published,
            years=1,
            restart=restart,
            discretion=LIMITATION.s("32A"),
            note="Time stops only when the court receives the claim form and fee. A letter does not stop it. "
            f"Posting it again in the same manner does not restart it ({DEFAMATION.s('8').cite}).",
        ),
    ),
)

first_published_scotland = replace(
    first_published,
    why="The time to start a claim is short and runs from the first publication. One before 8 August 2022 does not "
    "count as the first if the same was posted again on or after that day: give the later one.",
)
altered_or_increased_harm = Element(
    "Altered or increased harm",
    "Did the person sharing it change the statement, or did their sharing materially increase the harm?",
    hint="A plain share or like, seen by few, does neither",
    why="In Scotland someone who only passes a statement on unaltered is not an editor, unless that materially "
    "increases the harm.",
    find_out="Compare the shared text with the original, and how many saw each.",
    when=defendant_role.answered("sharer"),
    authority=DEFAMATION_SCOTLAND.s("3(3)"),
)
scotland = Claim(
    Jurisdiction.SCOTLAND,
    since=date(2022, 8, 8),
    since_authority=DEFAMATION_SCOTLAND_COMMENCEMENT.reg("2"),
    elements=(
        publication.under(DEFAMATION_SCOTLAND.s("1(2)(a)")),
        reference.under(DEFAMATION_SCOTLAND.s("1(1)")),
        meaning.under(DEFAMATION_SCOTLAND.s("1(4)(a)")),
        serious_harm.under(DEFAMATION_SCOTLAND.s("1(2)(b)")),
        claimant.under(
            DEFAMATION_SCOTLAND.s("2"),
            options=(
                INDIVIDUAL,
                replace(COMPANY, finding=Finding.UNCLEAR, note=PUBLIC_AUTHORITY),
                replace(PARTNERSHIP, finding=Finding.UNCLEAR, note=PUBLIC_AUTHORITY),
                PUBLIC_BODY,
            ),
        ),
        serious_financial_loss.under(
            DEFAMATION_SCOTLAND.s("1(3)"),
            why="A body whose primary purpose is trading for profit must show serious financial loss. Whether a GP "
            "practice is such a body is not settled, so this checklist takes it to be one.",
        ),
        defendant_role.under(
            DEFAMATION_SCOTLAND.s("3"),
            options=(AUTHOR, replace(SHARER, follows=altered_or_increased_harm, note="")),
        ),
        forum.under(DEFAMATION_SCOTLAND.s("19")),
    ),
    defences=(
        truth.under(DEFAMATION_SCOTLAND.s("5")),
        honest_opinion.under(
            DEFAMATION_SCOTLAND.s("7"),
            asks="Is it recognisable as opinion, with some basis shown, that an honest person could hold on evidence "
            "that was true or that the author reasonably believed?",
            why="The opinion need not be fair or reasonable. It is enough that the author reasonably believed the "
            "facts it rests on. It fails if the author did not really hold it.",
        ),
        public_interest.under(DEFAMATION_SCOTLAND.s("6")),
        privilege.under(DEFAMATION_SCOTLAND.s("11")),
    ),
    limitations=(
        Limitation(
            "Claim",
            PRESCRIPTION_SCOTLAND.s("18A"),
            first_published_scotland,
            years=1,
            restart=restart_scotland,
            discretion=PRESCRIPTION_SCOTLAND.s("19A"),
            note="A case normally counts as begun only when it is served, so leave more time. Some time spent in "
            "mediation or a complaints process does not count.",
        ),
    ),
)

northern_ireland = Claim(
    Jurisdiction.NORTHERN_IRELAND,
    since=date(2022, 6, 7),
    since_authority=DEFAMATION_NORTHERN_IRELAND.s("14"),
    elements=(
        publication,
        reference,
        meaning,
        claimant.under(DERBYSHIRE, why="A person, a company or a partnership can sue. A governmental body cannot sue."),
        defendant_role.under(
            DEFAMATION_1996.s("1"),
            options=(
                AUTHOR,
                replace(
                    SHARER,
                    note="They may have a defence if they took reasonable care and had no reason to think that they "
                    "were helping to publish something defamatory.",
                ),
            ),
        ),
        forum.under(DEFAMATION_NORTHERN_IRELAND.s("6")),
    ),
    defences=(
        truth.under(DEFAMATION_NORTHERN_IRELAND.s("1")),
        honest_opinion.under(DEFAMATION_NORTHERN_IRELAND.s("2")),
        public_interest.under(DEFAMATION_NORTHERN_IRELAND.s("3")),
        privilege.under(DEFAMATION_1996.s("15")),
    ),
    limitations=(
        Limitation(
            "Claim",
            LIMITATION_NORTHERN_IRELAND.art("6(2)"),
            latest_publication,
            years=1,
            discretion=LIMITATION_NORTHERN_IRELAND.art("51"),
            note="Each publication may have its own year, so a claim may cover only the recent ones. Do not wait.",
        ),
    ),
    flags=("ni-no-serious-harm",),
    notes=(
        "Northern Ireland’s Act has no serious harm test and no single publication rule.",
        f"A trivial claim can still be struck out: {JAMEEL.cite}.",
    ),
)

defamation = Checklist(
    "Defamation",
    "Whether a post that harms a reputation may be defamatory, and how long there is to bring a claim.",
    claims=(england_and_wales, scotland, northern_ireland),
    law_as_at=date(2026, 11, 22),
    review_due=date(2027, 5, 22),
    before_law=BEFORE_LAW,
)
