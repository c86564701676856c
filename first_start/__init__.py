"""What the first start does: a virtual environment with the locked packages, and what Qt needs of the system."""
