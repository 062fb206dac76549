"""Communications offences: threats, gross offence, falsehood and persistent misuse, each in the law of its day."""

from dataclasses import replace
from datetime import date

from checklists.authorities import (
    ABUSIVE_BEHAVIOUR_SCOTLAND,
    CODE_FOR_CROWN_PROSECUTORS,
    COLLINS,
    COMMUNICATIONS,
    CRIME_AND_DISORDER,
    CRIMINAL_JUSTICE_AND_COURTS,
    CRIMINAL_JUSTICE_AND_POLICE,
    HARASSMENT,
    HARASSMENT_NORTHERN_IRELAND,
    JUSTICE_NORTHERN_IRELAND,
    LICENSING_SCOTLAND,
    MAGISTRATES,
    MAJROWSKI,
    MALICIOUS_COMMUNICATIONS,
    OFFENCES_AGAINST_THE_PERSON,
    ONLINE_SAFETY,
    ONLINE_SAFETY_COMMENCEMENT,
    POLICING_AND_CRIME,
    PROTECTION_OF_FREEDOMS,
    SCOTTOW,
    SERIOUS_ORGANISED_CRIME,
    SEXUAL_OFFENCES,
    STALKING_NORTHERN_IRELAND,
)
from checklists.law import (
    YES_OR_NO,
    Checklist,
    Citation,
    DateQuestion,
    Defence,
    Element,
    Jurisdiction,
    Limitation,
    Offence,
    Option,
    Severity,
    all_of,
    any_of,
)
from checklists.logic import Finding
from checklists.rules.harassment import hostility, hostility_northern_ireland, hostility_scotland

ENGLAND_AND_WALES, SCOTLAND, NORTHERN_IRELAND = Jurisdiction

sent = DateQuestion(
    "Sent",
    "When was the message or post first sent by this author?",
    hint="For a course of conduct, the most recent one. Leave the day empty if you only know the month",
    why="Outside Scotland the law changed on 31 January 2024. An older post that is still up is judged by the law of "
    "the day on which it was first sent. Time limits run from this day too.",
    find_out="Use the date shown on the post itself, not the day when it was found.",
)
evidence_known = DateQuestion(
    "Evidence known",
    "When did the prosecutor first have enough evidence to charge?",
    hint="Leave it empty if nobody has told the police or the prosecutor yet",
    why="For some offences a prosecution must begin within six months of that day.",
    find_out="Ask the officer in the case. The day on which you reported it is the earliest it can be.",
    not_before=("sent",),
)

