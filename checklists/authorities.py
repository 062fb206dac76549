"""Every Act, Order and case the product relies on, defined once.

Rules and pages both cite from here, so that they cannot disagree. Beside each stands where it holds,
since when, and how sure we are of it, which the page "The law as at" shows.
"""

from datetime import date

from checklists.law import Act, Citation, Jurisdiction, Nation, Standing

UK = tuple(Jurisdiction)
ENGLAND_AND_WALES = (Jurisdiction.ENGLAND_AND_WALES,)
SCOTLAND = (Jurisdiction.SCOTLAND,)
NORTHERN_IRELAND = (Jurisdiction.NORTHERN_IRELAND,)
GREAT_BRITAIN = ENGLAND_AND_WALES + SCOTLAND
NOT_SCOTLAND = ENGLAND_AND_WALES + NORTHERN_IRELAND

READ = date(2026, 11, 22)  # the first reading of all; what is read again has its own date
MESSAGES = Standing(NOT_SCOTLAND, date(2024, 1, 31), READ)

ABUSIVE_BEHAVIOUR_SCOTLAND = Act(
    "Abusive Behaviour and Sexual Harm (Scotland) Act 2016", "asp/2016/22", Standing(SCOTLAND)
)
ADMINISTRATION_OF_JUSTICE_SCOTLAND = Act(
    "Administration of Justice (Scotland) Act 1972", "ukpga/1972/59", Standing(SCOTLAND)
)
CIVIC_GOVERNMENT_SCOTLAND = Act("Civic Government (Scotland) Act 1982", "ukpga/1982/45", Standing(SCOTLAND))
COMMUNICATIONS = Act(
    "Communications Act 2003",
    "ukpga/2003/21",
    Standing(UK, doubt="how long after the offence a prosecution can start in Scotland and Northern Ireland"),
)
COMPUTER_MISUSE = Act("Computer Misuse Act 1990", "ukpga/1990/18", Standing(UK))
COUNTY_COURTS = Act("County Courts Act 1984", "ukpga/1984/28", Standing(ENGLAND_AND_WALES))
CRIME_AND_DISORDER = Act("Crime and Disorder Act 1998", "ukpga/1998/37", Standing(ENGLAND_AND_WALES))
CRIME_AND_POLICING = Act(
    "Crime and Policing Act 2026",
    "ukpga/2026/20",
    Standing(
        UK,
        date(2026, 6, 29),
        doubt="which of its provisions have started, among them the removal of intimate images within 48 hours; "
        "whether the wider law on hate crime was enacted, and from when",
    ),
)
CRIMINAL_JUSTICE_AND_COURTS = Act(
    "Criminal Justice and Courts Act 2015", "ukpga/2015/2", Standing(ENGLAND_AND_WALES, date(2015, 4, 13))
)
CRIMINAL_JUSTICE_AND_POLICE = Act(
    "Criminal Justice and Police Act 2001", "ukpga/2001/16", Standing(ENGLAND_AND_WALES, date(2001, 5, 11))
)
CRIMINAL_JUSTICE_NORTHERN_IRELAND = Act(
    "Criminal Justice (No 2) (Northern Ireland) Order 2004, SI 2004/1991 (NI 15)",
    "nisi/2004/1991",
    Standing(NORTHERN_IRELAND),
)
CRIMINAL_PROCEDURE_SCOTLAND = Act("Criminal Procedure (Scotland) Act 1995", "ukpga/1995/46", Standing(SCOTLAND))
DATA_PROTECTION = Act("Data Protection Act 2018", "ukpga/2018/12", Standing(UK))
DATA_PROTECTION_REGULATION = Act(
    "UK GDPR, Regulation (EU) 2016/679",
    "eur/2016/679",
    Standing(UK),
    apart={"art 15(1A)": Standing(UK, date(2025, 6, 19))},
)
DATA_USE_AND_ACCESS = Act(
    "Data (Use and Access) Act 2025",
    "ukpga/2025/18",
    Standing(UK, doubt="the day on which the Information Commission takes over from the Information Commissioner"),
)
DEFAMATION = Act("Defamation Act 2013", "ukpga/2013/26", Standing(ENGLAND_AND_WALES, date(2014, 1, 1), READ))
DEFAMATION_1952 = Act("Defamation Act 1952", "ukpga/Geo6and1Eliz2/15-16/66", Standing(ENGLAND_AND_WALES))
DEFAMATION_1996 = Act("Defamation Act 1996", "ukpga/1996/31", Standing(NOT_SCOTLAND))
DEFAMATION_COMMENCEMENT = Act(
    "Defamation Act 2013 (Commencement) (England and Wales) Order 2013, SI 2013/3027",
    "uksi/2013/3027",
    Standing(ENGLAND_AND_WALES),
)
DEFAMATION_NORTHERN_IRELAND = Act(
    "Defamation Act (Northern Ireland) 2022", "nia/2022/30", Standing(NORTHERN_IRELAND, date(2022, 6, 7), READ)
)
DEFAMATION_NORTHERN_IRELAND_1955 = Act(
    "Defamation Act (Northern Ireland) 1955", "apni/1955/11", Standing(NORTHERN_IRELAND)
)
DEFAMATION_OPERATORS = Act(
    "Defamation (Operators of Websites) Regulations 2013, SI 2013/3028",
    "uksi/2013/3028",
    Standing(ENGLAND_AND_WALES, date(2014, 1, 1), READ),
)
DEFAMATION_SCOTLAND = Act(
    "Defamation and Malicious Publication (Scotland) Act 2021",
    "asp/2021/10",
    Standing(SCOTLAND, date(2022, 8, 8), READ),
    apart={
        "s 2": Standing(
            SCOTLAND,
            date(2022, 8, 8),
            READ,
            doubt="whether a practice that does NHS work is a public authority, which may not claim",
        )
    },
)
DEFAMATION_SCOTLAND_COMMENCEMENT = Act(
    "Defamation and Malicious Publication (Scotland) Act 2021 (Commencement and Transitional Provision) "
    "Regulations 2022, SSI 2022/154",
    "ssi/2022/154",
    Standing(SCOTLAND),
)
DISABILITY_DISCRIMINATION = Act("Disability Discrimination Act 1995", "ukpga/1995/50", Standing(NORTHERN_IRELAND))
ECONOMIC_CRIME = Act(
    "Economic Crime and Corporate Transparency Act 2023",
    "ukpga/2023/56",
    Standing(
        ENGLAND_AND_WALES, doubt="whether there is now a wider law against claims that are brought to silence people"
    ),
)
ELECTRONIC_COMMERCE = Act(
    "Electronic Commerce (EC Directive) Regulations 2002, SI 2002/2013", "uksi/2002/2013", Standing(UK)
)
EMERGENCY_WORKERS = Act(
    "Assaults on Emergency Workers (Offences) Act 2018", "ukpga/2018/23", Standing(ENGLAND_AND_WALES)
)
EMPLOYMENT_RIGHTS = Act(
    "Employment Rights Act 2025",
    "ukpga/2025/36",
    Standing(
        GREAT_BRITAIN,
        doubt="whether sections 20 and 21 began on 1 October 2026, as announced, and whether staff now have "
        "six months to bring a claim to a tribunal",
    ),
)
EQUALITY = Act(
    "Equality Act 2010",
    "ukpga/2010/15",
    Standing(GREAT_BRITAIN),
    apart={"s 40A": Standing(GREAT_BRITAIN, date(2024, 10, 26))},
)
GMS_ENGLAND = Act(
    "National Health Service (General Medical Services Contracts) Regulations 2015, SI 2015/1862",
    "uksi/2015/1862",
    Standing((Nation.ENGLAND,), None, READ, doubt="the numbers of its paragraphs after the contract changes of 2026"),
)
GMS_NORTHERN_IRELAND = Act(
    "Health and Personal Social Services (General Medical Services Contracts) Regulations "
    "(Northern Ireland) 2004, SR 2004/140",
    "nisr/2004/140",
    Standing(NORTHERN_IRELAND, None, READ, doubt="whether the paragraphs on removing a patient were amended"),
)
GMS_SCOTLAND = Act(
    "National Health Service (General Medical Services Contracts) (Scotland) Regulations 2018, SSI 2018/66",
    "ssi/2018/66",
    Standing(SCOTLAND, None, READ),
)
GMS_WALES = Act(
    "National Health Service (General Medical Services Contracts) (Wales) Regulations 2023, SI 2023/953",
    "wsi/2023/953",
    Standing(
        (Nation.WALES,),
        None,
        READ,
        doubt="how paragraph 29 counts while a patient is treated at intervals of less than seven days",
    ),
)
HARASSMENT = Act(
    "Protection from Harassment Act 1997",
    "ukpga/1997/40",
    Standing(ENGLAND_AND_WALES, date(1997, 6, 16), READ),
    apart={
        "s 1(1A)": Standing(ENGLAND_AND_WALES, date(2005, 7, 1), READ),
        "s 2A": Standing(ENGLAND_AND_WALES, date(2012, 11, 25)),
        "s 3A": Standing(ENGLAND_AND_WALES, date(2005, 7, 1)),
        "s 4A": Standing(ENGLAND_AND_WALES, date(2012, 11, 25)),
        "s 5A": Standing(ENGLAND_AND_WALES),
        "s 7(3)(a)": Standing(ENGLAND_AND_WALES, date(2005, 7, 1), READ),
        "s 8": Standing(SCOTLAND, date(1997, 6, 16), READ),
        "s 9": Standing(SCOTLAND, date(1997, 6, 16), READ),
        "s 15": Standing(GREAT_BRITAIN),
    },
)
HARASSMENT_NORTHERN_IRELAND = Act(
    "Protection from Harassment (Northern Ireland) Order 1997, SI 1997/1180 (NI 9)",
    "nisi/1997/1180",
    Standing(NORTHERN_IRELAND, date(1997, 6, 17), READ),
    apart={
        "art 3": Standing(
            NORTHERN_IRELAND,
            date(1997, 6, 17),
            READ,
            doubt="whether it now reaches someone who harasses several people once each",
        ),
        "art 4": Standing(NORTHERN_IRELAND, date(1997, 6, 17), READ, doubt="the maximum sentence"),
        "art 6": Standing(NORTHERN_IRELAND, date(1997, 6, 17), READ, doubt="the maximum sentence"),
    },
)
HATE_CRIME_SCOTLAND = Act(
    "Hate Crime and Public Order (Scotland) Act 2021",
    "asp/2021/14",
    Standing(SCOTLAND, date(2024, 4, 1), doubt="whether sex joins the list on 6 April 2027"),
)
HEALTH_AND_SAFETY = Act("Health and Safety at Work etc Act 1974", "ukpga/1974/37", Standing(GREAT_BRITAIN))
HEALTH_AND_SAFETY_MANAGEMENT = Act(
    "Management of Health and Safety at Work Regulations 1999, SI 1999/3242", "uksi/1999/3242", Standing(GREAT_BRITAIN)
)
HEALTH_AND_SAFETY_MANAGEMENT_NORTHERN_IRELAND = Act(
    "Management of Health and Safety at Work Regulations (Northern Ireland) 2000, SR 2000/388",
    "nisr/2000/388",
    Standing(NORTHERN_IRELAND),
)
HEALTH_AND_SAFETY_NORTHERN_IRELAND = Act(
    "Health and Safety at Work (Northern Ireland) Order 1978, SI 1978/1039 (NI 9)",
    "nisi/1978/1039",
    Standing(NORTHERN_IRELAND),
)
JUSTICE_NORTHERN_IRELAND = Act("Justice Act (Northern Ireland) 2016", "nia/2016/21", Standing(NORTHERN_IRELAND))
LICENSING_SCOTLAND = Act(
    "Criminal Justice and Licensing (Scotland) Act 2010",
    "asp/2010/13",
    Standing(SCOTLAND),
    apart={"s 38": Standing(SCOTLAND, date(2010, 10, 6)), "s 39": Standing(SCOTLAND, date(2010, 12, 13))},
)
LIMITATION = Act(
    "Limitation Act 1980",
    "ukpga/1980/58",
    Standing(
        ENGLAND_AND_WALES,
        doubt="whether a last day at a weekend moves on, now that claims are sent to the court electronically",
    ),
)
LIMITATION_NORTHERN_IRELAND = Act(
    "Limitation (Northern Ireland) Order 1989, SI 1989/1339 (NI 11)", "nisi/1989/1339", Standing(NORTHERN_IRELAND)
)
MAGISTRATES = Act("Magistrates’ Courts Act 1980", "ukpga/1980/43", Standing(ENGLAND_AND_WALES))
MALICIOUS_COMMUNICATIONS = Act(
    "Malicious Communications Act 1988", "ukpga/1988/27", Standing(ENGLAND_AND_WALES, None, READ)
)
MALICIOUS_COMMUNICATIONS_NORTHERN_IRELAND = Act(
    "Malicious Communications (Northern Ireland) Order 1988, SI 1988/1849 (NI 18)",
    "nisi/1988/1849",
    Standing(NORTHERN_IRELAND, None, READ, doubt="whether it covers electronic messages, and the maximum sentence"),
)
NHS_COMPLAINTS_ENGLAND = Act(
    "Local Authority Social Services and National Health Service Complaints (England) Regulations 2009, SI 2009/309",
    "uksi/2009/309",
    Standing((Nation.ENGLAND,)),
)
NHS_COMPLAINTS_WALES = Act(
    "National Health Service (Concerns, Complaints and Redress Arrangements) (Wales) Regulations 2011, SI 2011/704",
    "wsi/2011/704",
    Standing((Nation.WALES,), doubt="the time limits in days since the change of 1 April 2026"),
)
OFFENCES_AGAINST_THE_PERSON = Act(
    "Offences against the Person Act 1861", "ukpga/Vict/24-25/100", Standing(NOT_SCOTLAND)
)
ONLINE_SAFETY = Act(
    "Online Safety Act 2023",
    "ukpga/2023/50",
    Standing(UK, date(2025, 3, 17)),
    apart={
        "s 179": MESSAGES,
        "s 180": MESSAGES,
        "s 181": MESSAGES,
        "s 182": MESSAGES,
        "s 183": MESSAGES,
        "s 184": Standing(
            UK,
            date(2024, 1, 31),
            READ,
            doubt="when the wider offence of the Crime and Policing Act 2026 takes its place outside Scotland",
        ),
        "s 185": MESSAGES,
        "s 189": MESSAGES,
    },
)
ONLINE_SAFETY_COMMENCEMENT = Act(
    "Online Safety Act 2023 (Commencement No 3) Regulations 2024, SI 2024/31", "uksi/2024/31", Standing(UK)
)
POLICING_AND_CRIME = Act("Policing and Crime Act 2017", "ukpga/2017/3", Standing(ENGLAND_AND_WALES, date(2017, 4, 3)))
PRESCRIPTION_SCOTLAND = Act(
    "Prescription and Limitation (Scotland) Act 1973",
    "ukpga/1973/52",
    Standing(SCOTLAND),
    apart={
        "s 18A": Standing(SCOTLAND, date(2022, 8, 8), READ),
        "s 18B": Standing(SCOTLAND, date(1997, 6, 16), READ),
        "s 19CB": Standing(SCOTLAND, date(2022, 8, 8), READ),
    },
)
PROTECTION_OF_CHILDREN = Act("Protection of Children Act 1978", "ukpga/1978/37", Standing(ENGLAND_AND_WALES))
PROTECTION_OF_CHILDREN_NORTHERN_IRELAND = Act(
    "Protection of Children (Northern Ireland) Order 1978, SI 1978/1047 (NI 17)",
    "nisi/1978/1047",
    Standing(NORTHERN_IRELAND),
)
PROTECTION_OF_FREEDOMS = Act("Protection of Freedoms Act 2012", "ukpga/2012/9", Standing(ENGLAND_AND_WALES))
PUBLIC_ORDER = Act("Public Order Act 1986", "ukpga/1986/64", Standing(ENGLAND_AND_WALES))
SENTENCING = Act("Sentencing Act 2020", "ukpga/2020/17", Standing(ENGLAND_AND_WALES, date(2020, 12, 1)))
SERIOUS_ORGANISED_CRIME = Act(
    "Serious Organised Crime and Police Act 2005", "ukpga/2005/15", Standing(ENGLAND_AND_WALES)
)
SEXUAL_OFFENCES = Act(
    "Sexual Offences Act 2003",
    "ukpga/2003/42",
    Standing(ENGLAND_AND_WALES, date(2024, 1, 31), READ),
    apart={
        "s 66B": Standing(
            ENGLAND_AND_WALES,
            date(2024, 1, 31),
            READ,
            doubt="whether the Crime and Policing Act 2026 gives more time to prosecute",
        )
    },
)
STALKING_NORTHERN_IRELAND = Act(
    "Protection from Stalking Act (Northern Ireland) 2022",
    "nia/2022/17",
    Standing(NORTHERN_IRELAND, date(2022, 4, 27), READ),
)
STALKING_PROTECTION = Act("Stalking Protection Act 2019", "ukpga/2019/9", Standing(ENGLAND_AND_WALES))
WORKER_PROTECTION = Act(
    "Worker Protection (Amendment of Equality Act 2010) Act 2023",
    "ukpga/2023/51",
    Standing(GREAT_BRITAIN, date(2024, 10, 26)),
)

