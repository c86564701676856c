"""The domain of Second Image: from scores to advice, in pure functions over frozen values.

The way through: a `ScoreSheet` (scores.py) is evaluated under a `Playbook` (playbook.py) by the engine (engine.py);
uncertainty.py repeats that over draws of what is not known; findings.py turns both into stance, standings and
verdicts with their named reasons; briefing.py composes what principals read. Nothing here touches a file or a window.
"""
