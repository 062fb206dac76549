"""Harassment: Protection from Harassment Act 1997 and its Northern Ireland counterpart."""

from dataclasses import replace
from datetime import date

from checklists.authorities import (
    CRIME_AND_DISORDER,
    CRIMINAL_JUSTICE_NORTHERN_IRELAND,
    HARASSMENT,
    HARASSMENT_NORTHERN_IRELAND,
    HATE_CRIME_SCOTLAND,
    LICENSING_SCOTLAND,
    LIMITATION,
    LIMITATION_NORTHERN_IRELAND,
    MAGISTRATES,
    MAJROWSKI,
    POLICING_AND_CRIME,
    PRATT,
    PRESCRIPTION_SCOTLAND,
    PROTECTION_OF_FREEDOMS,
    SENTENCING,
    SERIOUS_ORGANISED_CRIME,
    STALKING_NORTHERN_IRELAND,
)
from checklists.law import (
    Checklist,
    Claim,
    DateQuestion,
    Defence,
    Element,
    Jurisdiction,
    Limitation,
    Provision,
    Severity,
    all_of,
    any_of,
)

individual = Element(
    "Individual",
    "Is the target a named or recognisable person, not only the practice?",
    hint="A photo, job title or nickname counts if people would know who is meant",
    why="Only a person can be harassed in law. A practice, partnership or company cannot be the victim.",
    find_out="Read the posts as a patient would. Would someone who uses the practice know which person is meant?",
    authority=HARASSMENT.s("7(5)"),
)
same_author = Element(
    "Same author",
    "Are there grounds to think that all the posts come from the same person, or from people acting together?",
    hint="Posts by unconnected people do not add up",
    why="A course of conduct is normally one person’s. People who help or encourage each other can count together; "
    "take advice if that is so.",
    find_out="Compare account names, photos, wording and what the posts know. Use only what was posted: "
    "never look in patient records.",
    authority=HARASSMENT.s("1(1)"),
)
two_occasions = Element(
    "Two occasions",
    "Were there at least two separate occasions aimed at that same person?",
    hint="One post left up and seen again and again: choose “I’m not sure”",
    why="A single act, however grave, is not a course of conduct. Other offences may still cover it.",
    find_out="List each post or message with its date and the person it was aimed at.",
    authority=HARASSMENT.s("7(3)(a)"),
)
collective_limb = Element(
    "Collective limb",
    "Was there at least one occasion each against two or more people, and does the author seem to be trying to "
    "make someone do what they need not do, or not do what they may or must do?",
    hint="For example, threatening two doctors once each to get a drug they refused",
    why="Harassing several people once each counts where the aim is to persuade somebody to do what they need "
    "not do, or not to do what they may or must do.",
    find_out="Look for a demand, a condition or a threat of what happens otherwise. Keep the exact words.",
    authority=HARASSMENT.s("1(1A)"),
)
linked = Element(
    "Linked",
    "Are the incidents linked: the same grievance, theme or target, and reasonably close in time?",
    hint="As a rule of thumb, gaps up to three months, or one month if there are only two",
    why="Separate incidents become a course of conduct only through what connects them. The fewer they are "
    "and the further apart, the weaker the link. The months in the hint are a rule of thumb, not law: if the "
    "gaps are longer, choose “I’m not sure”.",
    find_out="Put the incidents in date order and write next to each what it is about.",
    authority=PRATT,
)
alarm_or_distress = Element(
    "Alarm or distress",
    "Did it cause the person alarm, fear or distress, or would it plainly have that effect?",
    hint="More than being irritated or a bit upset",
    why="Harassment includes causing alarm or distress. No medical evidence is needed.",
    find_out="Ask the person, kindly and in private, and note the effect in their own words with the date.",
    authority=HARASSMENT.s("7(2)"),
)
grave = Element(
    "Grave",
    "Taken as a whole, is it grave: oppressive and unacceptable, well beyond rude, unfair or upsetting?",
    hint="Frightening, degrading or relentless, not just unpleasant",
    why="The courts draw a line between what is unattractive, even unreasonable, and what is oppressive and "
    "unacceptable. Free speech protects a good deal of rudeness.",
    find_out="Look at everything together: the words, how often, how public, and whether it goes on after a "
    "request to stop.",
    authority=MAJROWSKI,
)
ought_to_know = Element(
    "Ought to know",
    "Would a reasonable person who knew what the author knew think that it was harassment?",
    hint="Ask a colleague who is not involved",
    why="The author need not have meant harm. It is enough that a reasonable person with the same information "
    "would see it as harassment. An illness of the author’s does not change this test.",
    find_out="Note what the author had been told, such as a request to stop.",
    authority=HARASSMENT.s("1(2)"),
)
reasonable_conduct = Defence(
    "Reasonable conduct",
    "Do the facts clearly show that it was reasonable, required or allowed by law, or done to prevent or detect crime?",
    hint="If it is only arguable, choose “I’m not sure”",
    why="It is for the author to show this, for example that it was a genuine complaint made through the proper "
    "channels. Complaining, even bluntly, is a right; a campaign of abuse is not.",
    find_out="Check whether there is a real complaint inside the posts, and whether it went to the practice, "
    "a regulator or the police.",
    authority=HARASSMENT.s("1(3)"),
)
fear_of_violence = Severity(
    "Fear of violence",
    "Did it make the person fear, on two or more occasions, that violence would be used against them?",
    hint="The fear must be that violence will be used, not only that it might be",
    why="A graver offence covers this.",
    find_out="Ask the person what they feared and when. If there is danger now, ring 999 first.",
    authority=HARASSMENT.s("4"),
)
hostility = Severity(
    "Hostility",
    "Is there hostility about race, religion, disability, sexual orientation or transgender identity?",
    hint="Slurs, symbols or remarks about the person’s group, at any point",
    why="Police may record it as a hate crime, and a sentence can be higher. The protected groups differ "
    "between nations.",
    find_out="Mark the words or images that show it.",
    authority=SENTENCING.s("66"),
)
hostility_scotland = hostility.under(
    HATE_CRIME_SCOTLAND.s("1"),
    asks="Is there hostility about age, disability, race, religion, sexual orientation, transgender identity "
    "or variations in sex characteristics?",
    why="Police may record it as a hate crime and a sentence can be higher, since 1 April 2024.",
)
hostility_northern_ireland = hostility.under(
    CRIMINAL_JUSTICE_NORTHERN_IRELAND.art("2"),
    asks="Is there hostility about race, religion, disability or sexual orientation?",
    why="Police may record it as a hate crime and a sentence can be higher.",
)