KILL, HARM, MONEY, NO_THREAT = (
    Option("kill", "Yes, to kill somebody", Finding.MET),
    Option("serious-harm", "Yes, of serious injury, rape or other serious sexual assault", Finding.MET),
    Option("financial-loss", "Yes, of serious financial loss", Finding.MET),
    Option("no", "No", Finding.NOT_MET),
)
serious_threat = Element(
    "Serious threat",
    "Does it contain a threat to kill, to injure seriously, to rape or sexually assault, or to cause serious "
    "financial loss?",
    hint="Choose the gravest one that the words carry",
    why="A threat of this kind can be an offence even if it is made once, and never carried out.",
    find_out="Write down the exact words and pictures. If anyone may be in danger, ring 999 first.",
    authority=ONLINE_SAFETY.s("181(1)"),
    options=(KILL, HARM, MONEY, NO_THREAT),
)
NOT_TO_KILL = tuple(replace(option, finding=Finding.NOT_MET) for option in (HARM, MONEY))
fear_intended = Element(
    "Fear intended",
    "Did the author mean somebody to fear that it would be carried out, or not care whether they did?",
    hint="Judge it from the words, how they were sent and what went before",
    why="For a threatening communication it is enough that the author did not care. For a threat to kill the "
    "author must have meant it to be feared.",
    find_out="Look for details that make it real: a day, a place, a weapon, a name.",
    authority=ONLINE_SAFETY.s("181(1)(b)"),
    options=(
        Option("intended", "Yes, meant it to be feared", Finding.MET),
        Option("reckless", "Did not mean it, but did not care", Finding.MET),
        Option("yes", "One or the other; I cannot say which", Finding.MET),
        Option("no", "Neither: for example an obvious joke", Finding.NOT_MET),
    ),
)
fear_meant = replace(
    fear_intended,
    authority=OFFENCES_AGAINST_THE_PERSON.s("16"),
    options=(
        Option("intended", "Yes, meant it to be feared", Finding.MET),
        Option("reckless", "Did not mean it, but did not care", Finding.NOT_MET),
        Option(
            "yes",
            "One or the other; I cannot say which",
            Finding.UNCLEAR,
            note="For this offence the author must have meant it to be feared.",
        ),
        Option("no", "Neither: for example an obvious joke", Finding.NOT_MET),
    ),
)
grossly_offensive = Element(
    "Grossly offensive",
    "Is it grossly offensive, indecent or obscene, and not only rude, shocking or in bad taste?",
    hint="For example, sustained dehumanising abuse because of race or disability",
    why="The bar is high, because free speech covers much that is offensive, shocking or disturbing. Words are "
    "judged in their context, by the standards of an open and just society.",
    find_out="Read the whole exchange. Ask somebody who is not involved.",
    authority=COLLINS,
)
menacing = Element(
    "Menacing",
    "Is it menacing: would it make a reasonable person who saw it fear that something bad will happen?",
    hint="A joke that nobody would take seriously is not menacing",
    why="A menacing message can be an offence, even if it falls short of a threat of serious harm.",
    find_out="Write down the words and what the person who saw them understood by them.",
    authority=COMMUNICATIONS.s("127(1)(a)"),
)
aware = Element(
    "Aware",
    "Did the author mean it to be taken that way, or know that it might be?",
    hint="How people who read it in its context would take it",
    why="The author need not have meant to upset anyone, but must have known how it might be taken.",
    find_out="Look at what the author wrote next, for example when somebody objected.",
    authority=COLLINS,
)
public_network = Element(
    "Public network",
    "Was it sent or posted over the internet or a public telephone network?",
    hint="Social media, texts, email and messaging apps all count; a note on paper does not",
    why="This offence is about misuse of the public network.",
    find_out="Note the platform and the address of the post.",
    authority=COMMUNICATIONS.s("127(1)"),
)
sent_to_person = Element(
    "Sent to person",
    "Was it sent to another person?",
    hint="A private message, an email, a text, or a post that tags somebody",
    why="The Malicious Communications Act is about what is sent to another person. Whether a post to everyone "
    "is enough depends on the facts.",
    find_out="Note how it reached the person: direct message, tag, group or public page.",
    authority=MALICIOUS_COMMUNICATIONS.s("1(1)"),
    options=(
        Option("yes", "Yes, to somebody directly or by tagging them", Finding.MET),
        Option(
            "public",
            "Only posted where others could find it",
            Finding.UNCLEAR,
            note="Whether that is sending it to another person depends on the facts. Ask the police.",
        ),
        Option("no", "No", Finding.NOT_MET),
    ),
)
distress_purpose = Element(
    "Distress purpose",
    "Was a purpose of it to cause distress or anxiety to the person who got it, or to somebody it was meant to reach?",
    hint="One purpose among others is enough",
    why="This offence needs that purpose. Rudeness alone does not show it.",
    find_out="Look for words that say so, or for abuse that goes on after a request to stop.",
    authority=MALICIOUS_COMMUNICATIONS.s("1(1)"),
)
known_false = Element(
    "Known false",
    "Did the author know, when sending it, that what it says is false?",
    hint="The author, not only you. An honest mistake is not enough",
    why="A person who believes what they send does not commit this offence, even if it is wrong. What they learn "
    "later does not change a message that was sent before.",
    find_out="What shows it: a correction they had seen, an admission, facts only they could know?",
    authority=ONLINE_SAFETY.s("179(1)(b)"),
)
harm_intended = Element(
    "Harm intended",
    "Did the author mean it to cause real harm, mental or physical, to people likely to see it?",
    hint="More than annoyance or upset",
    why="Since 31 January 2024 a false message is an offence only where harm that is not trivial was intended.",
    find_out="Look for what the author said about the aim, and for what was likely to follow.",
    authority=ONLINE_SAFETY.s("179(1)(c)"),
)
annoyance_purpose = Element(
    "Annoyance purpose",
    "Was the purpose of it to cause annoyance, inconvenience or needless anxiety?",
    hint="For example, to wind people up or to block the telephones",
    why="Two offences of the 2003 Act rest on this purpose.",
    find_out="Look at the words, and at what happened to the practice’s day.",
    authority=COMMUNICATIONS.s("127(2)"),
)
persistent = Element(
    "Persistent",
    "Did the author do this persistently?",
    hint="Again and again, or on after being asked to stop",
    why="Causing annoyance is an offence only where the network is used persistently for it. A heated debate is not.",
    find_out="List each message with its date and time.",
    authority=SCOTTOW,
)
COLLECTIVE = Option(
    "collective", "Once each against two or more people, to make somebody do or leave something", Finding.NOT_MET
)
course_of_conduct = Element(
    "Course of conduct",
    "Were there at least two linked occasions, by the same author?",
    hint="Against one person, or against several to press a demand. The harassment checklist takes this apart",
    why="Harassment and stalking need a course of conduct. One message, however grave, is not one.",
    find_out="Use the harassment checklist, and come back with its answer.",
    options=(
        Option("yes", "Yes, at least two against one person", Finding.MET),
        COLLECTIVE,
        Option("no", "No", Finding.NOT_MET),
    ),
    authority=HARASSMENT.s("7(3)(a)"),
)
course_or_collective = replace(
    course_of_conduct,
    options=tuple(
        replace(option, finding=Finding.MET) if option is COLLECTIVE else option for option in course_of_conduct.options
    ),
    authority=HARASSMENT.s("7(3)"),
)
oppressive = Element(
    "Oppressive",
    "Taken as a whole, is it oppressive and unacceptable, so that a reasonable person would think it harassment?",
    hint="Frightening, degrading or relentless, not just unpleasant",
    why="The courts draw a line between what is unattractive and what is oppressive and unacceptable.",
    find_out="Use the harassment checklist, and come back with its answer.",
    authority=MAJROWSKI,
)
stalking_acts = Element(
    "Stalking acts",
    "Does it include acts like those of a stalker: following, watching, contacting, publishing things about the "
    "person, or keeping an eye on what they do online?",
    hint="Contacting again and again by any means counts",
    why="Stalking is harassment by acts of this kind.",
    find_out="Mark each such act in your list of incidents.",
    authority=HARASSMENT.s("2A(3)"),
)
fear_of_violence = Element(
    "Fear of violence",
    "Did it make the person fear, on two or more occasions, that violence would be used against them?",
    hint="The fear must be that violence will be used, not only that it might be",
    why="A graver offence covers this.",
    find_out="Ask the person what they feared and when. If there is danger now, ring 999 first.",
    authority=HARASSMENT.s("4(1)"),
)
serious_effect = Element(
    "Serious effect",
    "Did it cause serious alarm or distress that changed how the person lives from day to day?",
    hint="For example, not sleeping, not going out, changing their route or hours",
    why="Stalking with such an effect is a graver offence, even without a fear of violence.",
    find_out="Ask the person, and note the changes with their dates.",
    authority=HARASSMENT.s("4A(1)(b)(ii)"),
)
threatening_or_abusive = Element(
    "Threatening or abusive",
    "Was it threatening or abusive, and likely to make a reasonable person feel fear or alarm?",
    hint="One message is enough",
    why="In Scotland and Northern Ireland a single act of this kind can be an offence.",
    find_out="Write down the words, and how people who saw them reacted.",
    authority=LICENSING_SCOTLAND.s("38(1)"),
)
alarm_intended = Element(
    "Alarm intended",
    "Did the author mean to cause fear or alarm, or not care whether it did?",
    hint="For a course of conduct it is enough that the author ought to have known",
    why="These offences need it.",
    find_out="Look at the words, and at what the author knew about the person.",
    authority=LICENSING_SCOTLAND.s("38(1)(c)"),
)
alarm_caused = Element(
    "Alarm caused",
    "Did it cause the person fear or alarm?",
    hint="More than being irritated or a bit upset",
    why="Stalking needs it.",
    find_out="Ask the person, kindly and in private, and note the effect in their own words with the date.",
    authority=LICENSING_SCOTLAND.s("39(2)"),
)
reasonable_excuse = Defence(
    "Reasonable excuse",
    "Do the facts clearly show a reasonable or lawful excuse?",
    hint="If it is only arguable, choose “I’m not sure”",
    why="It may answer several of these offences. A real complaint made through the proper channels, or telling "
    "the police about a crime, are examples.",
    find_out="Ask what the author would say in answer.",
    authority=ONLINE_SAFETY.s("179(1)(d)"),
)
fear_excuse = replace(
    reasonable_excuse,
    options=(
        replace(
            YES_OR_NO[0],
            finding=Finding.UNCLEAR,
            note="For this offence it is an answer only if it was to prevent or detect crime, was allowed or required "
            "by law, or was reasonable to protect somebody or their property.",
        ),
        YES_OR_NO[1],
    ),
)
reasonable_demand = Defence(
    "Reasonable demand",
    "If the threat was of financial loss: was it a fair way to press a fair demand?",
    hint="For example, to sue over a real debt",
    why="A threat of financial loss is not an offence where the author used it to press a reasonable demand and "
    "believed on reasonable grounds that it was a proper means.",
    find_out="Ask what was demanded, and whether there was any ground for it.",
    authority=ONLINE_SAFETY.s("181(4)"),
    when=serious_threat.answered("financial-loss"),
)
no_fair_demand = Element(
    reasonable_demand.name,
    reasonable_demand.asks,
    hint=reasonable_demand.hint,
    why="Under the older law too, a threat used as a proper means to press a reasonable demand was no offence.",
    find_out=reasonable_demand.find_out,
    authority=MALICIOUS_COMMUNICATIONS.s("1(2)"),
    when=reasonable_demand.when,
    options=(Option("yes", "Yes", Finding.NOT_MET), Option("no", "No", Finding.MET)),
)
intimate_image = Severity(
    "Intimate image",
    "Does it show, or threaten to show, an intimate or sexual picture or film of a real person?",
    hint="Faked pictures count too. Do not open, copy or pass it on",
    why="Separate offences cover this, and there are fast ways to have it taken down.",
    find_out="Ask the person shown, and do not look for it. If they may be under 18, ring the police at once.",
    authority=SEXUAL_OFFENCES.s("66B"),
)
SERIOUSNESS = {
    ENGLAND_AND_WALES: (hostility, intimate_image),
    SCOTLAND: (hostility_scotland, intimate_image.under(ABUSIVE_BEHAVIOUR_SCOTLAND.s("2"))),
    NORTHERN_IRELAND: (
        hostility_northern_ireland,
        intimate_image.under(JUSTICE_NORTHERN_IRELAND.s("51")),
    ),
}

