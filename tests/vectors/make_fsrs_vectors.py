#!/usr/bin/env python3
"""Makes `fsrs.json`, what another implementation of FSRS-6 says of fixed histories.

    python3 -m venv /tmp/fsrs && /tmp/fsrs/bin/pip install fsrs==6.3.2
    /tmp/fsrs/bin/python tests/vectors/make_fsrs_vectors.py > tests/vectors/fsrs.json

py-fsrs counts elapsed days in periods of 24 hours, Carabin in days of study. The histories are such that both
agree: reviews take place in the early afternoon, each later in it than the one before. Fuzz is off.

One line of the file is one history: parameters (name), desired retention, and its reviews:
[day, minutes after noon, rating 1 to 4, stability, difficulty, interval in days before rounding and fuzz,
state 1 learning / 2 review / 3 relearning, step or -1, delay in seconds,
retrievability just before the review or -1].
"""

import importlib.metadata
import json
import random
from datetime import datetime, timedelta, timezone

from fsrs import Card, Rating, Scheduler
from fsrs.scheduler import DEFAULT_PARAMETERS, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS

NOON = datetime(2026, 1, 1, 12, tzinfo=timezone.utc)
SEED = 19


def varied(chance, share):
    """The default parameters, each moved by up to `share` of itself, inside the bounds."""
    return [
        round(min(max(w * (1 + chance.uniform(-share, share)), low), high), 4)
        for w, low, high in zip(DEFAULT_PARAMETERS, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS)
    ]


def histories(chance):
    """Lists of (day, minutes after noon, rating)."""
    yield from ([(0, 0, rating)] for rating in (1, 2, 3, 4))
    # Learnt by the steps, then always recalled on the day.
    yield [(0, 0, 3), (0, 10, 3), (2, 11, 3), (13, 12, 3), (59, 13, 3), (223, 14, 3)]
    # Forgotten, relearnt, forgotten twice on the same day.
    yield [(0, 0, 3), (0, 10, 3), (3, 11, 1), (3, 21, 1), (3, 31, 3), (5, 32, 3), (17, 33, 1), (17, 43, 4)]
    # Always hard; always easy; never recalled.
    yield [(0, 0, 2)] + [(day, day, 2) for day in range(1, 9)]
    yield [(0, 0, 4), (8, 1, 4), (60, 2, 4), (500, 3, 4)]
    yield [(day, day, 1) for day in range(8)]
    # The same day, over and over, with every rating.
    yield [(0, minute, minute % 4 + 1) for minute in range(12)]
    # Years late.
    yield [(0, 0, 3), (0, 10, 3), (1500, 11, 3), (4000, 12, 1), (4000, 22, 3), (9000, 23, 2)]
    for _ in range(30):
        day, minute, history = 0, 0, []
        for _ in range(chance.randint(3, 12)):
            history.append((day, minute, chance.choices((1, 2, 3, 4), (2, 2, 6, 1))[0]))
            day += chance.choice((0, 0, 0, 1, 1, 2, 4, 9, 25, 80))
            minute += chance.randint(1, 20)
        yield history


def answered(scheduler, history):
    card, rows = Card(card_id=1), []
    for day, minute, rating in history:
        at = NOON + timedelta(days=day, minutes=minute)
        recall = scheduler.get_card_retrievability(card, at) if card.last_review else -1
        card, _ = scheduler.review_card(card, Rating(rating), at)
        interval = card.stability / scheduler._FACTOR
        interval *= scheduler.desired_retention ** (1 / scheduler._DECAY) - 1
        step = -1 if card.step is None else card.step
        delay = int((card.due - at).total_seconds())
        figures = [float(f"{x:.9g}") for x in (card.stability, card.difficulty, interval)]
        rows.append([day, minute, rating, *figures, int(card.state), step, delay, float(f"{recall:.9g}")])
    return rows


def main():
    chance = random.Random(SEED)
    parameters = {
        "default": list(DEFAULT_PARAMETERS),
        "varied-10": varied(chance, 0.1),
        "varied-50": varied(chance, 0.5),
    }
    cases = []
    for name, values in parameters.items():
        for history in histories(chance):
            retention = chance.choice((0.8, 0.9, 0.9, 0.95))
            scheduler = Scheduler(parameters=values, desired_retention=retention, enable_fuzzing=False)
            cases.append({"p": name, "retention": retention, "reviews": answered(scheduler, history)})
    version = importlib.metadata.version("fsrs")
    print(f'{{"made_with": "py-fsrs {version}",\n"parameters": {json.dumps(parameters)},\n"cases": [')
    print(",\n".join(json.dumps(case, separators=(",", ":")) for case in cases))
    print("]}")


main()
