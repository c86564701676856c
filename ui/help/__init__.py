"""Help that needs no network: the documents that come with the program, its keys, and what it is made of."""