last_incident = DateQuestion(
    "Last incident",
    "When was the most recent incident?",
    hint="For example, 27 3 2026. Leave the day empty if you only know the month",
    why="Time limits run from it.",
    find_out="Use the date shown on the post itself, not the day when it was found.",
)
author_known = DateQuestion(
    "Author known",
    "When did the person targeted first know, or could reasonably have found out, who was responsible?",
    hint="If the author was always known, give the date of the first incident",
    why="In Scotland the time limit runs from the later of this date and the last incident.",
    find_out="Use the day on which a name, account or admission first pointed to the author.",
)

england_elements = (
    individual,
    same_author,
    two_occasions,
    linked,
    alarm_or_distress,
    grave,
    ought_to_know,
)
of_one_person = all_of(*england_elements)

as_enacted = {
    individual: individual.under(HARASSMENT.s("1(1)")),
    two_occasions: two_occasions.under(HARASSMENT.s("7(3)")),
}
elements_1997 = tuple(as_enacted.get(element, element) for element in england_elements)


def _provisions(elements: tuple[Element, ...]) -> tuple[Provision, Provision, Provision]:
    """Return the provisions that the 1997 Act began with."""
    return (
        Provision("Civil claim: damages and injunction", HARASSMENT.s("3"), all_of(*elements)),
        Provision("Offence of harassment", HARASSMENT.s("2"), all_of(*elements), "6 months in prison, a fine, or both"),
        Provision(
            "Offence of putting people in fear of violence",
            HARASSMENT.s("4"),
            all_of(*elements, fear_of_violence),
            "5 years in prison, a fine, or both",
            narrower_defence=True,
        ),
    )


civil_claim, offence, fear_offence = _provisions(england_elements)

england_1997 = Claim(
    Jurisdiction.ENGLAND_AND_WALES,
    since=date(1997, 6, 16),
    since_authority=HARASSMENT.s("15"),
    elements=elements_1997,
    defences=(reasonable_conduct,),
    severity=(fear_of_violence, hostility),
    limitations=(
        Limitation(
            "Claim",
            LIMITATION.s("2"),
            last_incident,
            years=6,
            note="The shorter limit for personal injury does not apply (section 11(1A)).",
        ),
        Limitation(
            "Summary prosecution",
            MAGISTRATES.s("127"),
            last_incident,
            months=6,
            bars=False,
            note="Only for the offences in sections 2 and 2A; graver offences have no such limit. "
            "It is enough that the last incident is in time.",
        ),
    ),
    provisions=_provisions(elements_1997),
)