magistrates = Limitation(
    "Prosecution",
    MAGISTRATES.s("127"),
    sent,
    months=6,
    note="It is enough that the last incident of the course is in time. A racially or religiously aggravated form has "
    f"no such limit and a higher maximum ({CRIME_AND_DISORDER.s('32').cite}).",
)
six_months = (replace(magistrates, note=""),)
EARLIEST = "A prosecution must also begin within six months of the day on which the prosecutor had enough evidence."
three_years = Limitation("Prosecution", COMMUNICATIONS.s("127(5)"), sent, years=3, first_day_counts=True, note=EARLIEST)
once_known = Limitation(
    "Prosecution once known",
    COMMUNICATIONS.s("127(5)"),
    evidence_known,
    months=6,
    first_day_counts=True,
    if_known=True,
)
network_limits = (three_years, once_known)
TO_CHECK = "Check this limit with the police before relying on it."
scottish_limits = tuple(
    replace(limit, authority=COMMUNICATIONS.s("127(6)"), note=f"{limit.note} {TO_CHECK}".strip())
    for limit in network_limits
)
falsehood_limits = (
    replace(three_years, authority=ONLINE_SAFETY.s("179(8)"), first_day_counts=False),
    replace(once_known, authority=ONLINE_SAFETY.s("179(7)")),
)

