"""Charts of the window: each can be copied and saved as a picture, and read as a table."""
