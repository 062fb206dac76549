"""Every Act, Order and case the product relies on, defined once.

Rules and pages both cite from here, so that they cannot disagree.
"""

from checklists.law import Act, Citation

CRIMINAL_JUSTICE_NORTHERN_IRELAND = Act(
    "Criminal Justice (No 2) (Northern Ireland) Order 2004, SI 2004/1991 (NI 15)", "nisi/2004/1991"
)
CRIME_AND_DISORDER = Act("Crime and Disorder Act 1998", "ukpga/1998/37")
DEFAMATION = Act("Defamation Act 2013", "ukpga/2013/26")
DEFAMATION_1996 = Act("Defamation Act 1996", "ukpga/1996/31")
DEFAMATION_COMMENCEMENT = Act(
    "Defamation Act 2013 (Commencement) (England and Wales) Order 2013, SI 2013/3027", "uksi/2013/3027"
)
DEFAMATION_NORTHERN_IRELAND = Act("Defamation Act (Northern Ireland) 2022", "nia/2022/30")
DEFAMATION_SCOTLAND_COMMENCEMENT = Act(
    "Defamation and Malicious Publication (Scotland) Act 2021 (Commencement and Transitional Provision) "
    "Regulations 2022, SSI 2022/154",
    "ssi/2022/154",
)
DEFAMATION_SCOTLAND = Act("Defamation and Malicious Publication (Scotland) Act 2021", "asp/2021/10")
HARASSMENT = Act("Protection from Harassment Act 1997", "ukpga/1997/40")
HARASSMENT_NORTHERN_IRELAND = Act(
    "Protection from Harassment (Northern Ireland) Order 1997, SI 1997/1180 (NI 9)", "nisi/1997/1180"
)
HATE_CRIME_SCOTLAND = Act("Hate Crime and Public Order (Scotland) Act 2021", "asp/2021/14")
LIMITATION = Act("Limitation Act 1980", "ukpga/1980/58")
LIMITATION_NORTHERN_IRELAND = Act("Limitation (Northern Ireland) Order 1989, SI 1989/1339 (NI 11)", "nisi/1989/1339")
LICENSING_SCOTLAND = Act("Criminal Justice and Licensing (Scotland) Act 2010", "asp/2010/13")
MAGISTRATES = Act("Magistrates’ Courts Act 1980", "ukpga/1980/43")
POLICING_AND_CRIME = Act("Policing and Crime Act 2017", "ukpga/2017/3")
PRESCRIPTION_SCOTLAND = Act("Prescription and Limitation (Scotland) Act 1973", "ukpga/1973/52")
PROTECTION_OF_FREEDOMS = Act("Protection of Freedoms Act 2012", "ukpga/2012/9")
SENTENCING = Act("Sentencing Act 2020", "ukpga/2020/17")
SERIOUS_ORGANISED_CRIME = Act("Serious Organised Crime and Police Act 2005", "ukpga/2005/15")
STALKING_NORTHERN_IRELAND = Act("Protection from Stalking Act (Northern Ireland) 2022", "nia/2022/17")

AL_AMOUDI = Citation(
    "Al Amoudi v Brisard [2006] EWHC 1062 (QB)", "https://www.bailii.org/ew/cases/EWHC/QB/2006/1062.html"
)
DERBYSHIRE = Citation(
    "Derbyshire County Council v Times Newspapers Ltd [1993] AC 534 (HL)",
    "https://www.bailii.org/uk/cases/UKHL/1993/18.html",
)
KNUPFFER = Citation(
    "Knupffer v London Express Newspaper Ltd [1944] AC 116 (HL)",
    "https://www.bailii.org/uk/cases/UKHL/1944/1.html",
)
LACHAUX = Citation(
    "Lachaux v Independent Print Ltd [2019] UKSC 27", "https://www.bailii.org/uk/cases/UKSC/2019/27.html"
)
MAJROWSKI = Citation(
    "Majrowski v Guy’s and St Thomas’s NHS Trust [2006] UKHL 34",
    "https://www.bailii.org/uk/cases/UKHL/2006/34.html",
)
PRATT = Citation(
    "Pratt v Director of Public Prosecutions [2001] EWHC Admin 483",
    "https://www.bailii.org/ew/cases/EWHC/Admin/2001/483.html",
)
STOCKER = Citation("Stocker v Stocker [2019] UKSC 17", "https://www.bailii.org/uk/cases/UKSC/2019/17.html")
WESTCOTT = Citation("Westcott v Westcott [2008] EWCA Civ 818", "https://www.bailii.org/ew/cases/EWCA/Civ/2008/818.html")
JAMEEL = Citation(
    "Jameel (Yousef) v Dow Jones and Co Inc [2005] EWCA Civ 75",
    "https://www.bailii.org/ew/cases/EWCA/Civ/2005/75.html",
)