ABROAD = (
    "If it was sent from outside the United Kingdom, false and threatening communications are offences only where the "
    f"author lives in England and Wales or Northern Ireland ({ONLINE_SAFETY.s('185').cite})."
)
SHARED = "Sharing or reposting somebody else’s message can count as sending it."
SELF_HARM = (
    "To urge somebody to do themselves serious harm is a matter of its own for the police "
    f"({ONLINE_SAFETY.s('184').cite})."
)
CPS = (
    (
        "The prosecution must prove every element beyond reasonable doubt. The Crown Prosecution Service decides "
        f"whether to charge ({CODE_FOR_CROWN_PROSECUTORS.cite}): is there enough evidence, and is it in the public "
        "interest? Hate, repetition, a vulnerable victim or a breach of an order count for it. A quick apology and "
        "removal, youth, or serious mental ill health may count against it."
    ),
    SHARED,
    ABROAD,
    SELF_HARM,
)
COPFS = (
    (
        "The prosecution must prove every element beyond reasonable doubt, with evidence from two sources. The Crown "
        "Office and Procurator Fiscal Service decides whether to prosecute, in the public interest."
    ),
    (
        "The offences of false and of threatening communications, and the Malicious Communications Act 1988, are not "
        "law in Scotland."
    ),
    "A threat may also be a crime at common law.",
    SELF_HARM,
)
PPS = (
    (
        "The prosecution must prove every element beyond reasonable doubt. The Public Prosecution Service decides "
        "whether to prosecute: is there enough evidence, and is it in the public interest?"
    ),
    "The Malicious Communications (Northern Ireland) Order 1988 is left out, because it may not reach online posts.",
    SHARED,
    ABROAD,
    SELF_HARM,
)
NOTES = {ENGLAND_AND_WALES: CPS, SCOTLAND: COPFS, NORTHERN_IRELAND: PPS}
FINE = "in prison, a fine, or both"
NEW_LAW = date(2024, 1, 31)