AL_AMOUDI = Citation(
    "Al Amoudi v Brisard [2006] EWHC 1062 (QB)",
    "https://www.bailii.org/ew/cases/EWHC/QB/2006/1062.html",
    Standing(NOT_SCOTLAND),
)
BAKER = Citation(
    "Director of Public Prosecutions v Baker [2004] EWHC 2782 (Admin)",
    "https://www.bailii.org/ew/cases/EWHC/Admin/2004/2782.html",
    Standing(ENGLAND_AND_WALES),
)
CHAMBERS = Citation(
    "Chambers v Director of Public Prosecutions [2012] EWHC 2157 (Admin)",
    "https://www.bailii.org/ew/cases/EWHC/Admin/2012/2157.html",
    Standing(ENGLAND_AND_WALES),
)
CODE_FOR_CROWN_PROSECUTORS = Citation(
    "Code for Crown Prosecutors",
    "https://www.cps.gov.uk/publication/code-crown-prosecutors",
    Standing(ENGLAND_AND_WALES),
)
COLLINS = Citation(
    "Director of Public Prosecutions v Collins [2006] UKHL 40",
    "https://www.bailii.org/uk/cases/UKHL/2006/40.html",
    Standing(ENGLAND_AND_WALES),
)
COLOHAN = Citation(
    "R v Colohan [2001] EWCA Crim 1251",
    "https://www.bailii.org/ew/cases/EWCA/Crim/2001/1251.html",
    Standing(ENGLAND_AND_WALES),
)
CPS_COMMUNICATIONS_OFFENCES = Citation(
    "CPS legal guidance, Communications Offences",
    "https://www.cps.gov.uk/node/5627",
    Standing(ENGLAND_AND_WALES, None, READ),
)
DERBYSHIRE = Citation(
    "Derbyshire County Council v Times Newspapers Ltd [1993] AC 534 (HL)",
    "https://www.bailii.org/uk/cases/UKHL/1993/18.html",
    Standing(NOT_SCOTLAND),
)
GEORGE_V_CANNELL = Citation(
    "George v Cannell [2024] UKSC 19",
    "https://caselaw.nationalarchives.gov.uk/uksc/2024/19",
    Standing(NOT_SCOTLAND, None, READ, doubt="that courts in Northern Ireland follow it, as is likely"),
)
HAYDEN = Citation(
    "Hayden v Dickenson [2020] EWHC 3291 (QB)",
    "https://www.bailii.org/ew/cases/EWHC/QB/2020/3291.html",
    Standing(ENGLAND_AND_WALES),
)
HAYES = Citation(
    "Hayes v Willoughby [2013] UKSC 17",
    "https://www.bailii.org/uk/cases/UKSC/2013/17.html",
    Standing(ENGLAND_AND_WALES),
)
HORROCKS = Citation(
    "Horrocks v Lowe [1975] AC 135 (HL)",
    "https://www.bailii.org/uk/cases/UKHL/1974/4.html",
    Standing(NOT_SCOTLAND),
)
JAMEEL = Citation(
    "Jameel (Yousef) v Dow Jones and Co Inc [2005] EWCA Civ 75",
    "https://www.bailii.org/ew/cases/EWCA/Civ/2005/75.html",
    Standing(NOT_SCOTLAND),
)
KNUPFFER = Citation(
    "Knupffer v London Express Newspaper Ltd [1944] AC 116 (HL)",
    "https://www.bailii.org/uk/cases/UKHL/1944/1.html",
    Standing(NOT_SCOTLAND),
)
LACHAUX = Citation(
    "Lachaux v Independent Print Ltd [2019] UKSC 27",
    "https://www.bailii.org/uk/cases/UKSC/2019/27.html",
    Standing(ENGLAND_AND_WALES),
)
LOUTCHANSKY = Citation(
    "Loutchansky v Times Newspapers Ltd (Nos 2–5) [2001] EWCA Civ 1805",
    "https://www.bailii.org/ew/cases/EWCA/Civ/2001/1805.html",
    Standing(NOT_SCOTLAND),
)
MAJROWSKI = Citation(
    "Majrowski v Guy’s and St Thomas’s NHS Trust [2006] UKHL 34",
    "https://www.bailii.org/uk/cases/UKHL/2006/34.html",
    Standing(ENGLAND_AND_WALES),
)
NORWICH_PHARMACAL = Citation(
    "Norwich Pharmacal Co v Customs and Excise Commissioners [1974] AC 133 (HL)",
    "https://www.bailii.org/uk/cases/UKHL/1973/6.html",
    Standing(NOT_SCOTLAND),
)
OFCOM = Citation("Ofcom, Make a complaint", "https://www.ofcom.org.uk/make-a-complaint", Standing(UK, None, READ))
PRATT = Citation(
    "Pratt v Director of Public Prosecutions [2001] EWHC Admin 483",
    "https://www.bailii.org/ew/cases/EWHC/Admin/2001/483.html",
    Standing(ENGLAND_AND_WALES),
)
SCOTTOW = Citation(
    "Scottow v Crown Prosecution Service [2020] EWHC 3421 (Admin)",
    "https://www.bailii.org/ew/cases/EWHC/Admin/2020/3421.html",
    Standing(ENGLAND_AND_WALES),
)
STOCKER = Citation(
    "Stocker v Stocker [2019] UKSC 17", "https://www.bailii.org/uk/cases/UKSC/2019/17.html", Standing(NOT_SCOTLAND)
)
VIAGOGO = Citation(
    "Rugby Football Union v Consolidated Information Services Ltd (formerly Viagogo Ltd) [2012] UKSC 55",
    "https://www.bailii.org/uk/cases/UKSC/2012/55.html",
    Standing(NOT_SCOTLAND),
)
WESTCOTT = Citation(
    "Westcott v Westcott [2008] EWCA Civ 818",
    "https://www.bailii.org/ew/cases/EWCA/Civ/2008/818.html",
    Standing(NOT_SCOTLAND),
)
