"""The Excel briefing, one module a sheet; everything it says comes from `advisor.briefing`."""