def no_limit(authority: Citation) -> tuple[Limitation, ...]:
    """Return what stands for the time limit of an offence that has none."""
    return (Limitation("Prosecution", authority, sent),)


def threatening_communication(where: Jurisdiction) -> Offence:
    """Return the offence of section 181, which is the same in both jurisdictions that have it."""
    return Offence(
        where,
        NEW_LAW,
        ONLINE_SAFETY_COMMENCEMENT.reg("2"),
        (serious_threat, fear_intended),
        (reasonable_demand,),
        no_limit(ONLINE_SAFETY.s("181(5)")),
        severity=SERIOUSNESS[where],
        key="osa-181",
        name="Threatening communication",
        authority=ONLINE_SAFETY.s("181"),
        max_penalty=f"5 years {FINE}",
        notes=NOTES[where],
    )


def threat_to_kill(where: Jurisdiction) -> Offence:
    """Return the offence of section 16, which is the same in both jurisdictions that have it."""
    authority = OFFENCES_AGAINST_THE_PERSON.s("16")
    return Offence(
        where,
        date(1861, 11, 1),
        authority,
        (serious_threat.under(authority, options=(KILL, *NOT_TO_KILL, NO_THREAT)), fear_meant),
        (reasonable_excuse.under(authority),),
        no_limit(authority),
        severity=SERIOUSNESS[where],
        key="oapa-16",
        name="Threat to kill",
        authority=authority,
        max_penalty="10 years in prison",
        notes=NOTES[where],
    )


# The cases that explain these points are of the courts of England and Wales.
BY_CASES = (grossly_offensive, aware, persistent)
BY_STATUTE = (
    grossly_offensive.under(COMMUNICATIONS.s("127(1)(a)")),
    aware.under(COMMUNICATIONS.s("127(1)(a)")),
    persistent.under(COMMUNICATIONS.s("127(2)(c)")),
)


def network_offence(where: Jurisdiction, limits: tuple[Limitation, ...]) -> Offence:
    """Return the offence of section 127(1)."""
    offensive, knew, _ = BY_CASES if where is ENGLAND_AND_WALES else BY_STATUTE
    return Offence(
        where,
        date(2003, 7, 25),
        COMMUNICATIONS.s("411"),
        (public_network, any_of(offensive, menacing), knew),
        (),
        limits,
        severity=SERIOUSNESS[where],
        key="ca-127-1",
        name="Grossly offensive, indecent, obscene or menacing message",
        authority=COMMUNICATIONS.s("127(1)"),
        max_penalty=f"6 months {FINE}",
        notes=NOTES[where],
    )


