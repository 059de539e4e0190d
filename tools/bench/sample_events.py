#!/usr/bin/env python3
"""Draws events at random, to be judged by hand.

annalen query --format jsonl | tools/bench/sample_events.py --seed 1 --count 100

Prints each with what there is to judge: sentence, date, actors, predicate, status and who says so. Same input and seed,
same events. Standard library only.
"""

import argparse
import json
import random
import sys


def described(number, event):
    roles = ", ".join(f"{one['role']} {one['name']}" for one in event["participants"]) or "-"
    said = f", says {event['said_by']}" if event.get("said_by") else ""
    basis = f" [{event['basis']}]" if event.get("basis") else ""
    return (
        f"{number:3}  {event['id']}  published {event['published']}\n"
        f"     {event['text']}\n"
        f"     \"{event['timex']}\" {event['relation']} {event['begin']} to {event['end']}{basis}\n"
        f"     {event.get('predicate', '')} ({event.get('type', '')}), {event.get('status', '')}{said};  {roles}\n"
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--count", type=int, default=100)
    options = parser.parse_args()
    events = [json.loads(line) for line in sys.stdin]
    drawn = random.Random(options.seed).sample(events, min(options.count, len(events)))
    for number, event in enumerate(drawn, 1):
        print(described(number, event))


if __name__ == "__main__":
    main()
