"""The names of the cells that say whose scores a workbook holds and of when; the way back looks for them."""

CASE, AS_OF, ANALYST = "case_name", "as_of", "analyst"
ASSESSMENT, PLAYBOOK, PLAYBOOK_VERSION = "assessment_id", "playbook_id", "playbook_version"
HEAD_NAMES = (CASE, AS_OF, ANALYST, ASSESSMENT, PLAYBOOK, PLAYBOOK_VERSION)