def persistent_misuse(where: Jurisdiction, limits: tuple[Limitation, ...]) -> Offence:
    """Return the offence of section 127(2)(c)."""
    *_, again = BY_CASES if where is ENGLAND_AND_WALES else BY_STATUTE
    return replace(
        network_offence(where, limits),
        elements=(
            public_network.under(COMMUNICATIONS.s("127(2)(c)")),
            annoyance_purpose.under(COMMUNICATIONS.s("127(2)(c)")),
            again,
        ),
        key="ca-127-2c",
        name="Persistent misuse of the network",
        authority=COMMUNICATIONS.s("127(2)(c)"),
    )


def false_message(where: Jurisdiction, limits: tuple[Limitation, ...]) -> Offence:
    """Return the offence of section 127(2)(a) and (b)."""
    return replace(
        network_offence(where, limits),
        elements=(
            public_network.under(COMMUNICATIONS.s("127(2)")),
            known_false.under(COMMUNICATIONS.s("127(2)")),
            annoyance_purpose,
        ),
        key="ca-127-2a",
        name="False message sent to annoy",
        authority=COMMUNICATIONS.s("127(2)(a)"),
    )


def in_three_years(offence: Offence) -> Offence:
    """Return an offence of section 127 with the limits that subsections (5) to (7) gave it in England and Wales."""
    return replace(
        offence,
        since=date(2015, 4, 13),
        since_authority=CRIMINAL_JUSTICE_AND_COURTS.s("51"),
        limitations=network_limits,
    )


def false_communication(where: Jurisdiction) -> Offence:
    """Return the offence of section 179, which is the same in both jurisdictions that have it."""
    return Offence(
        where,
        NEW_LAW,
        ONLINE_SAFETY_COMMENCEMENT.reg("2"),
        (known_false, harm_intended),
        (reasonable_excuse,),
        falsehood_limits,
        severity=SERIOUSNESS[where],
        key="osa-179",
        name="False communication",
        authority=ONLINE_SAFETY.s("179"),
        max_penalty=f"6 months {FINE}",
        notes=NOTES[where],
    )


harassment_excuse = reasonable_excuse.under(HARASSMENT.s("1(3)"))
harassment_2_as_enacted = Offence(
    ENGLAND_AND_WALES,
    date(1997, 6, 16),
    HARASSMENT.s("2"),
    (course_of_conduct.under(HARASSMENT.s("7(3)")), oppressive),
    (harassment_excuse,),
    (magistrates,),
    severity=SERIOUSNESS[ENGLAND_AND_WALES],
    key="pha-2",
    name="Harassment",
    authority=HARASSMENT.s("2"),
    max_penalty=f"6 months {FINE}",
    notes=CPS,
)
harassment_2 = replace(
    harassment_2_as_enacted,
    since=date(2005, 7, 1),
    since_authority=SERIOUS_ORGANISED_CRIME.s("125"),
    elements=(course_or_collective, oppressive),
)
stalking_2a = replace(
    harassment_2,
    since=date(2012, 11, 25),
    since_authority=PROTECTION_OF_FREEDOMS.s("111"),
    elements=(course_of_conduct, oppressive, stalking_acts),
    key="pha-2a",
    name="Stalking",
    authority=HARASSMENT.s("2A"),
)
fear_4_as_enacted = replace(
    harassment_2_as_enacted,
    since_authority=HARASSMENT.s("4"),
    elements=(course_of_conduct, fear_of_violence),
    defences=(fear_excuse.under(HARASSMENT.s("4(3)")),),
    limitations=no_limit(HARASSMENT.s("4(4)")),
    key="pha-4",
    name="Putting people in fear of violence",
    authority=HARASSMENT.s("4"),
    max_penalty=f"5 years {FINE}",
)
fear_4 = replace(
    fear_4_as_enacted,
    since=date(2017, 4, 3),
    since_authority=POLICING_AND_CRIME.s("175"),
    max_penalty=f"10 years {FINE}",
)
stalking_4a_as_enacted = replace(
    stalking_2a,
    elements=(course_of_conduct, oppressive, stalking_acts, any_of(fear_of_violence, serious_effect)),
    defences=(fear_excuse.under(HARASSMENT.s("4A(4)")),),
    limitations=no_limit(HARASSMENT.s("4A(5)")),
    key="pha-4a",
    name="Stalking with fear of violence, or serious alarm or distress",
    authority=HARASSMENT.s("4A"),
    max_penalty=f"5 years {FINE}",
)
stalking_4a = replace(
    stalking_4a_as_enacted,
    since=date(2017, 4, 3),
    since_authority=POLICING_AND_CRIME.s("175"),
    max_penalty=f"10 years {FINE}",
)
malicious_2015 = Offence(
    ENGLAND_AND_WALES,
    date(2015, 4, 13),
    CRIMINAL_JUSTICE_AND_COURTS.s("32"),
    (
        sent_to_person,
        any_of(
            grossly_offensive.under(MALICIOUS_COMMUNICATIONS.s("1(1)(a)(i)")),
            all_of(serious_threat.under(MALICIOUS_COMMUNICATIONS.s("1(1)(a)(ii)")), no_fair_demand),
            menacing.under(MALICIOUS_COMMUNICATIONS.s("1(1)(a)(ii)")),
            known_false.under(MALICIOUS_COMMUNICATIONS.s("1(1)(a)(iii)")),
        ),
        distress_purpose,
    ),
    (),
    no_limit(MALICIOUS_COMMUNICATIONS.s("1(4)")),
    severity=SERIOUSNESS[ENGLAND_AND_WALES],
    key="mca-1",
    name="Malicious communication",
    authority=MALICIOUS_COMMUNICATIONS.s("1"),
    max_penalty=f"2 years {FINE}",
    notes=CPS,
)
malicious_2001 = replace(
    malicious_2015,
    since=date(2001, 5, 11),
    since_authority=CRIMINAL_JUSTICE_AND_POLICE.s("43"),
    limitations=six_months,
    max_penalty=f"6 months {FINE}",
)
malicious = replace(
    malicious_2015,
    since=NEW_LAW,
    since_authority=ONLINE_SAFETY_COMMENCEMENT.reg("2"),
    elements=(sent_to_person, grossly_offensive.under(MALICIOUS_COMMUNICATIONS.s("1(1)(a)(i)")), distress_purpose),
)