course_or_collective = tuple(
    any_of(two_occasions, collective_limb) if element is two_occasions else element for element in england_elements
)
offence_2005 = replace(offence, needs=all_of(*course_or_collective))
aggravated = Provision(
    "Racially or religiously aggravated harassment",
    CRIME_AND_DISORDER.s("32"),
    all_of(*course_or_collective, hostility),
    "2 years in prison; where there is fear of violence, 7 years",
    beyond="that the hostility is racial or religious",
)
collective_injunction = Provision(
    "Injunction for harassment of several people (no damages)",
    HARASSMENT.s("3A"),
    all_of(*(collective_limb if element is two_occasions else element for element in england_elements)),
)
england_2005 = replace(
    england_1997,
    since=date(2005, 7, 1),
    since_authority=SERIOUS_ORGANISED_CRIME.s("125"),
    elements=course_or_collective,
    provisions=(civil_claim, collective_injunction, offence_2005, fear_offence, aggravated),
)

stalking = Provision(
    "Offence of stalking",
    HARASSMENT.s("2A"),
    of_one_person,
    "6 months in prison, a fine, or both",
    beyond="acts associated with stalking, such as publishing material about the person or monitoring them",
)
serious_stalking = Provision(
    "Offence of stalking involving fear of violence or serious alarm or distress",
    HARASSMENT.s("4A"),
    of_one_person,
    "5 years in prison, a fine, or both",
    narrower_defence=True,
    beyond="acts associated with stalking, and fear of violence twice, or serious alarm or distress with a "
    "substantial adverse effect on daily life",
)
england_2012 = replace(
    england_2005,
    since=date(2012, 11, 25),
    since_authority=PROTECTION_OF_FREEDOMS.s("111"),
    provisions=(
        civil_claim,
        collective_injunction,
        offence_2005,
        stalking,
        fear_offence,
        serious_stalking,
        aggravated,
    ),
)

ten_years = "10 years in prison, a fine, or both"
england_2017 = replace(
    england_2012,
    since=date(2017, 4, 3),
    since_authority=POLICING_AND_CRIME.s("175"),
    provisions=(
        civil_claim,
        collective_injunction,
        offence_2005,
        stalking,
        replace(fear_offence, max_penalty=ten_years),
        replace(serious_stalking, max_penalty=ten_years),
        replace(aggravated, max_penalty="2 years in prison; where there is fear of violence, 14 years"),
    ),
)

scotland_elements = (
    individual.under(HARASSMENT.s("8(1)")),
    same_author.under(HARASSMENT.s("8(1)")),
    two_occasions.under(HARASSMENT.s("8(3)")),
    linked.under(
        HARASSMENT.s("8(3)"),
        why="Separate incidents become a course of conduct only through what connects them. The months in the "
        "hint are a rule of thumb, not law: if the gaps are longer, choose “I’m not sure”.",
    ),
    alarm_or_distress.under(HARASSMENT.s("8(3)")),
    grave.under(
        HARASSMENT.s("8(1)"),
        why="As a practical guide we use the same line as in England: oppressive and unacceptable, not only "
        "unattractive or unreasonable. How far Scottish courts use it is not settled.",
    ),
    ought_to_know.under(
        HARASSMENT.s("8(1)"),
        asks="Did the author intend to harass, or would it appear to a reasonable person to be harassment?",
        why="Scots law asks whether the conduct was intended as harassment, or would appear so to a reasonable person.",
    ),
)
scotland = Claim(
    Jurisdiction.SCOTLAND,
    since=date(1997, 6, 16),
    since_authority=HARASSMENT.s("15"),
    elements=scotland_elements,
    defences=(reasonable_conduct.under(HARASSMENT.s("8(4)")),),
    severity=(
        fear_of_violence.under(
            LICENSING_SCOTLAND.s("39"),
            why="The Scottish offences of threatening behaviour and stalking may cover this.",
        ),
        hostility_scotland,
    ),
    limitations=(
        Limitation(
            "Claim",
            PRESCRIPTION_SCOTLAND.s("18B"),
            last_incident,
            years=3,
            or_later=author_known,
            discretion=PRESCRIPTION_SCOTLAND.s("19A"),
            note="This limit concerns claims that include damages. An order to stop the conduct "
            "may still be open after it. A case normally counts as begun only when it is served, so leave more time.",
        ),
    ),
    provisions=(
        Provision(
            "Civil claim: damages, interdict or non-harassment order",
            HARASSMENT.s("8"),
            all_of(*scotland_elements),
        ),
        Provision(
            "Offence of threatening or abusive behaviour (a single act is enough)",
            LICENSING_SCOTLAND.s("38"),
            scotland_elements[4],
            "5 years in prison, a fine, or both",
            beyond="behaviour likely to cause a reasonable person fear or alarm, with intent or recklessness, "
            "on or after 6 October 2010",
        ),
        Provision(
            "Offence of stalking",
            LICENSING_SCOTLAND.s("39"),
            all_of(*scotland_elements),
            "5 years in prison, a fine, or both",
            beyond="conduct listed in the section, causing fear or alarm, with intent or knowledge, "
            "on or after 13 December 2010",
        ),
    ),
    notes=("Harassment is a civil wrong in Scotland. It is not an offence in itself there.",),
)

