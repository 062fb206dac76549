"""Every checklist, one file each: the law of each jurisdiction side by side.

Rules decide nothing. They say, in the statute's order, what is asked, what each answer
finds, and on what authority.
"""

from checklists.law import Checklist
from checklists.rules.communications_offences import communications_offences
from checklists.rules.defamation import defamation
from checklists.rules.first_response import first_response
from checklists.rules.formal_action import formal_action
from checklists.rules.harassment import harassment
from checklists.rules.list_removal import list_removal
from checklists.rules.malicious_falsehood import malicious_falsehood
from checklists.rules.operator_notice import operator_notice

CHECKLISTS: dict[str, Checklist] = {
    checklist.id: checklist
    for checklist in (
        first_response,
        harassment,
        defamation,
        malicious_falsehood,
        communications_offences,
        formal_action,
        operator_notice,
        list_removal,
    )
}