alarming = Offence(
    SCOTLAND,
    date(2010, 10, 6),
    LICENSING_SCOTLAND.s("38"),
    (threatening_or_abusive, alarm_intended),
    (reasonable_excuse.under(LICENSING_SCOTLAND.s("38(2)")),),
    no_limit(LICENSING_SCOTLAND.s("38(4)")),
    severity=SERIOUSNESS[SCOTLAND],
    key="cjlsa-38",
    name="Threatening or abusive behaviour",
    authority=LICENSING_SCOTLAND.s("38"),
    max_penalty=f"5 years {FINE}",
    notes=COPFS,
)
stalking_scotland = replace(
    alarming,
    since=date(2010, 12, 13),
    since_authority=LICENSING_SCOTLAND.s("39"),
    elements=(
        course_of_conduct.under(LICENSING_SCOTLAND.s("39(6)")),
        stalking_acts.under(LICENSING_SCOTLAND.s("39(6)")),
        alarm_caused,
        alarm_intended.under(LICENSING_SCOTLAND.s("39(3)")),
    ),
    defences=(reasonable_excuse.under(LICENSING_SCOTLAND.s("39(5)")),),
    limitations=no_limit(LICENSING_SCOTLAND.s("39(7)")),
    key="cjlsa-39",
    name="Stalking",
    authority=LICENSING_SCOTLAND.s("39"),
)

