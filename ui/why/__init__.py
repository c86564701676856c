"""Why a number is what it is: what can be asked about, and the panel that answers."""
