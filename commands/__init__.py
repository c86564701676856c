"""The command line: one file a command. Results go to standard output, progress and errors to standard error."""