alarming_northern_ireland = replace(
    alarming,
    jurisdiction=NORTHERN_IRELAND,
    severity=SERIOUSNESS[NORTHERN_IRELAND],
    since=date(2022, 4, 27),
    since_authority=STALKING_NORTHERN_IRELAND.s("2"),
    elements=(
        threatening_or_abusive.under(STALKING_NORTHERN_IRELAND.s("2(1)")),
        alarm_intended.under(STALKING_NORTHERN_IRELAND.s("2(1)")),
    ),
    defences=(reasonable_excuse.under(STALKING_NORTHERN_IRELAND.s("2")),),
    limitations=no_limit(STALKING_NORTHERN_IRELAND.s("2")),
    key="psani-2",
    authority=STALKING_NORTHERN_IRELAND.s("2"),
    notes=PPS,
)
stalking_northern_ireland = replace(
    alarming_northern_ireland,
    since_authority=STALKING_NORTHERN_IRELAND.s("1"),
    elements=(
        course_of_conduct.under(STALKING_NORTHERN_IRELAND.s("1")),
        stalking_acts.under(STALKING_NORTHERN_IRELAND.s("1")),
        any_of(
            alarm_caused.under(
                STALKING_NORTHERN_IRELAND.s("1"),
                asks="Did it cause the person fear or alarm, or would a reasonable person expect it to?",
            ),
            serious_effect.under(STALKING_NORTHERN_IRELAND.s("1")),
        ),
        alarm_intended.under(STALKING_NORTHERN_IRELAND.s("1")),
    ),
    defences=(reasonable_excuse.under(STALKING_NORTHERN_IRELAND.s("1")),),
    limitations=no_limit(STALKING_NORTHERN_IRELAND.s("1")),
    key="psani-1",
    name="Stalking",
    authority=STALKING_NORTHERN_IRELAND.s("1"),
    max_penalty=f"10 years {FINE}",
)
harassment_northern_ireland = replace(
    harassment_2,
    jurisdiction=NORTHERN_IRELAND,
    severity=SERIOUSNESS[NORTHERN_IRELAND],
    since=date(1997, 6, 17),
    since_authority=HARASSMENT_NORTHERN_IRELAND.art("1"),
    elements=(
        course_of_conduct.under(HARASSMENT_NORTHERN_IRELAND.art("2(3)")),
        oppressive.under(HARASSMENT_NORTHERN_IRELAND.art("3")),
    ),
    defences=(reasonable_excuse.under(HARASSMENT_NORTHERN_IRELAND.art("3(3)")),),
    limitations=no_limit(HARASSMENT_NORTHERN_IRELAND.art("4")),
    key="pho-ni-4",
    authority=HARASSMENT_NORTHERN_IRELAND.art("4"),
    max_penalty=f"2 years {FINE} (check before relying on it)",
    notes=PPS,
)
fear_northern_ireland = replace(
    harassment_northern_ireland,
    elements=(
        course_of_conduct.under(HARASSMENT_NORTHERN_IRELAND.art("2(3)")),
        fear_of_violence.under(HARASSMENT_NORTHERN_IRELAND.art("6(1)")),
    ),
    defences=(fear_excuse.under(HARASSMENT_NORTHERN_IRELAND.art("6(3)")),),
    limitations=no_limit(HARASSMENT_NORTHERN_IRELAND.art("6")),
    key="pho-ni-6",
    name="Putting people in fear of violence",
    authority=HARASSMENT_NORTHERN_IRELAND.art("6"),
    max_penalty=f"7 years {FINE} (check before relying on it)",
)

network_1, network_2a, network_2c = (
    offence(ENGLAND_AND_WALES, six_months) for offence in (network_offence, false_message, persistent_misuse)
)

communications_offences = Checklist(
    "Communications offences",
    "Which offences a message or post may be, one by one, under the law of the day on which it was sent.",
    claims=(
        threatening_communication(ENGLAND_AND_WALES),
        threat_to_kill(ENGLAND_AND_WALES),
        fear_4_as_enacted,
        fear_4,
        stalking_4a_as_enacted,
        stalking_4a,
        stalking_2a,
        harassment_2_as_enacted,
        harassment_2,
        malicious_2001,
        malicious_2015,
        malicious,
        network_1,
        in_three_years(network_1),
        false_communication(ENGLAND_AND_WALES),
        network_2a,
        replace(in_three_years(network_2a), until=NEW_LAW),
        network_2c,
        in_three_years(network_2c),
        alarming,
        stalking_scotland,
        network_offence(SCOTLAND, scottish_limits),
        false_message(SCOTLAND, scottish_limits),
        persistent_misuse(SCOTLAND, scottish_limits),
        threatening_communication(NORTHERN_IRELAND),
        threat_to_kill(NORTHERN_IRELAND),
        alarming_northern_ireland,
        fear_northern_ireland,
        stalking_northern_ireland,
        harassment_northern_ireland,
        network_offence(NORTHERN_IRELAND, network_limits),
        false_communication(NORTHERN_IRELAND),
        replace(false_message(NORTHERN_IRELAND, network_limits), until=NEW_LAW),
        persistent_misuse(NORTHERN_IRELAND, network_limits),
    ),
    law_as_at=date(2026, 11, 22),
    review_due=date(2027, 5, 22),
    before_law="This checklist does not cover messages sent before these laws began.",
)
