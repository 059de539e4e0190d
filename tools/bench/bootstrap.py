#!/usr/bin/env python3
"""95 % intervals of a scorer's F1 figures, from its counts per document (percentile bootstrap over documents;
Efron and Tibshirani 1993, chapter 13).

Usage: python3 SCORER GOLD OUT --json --per-doc | tools/bench/bootstrap.py [--resamples N] [--seed N]
"""
import argparse
import json
import random
import sys


def f1(gold, system, correct):
    return 200.0 * correct / (gold + system) if gold + system else 0.0


def interval(documents, measure, resamples, rng):
    counts = [(d["gold"], d["system"], d[measure]["correct"]) for d in documents]
    figures = []
    for _ in range(resamples):
        drawn = rng.choices(counts, k=len(counts))
        figures.append(f1(*(sum(column) for column in zip(*drawn))))
    figures.sort()
    low, high = (figures[int(q * (resamples - 1))] for q in (0.025, 0.975))
    return f1(*(sum(column) for column in zip(*counts))), low, high


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--resamples", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    report = json.load(sys.stdin)
    documents = list(report.get("per_document", {}).values())
    if not documents or options.resamples < 100:
        sys.exit("no counts per document (--json --per-doc), or fewer than 100 resamples")
    print(f"{len(documents)} documents, {report['gold']} expressions, {options.resamples} resamples, seed {options.seed}")
    for measure in ("strict", "relaxed", "value", "strict+value"):
        rng = random.Random(options.seed)
        print("{:13} F1 {:5.1f}   95 % [{:.1f}, {:.1f}]".format(measure, *interval(documents, measure, options.resamples, rng)))


if __name__ == "__main__":
    main()