northern_ireland_elements = (
    individual.under(
        HARASSMENT_NORTHERN_IRELAND.art("3"),
        why="The law protects people from harassment. A practice or company is unlikely to count as a victim.",
    ),
    same_author.under(HARASSMENT_NORTHERN_IRELAND.art("3")),
    two_occasions.under(HARASSMENT_NORTHERN_IRELAND.art("2(3)")),
    linked.under(HARASSMENT_NORTHERN_IRELAND.art("2(3)")),
    alarm_or_distress.under(HARASSMENT_NORTHERN_IRELAND.art("2(2)")),
    grave.under(HARASSMENT_NORTHERN_IRELAND.art("3")),
    ought_to_know.under(HARASSMENT_NORTHERN_IRELAND.art("3(2)")),
)
northern_ireland_fear = fear_of_violence.under(HARASSMENT_NORTHERN_IRELAND.art("6"))
northern_ireland = Claim(
    Jurisdiction.NORTHERN_IRELAND,
    since=date(1997, 6, 17),
    since_authority=HARASSMENT_NORTHERN_IRELAND.art("1"),
    elements=northern_ireland_elements,
    defences=(reasonable_conduct.under(HARASSMENT_NORTHERN_IRELAND.art("3(3)")),),
    severity=(
        northern_ireland_fear,
        hostility_northern_ireland,
    ),
    limitations=(
        Limitation(
            "Claim",
            LIMITATION_NORTHERN_IRELAND.art("6(1)"),
            last_incident,
            years=6,
            note="The shorter limit for personal injury does not apply (article 8 of the 1997 Order).",
        ),
    ),
    provisions=(
        Provision(
            "Civil claim: damages and injunction",
            HARASSMENT_NORTHERN_IRELAND.art("5"),
            all_of(*northern_ireland_elements),
        ),
        Provision(
            "Offence of harassment",
            HARASSMENT_NORTHERN_IRELAND.art("4"),
            all_of(*northern_ireland_elements),
            "2 years in prison, a fine, or both; check before relying on this",
        ),
        Provision(
            "Offence of putting people in fear of violence",
            HARASSMENT_NORTHERN_IRELAND.art("6"),
            all_of(*northern_ireland_elements, northern_ireland_fear),
            "more than for harassment; check the current maximum before relying on a figure",
            narrower_defence=True,
        ),
        Provision(
            "Offence of stalking",
            STALKING_NORTHERN_IRELAND.s("1"),
            all_of(*northern_ireland_elements),
            "10 years in prison, a fine, or both",
            beyond="conduct listed in the section, causing fear, alarm or substantial distress, "
            "on or after 27 April 2022",
        ),
        Provision(
            "Offence of threatening or abusive behaviour (a single act is enough)",
            STALKING_NORTHERN_IRELAND.s("2"),
            northern_ireland_elements[4],
            "5 years in prison, a fine, or both",
            beyond="behaviour likely to cause a reasonable person fear or alarm, with intent or recklessness, "
            "on or after 27 April 2022",
        ),
    ),
    notes=("This checklist takes Northern Ireland to have no collective limb. Check before relying on that.",),
)

harassment = Checklist(
    "Harassment",
    "Whether repeated online abuse of a person may be harassment, as a civil claim or an offence.",
    claims=(england_1997, england_2005, england_2012, england_2017, scotland, northern_ireland),
    law_as_at=date(2026, 11, 22),
    review_due=date(2027, 5, 22),
    before_law="The law of harassment began in June 1997. This checklist does not cover conduct before then.",
)
