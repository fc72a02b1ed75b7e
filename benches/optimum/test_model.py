"""The model against every placement there is, on small grids: every cut, form, side and left edge.

    python -m unittest discover benches/optimum
"""

import itertools
import random
import unittest

from blocks import PX, Weights, blocks, price
from model import optimum

# One unit is a pixel here.
UNIT = Weights(px=1)


def tiny(seed, count, room):
    """A problem of a few labels in a room of so many units."""
    rand = random.Random(seed)

    def size(low, high):
        return [rand.randint(low, high), rand.randint(3, 12)]

    xs = sorted(rand.randint(0, room) for _ in range(count))
    labels = []
    for index, x in enumerate(xs):
        variants = [{"size": size(3, room // 2), "cost": 4 * rank} for rank in range(2)]
        wide, narrow = size(4, room // 2), size(3, max(3, room // 4))
        labels.append({
            "x": x,
            "variants": variants,
            "rows": [wide, [narrow[0], wide[1] + narrow[1]]],
            "bare": [[wide[0] - 2, wide[1]], [narrow[0], wide[1] + narrow[1]]],
            "head": [4, 3],
            "is_same": index > 0 and xs[index - 1] == x,
            "has_detail": rand.random() < 0.2,
        })
    return {"left": 0, "right": room, "labels": labels, "pole_step": 2, "track": 4, "gap": 2,
            "bracket": 3, "slack": 1, "edge": 2, "column_gap": 2}


def covers(all_blocks, count, start=0):
    """Every way to take the events in blocks."""
    if start == count:
        yield []
    for block in all_blocks:
        if block.start == start:
            for rest in covers(all_blocks, count, block.end):
                yield [block, *rest]


def edges(problem, chosen, sides, places=()):
    """Every way for blocks to stand in order and apart."""
    if len(places) == len(chosen):
        yield places
        return
    at = len(places)
    ends = [left + block.width + block.after for block, side, left in zip(chosen, sides, places)
            if side == sides[at]]
    for left in range(max(ends, default=problem["left"]), problem["right"] + 1):
        if left + chosen[at].width <= problem["right"]:
            yield from edges(problem, chosen, sides, (*places, left))


def cheapest(problem, weights):
    """The least cost of all placements."""
    count = len(problem["labels"])
    least = None
    for chosen in covers(blocks(problem, weights), count):
        for sides in itertools.product((0, 1), repeat=len(chosen) - 1):
            sides = (0, *sides)
            for lefts in edges(problem, chosen, sides):
                cost = price(problem, weights, list(zip(chosen, sides, lefts)))
                if cost is not None and (least is None or cost < least):
                    least = cost
    return least


class TheModel(unittest.TestCase):
    def test_finds_the_cheapest_of_all_placements(self):
        fitting = 0
        # Heights that cost little bring forth bends, brackets and tracks.
        flat = Weights(px=1, height=1, many=2, bend=2, row=1, lone=2, same_side=3, detail=4)
        for seed in range(60):
            weights = flat if seed % 2 else UNIT
            count, room = [(2, 24), (3, 16), (3, 20), (4, 9)][seed % 4]
            problem = tiny(seed, count, room)
            least = cheapest(problem, weights)
            found = optimum(problem, weights, 100 * PX * PX, 30, 1)
            if least is None:
                self.assertIsNone(found, seed)
                continue
            fitting += 1
            lower, upper, _ = found
            self.assertEqual((least, least), (lower, upper), seed)
        self.assertGreater(fitting, 40)


if __name__ == "__main__":
    unittest.main()
