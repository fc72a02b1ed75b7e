"""What events may be set as, and what a finished placement costs.

Written from the rules of the costs, not from the search. Lengths are in sub-pixels, 1/64 px, and so
are costs. An instance is a line of `examples/instances.rs`, its problem a dict.
"""

from dataclasses import dataclass

PX = 64
COLUMNS = 4
LEVELS = 4


@dataclass(frozen=True)
class Weights:
    """The weights of the costs; those that are lengths are multiples of a pixel."""

    px: int = PX
    height: int = 4
    balance: int = 1
    many: int = 8
    bend: int = 10
    row: int = 10
    detail: int = 100
    lone: int = 30
    wrapped: int = 24
    same_side: int = 40
    hang_left: int = 8
    spread: int = 4
    level: int = 6

    def slope(self, rows):
        """Eighths that a pixel away costs a block of so many rows."""
        return 4 * (1 + (rows + 5) // 6)

    def distance(self, away, rows):
        return self.bend * self.px + away * self.slope(rows) // 8 if away > 0 else 0

    def heights(self, one, other, count):
        return (self.height * (one + other) + self.balance * abs(one - other)) \
            * max(count, self.many) // self.many


@dataclass(frozen=True)
class Block:
    """A run of events as a box. Its left edge is at its dates between `near`, its leaders are
    straight between `straight`; `leaders` are the offsets of its poles from the left edge, `dates`
    where a leader that runs left and one that runs right leaves the ruler. What follows on its side
    stands `after` beyond its right edge."""

    start: int
    end: int
    kind: str
    form: tuple
    width: int
    height: int
    cost: int
    near: tuple
    straight: tuple
    leaders: tuple
    dates: tuple
    after: int = 0

    @property
    def is_list(self):
        return self.kind == "list"

    @property
    def rows(self):
        return self.end - self.start if self.is_list else 1

    def key(self):
        return (self.width, self.height, self.cost)


def useful(blocks):
    """Without those that another of the same kind, dates and poles is no worse than in everything.
    Flags that hang left have their poles each at another distance from the left edge."""
    kept = []
    for block in sorted(blocks, key=Block.key):
        def beats(known):
            return known.leaders == block.leaders \
                and all(a <= b for a, b in zip(known.key(), block.key()))
        if not any(beats(known) for known in kept):
            kept.append(block)
    return kept


def flags(problem, index, weights):
    label = problem["labels"][index]
    x = label["x"]
    widest = max(one["size"][0] for one in label["variants"])
    found = []
    for hangs_left in [False, True] if x + widest > problem["right"] else [False]:
        for variant, one in enumerate(label["variants"]):
            w, h = one["size"]
            left = x - w if hangs_left else x
            pole = w if hangs_left else 0
            cost = one["cost"] + (weights.hang_left * weights.px if hangs_left else 0)
            # The pole of what follows must not touch one at the right edge.
            after = problem["pole_step"] if hangs_left else 0
            found.append(Block(index, index + 1, "flag", (variant, hangs_left), w, h, cost,
                               (left, left), (left, left), (pole,), ((x, x),), after))
    return found


def stacks(problem, start, end, weights):
    labels = problem["labels"][start:end]
    xs = [label["x"] for label in labels]
    if any(b - a < problem["pole_step"] for a, b in zip(xs, xs[1:])):
        return []
    found = []
    for variant in range(max(len(label["variants"]) for label in labels)):
        width = height = level = cost = 0
        for label in reversed(labels):
            one = label["variants"][min(variant, len(label["variants"]) - 1)]
            w, h = one["size"]
            width = max(width, label["x"] - xs[0] + w)
            height = level + h
            cost += one["cost"] + level // weights.level
            level = height + problem["gap"]
        offsets = tuple(x - xs[0] for x in xs)
        found.append(Block(start, end, "stack", (variant,), width, height, cost, (xs[0],) * 2,
                           (xs[0],) * 2, offsets, tuple((x, x) for x in xs)))
    return found


def set_in_columns(sizes, columns, gap):
    each = -(-len(sizes) // columns)
    height = max(sum(h for _, h in sizes[at:at + each]) for at in range(0, len(sizes), each))
    return columns * max(w for w, _ in sizes) + (columns - 1) * gap, height


def lists(problem, start, end, weights, every_column=False):
    labels = problem["labels"][start:end]
    first, last = labels[0]["x"], labels[-1]["x"]
    is_headed = len(labels) > 1 and first == last
    found = []
    for measure in range(len(labels[0]["rows"])):
        sizes = [label["bare" if is_headed else "rows"][measure] for label in labels]
        # Each column has the room of the head, which stands over the first of them.
        head = labels[0]["head"] if is_headed else (0, 0)
        sizes = [(max(w, head[0]), h) for w, h in sizes]
        cost = (last - first) // weights.spread
        cost += weights.lone * weights.px if len(labels) == 1 else 0
        for label in labels:
            wraps = label["rows"][measure][1] > label["rows"][0][1]
            cost += weights.px * (weights.row + (weights.detail if label["has_detail"] else 0)
                                  + (weights.wrapped if wraps else 0))
        most = min(COLUMNS, len(labels)) if is_headed or every_column else 1
        for columns in range(1, most + 1):
            w, h = set_in_columns(sizes, columns, problem["column_gap"])
            h += head[1]
            slack = problem["slack"]
            found.append(Block(start, end, "list", (measure, columns, is_headed),
                               w + problem["edge"], h, cost, (first, last),
                               (first - slack, last + slack), (0,), ((first, last),)))
    return found


def blocks(problem, weights, every_column=False):
    """All blocks that events may be set as: runs are cut only between dates that differ."""
    labels = problem["labels"]
    count = len(labels)
    cuts = [i for i in range(count + 1)
            if i in (0, count) or labels[i - 1]["x"] < labels[i]["x"]]
    found = []
    for place, start in enumerate(cuts):
        for end in cuts[place + 1:]:
            if end - start == 1:
                found += useful(flags(problem, start, weights))
            if 2 <= end - start <= LEVELS:
                found += useful(stacks(problem, start, end, weights))
            found += useful(lists(problem, start, end, weights, every_column))
    room = problem["right"] - problem["left"]
    return [block for block in found if block.width <= room]


def tracks(leaders, step):
    """How many tracks the leaders of a side need: pairs of date and pole, in order."""
    depth = [0] * len(leaders)
    for i in reversed(range(len(leaders))):
        x, pole = leaders[i]
        if pole > x:
            below = [depth[j] for j in range(i + 1, len(leaders))
                     if leaders[j][1] > leaders[j][0] and leaders[j][0] < pole + step]
            depth[i] = 1 + max(below, default=0)
    for i, (x, pole) in enumerate(leaders):
        if pole < x:
            below = [depth[j] for j in range(i)
                     if leaders[j][1] < leaders[j][0] and leaders[j][0] > pole - step]
            depth[i] = 1 + max(below, default=0)
    return max(depth, default=0)


def price(problem, weights, placed):
    """What blocks cost in their places, triples of block, side and left edge in order of time; none
    where they do not fit."""
    labels = problem["labels"]
    cost = sum(block.cost for block, _, _ in placed)
    for (one, side, _), (two, other, _) in zip(placed, placed[1:]):
        if side == other and (one.is_list or two.is_list):
            cost += weights.same_side * weights.px
    sides = []
    for side in (0, 1):
        own = [(block, left) for block, at, left in placed if at == side]
        end, leaders = problem["left"], []
        for place, (block, left) in enumerate(own):
            if left < end or left + block.width > problem["right"]:
                return None
            end = left + block.width + block.after
            before = own[place - 1][0].end if place else 0
            if place and labels[block.start]["x"] - labels[before - 1]["x"] < problem["pole_step"]:
                return None
            near, straight = block.near, block.straight
            off = not straight[0] <= left <= straight[1]
            away = max(near[0] - left, left - near[1], 0) if off else 0
            cost += weights.distance(away, block.rows) * len(block.leaders)
            for offset, dates in zip(block.leaders, block.dates):
                pole = left + offset
                x = pole if not off else dates[1] if left > near[1] else dates[0]
                leaders.append((x, pole))
        height = max((block.height for block, _ in own), default=0)
        bracket = problem["bracket"] if any(block.is_list for block, _ in own) else 0
        height += bracket + problem["track"] * tracks(leaders, problem["pole_step"])
        sides.append(height)
    return cost + weights.heights(*sides, len(labels))


def told(problem, weights, placement):
    """The blocks of a placement of the engine, as `price` takes them."""
    found, start = [], 0
    places, groups = placement["places"], placement["lists"]
    while start < len(places):
        place = places[start]
        end = start + 1
        if place["list"] is not None:
            group = groups[place["list"]]
            end = group["members"][1]
            form = (group["measure"], group["columns"], group["is_headed"])
            forms = lists(problem, start, end, weights)
        elif place["level"] > 0:
            # The last label of a stack stands at the base.
            end += next(i for i, one in enumerate(places[end:], 1) if one["level"] == 0)
            form = (max(one["variant"] for one in places[start:end]),)
            forms = stacks(problem, start, end, weights)
        else:
            form = (place["variant"], place["hangs_left"])
            forms = flags(problem, start, weights)
        block = next(block for block in forms if block.form == form)
        found.append((block, place["side"], place["pole"] - block.leaders[0]))
        start = end
    return found
