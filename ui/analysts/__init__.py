"""Several analysts of one case and date: where they differ, what that changes, and one sheet out of theirs."""
