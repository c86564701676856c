"""Files that come in: what each is, what it would bring, and keeping it in one step; what the window imports with."""
