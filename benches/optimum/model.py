"""The exact model: blocks, sides and left edges of least cost, for CP-SAT.

Every event stands in one chosen block. For each event that a block begins at there is a left edge;
for each side the right end of what stands on it before each event, which keeps blocks in order and
apart. Leaders that bend take tracks, counted as the longest chain of those that must pass over each
other. Nothing is left out of the cost, so that a proven optimum is one to the sub-pixel.
"""

import itertools
import math

from ortools.sat.python import cp_model

from blocks import blocks, price

SIDES = (0, 1)


class Model:
    """A problem as CP-SAT knows it."""

    def __init__(self, problem, weights, bound, every_column=False):
        self.problem, self.weights, self.bound = problem, weights, bound
        self.xs = [label["x"] for label in problem["labels"]]
        self.count = len(self.xs)
        self.left, self.right = problem["left"], problem["right"]
        self.model = cp_model.CpModel()
        self.blocks = self.affordable(blocks(problem, weights, every_column))
        self.costs = []
        self.choose()
        self.stand()
        self.keep_apart()
        self.stay_near()
        self.lay_tracks()
        self.pay()

    def affordable(self, found):
        """Without blocks that cost more than the bound even if all others cost nothing."""
        def least(block):
            return block.cost + self.weights.heights(block.height, 0, self.count)
        return [block for block in found if least(block) <= self.bound]

    def boolean(self, name):
        return self.model.new_bool_var(name)

    def length(self, low, high, name):
        return self.model.new_int_var(low, high, name)

    def sum_of(self, wanted, side=None, weight=lambda block: 1):
        """The sum of a weight over the chosen blocks that are wanted, of a side or of both."""
        sides = SIDES if side is None else (side,)
        terms = [weight(block) * self.chosen[index, at] for index, block in enumerate(self.blocks)
                 if wanted(block) for at in sides]
        return sum(terms) if terms else 0

    def choose(self):
        """One block for each event, each on a side; the first above, as the mirror image costs the
        same."""
        self.chosen = {(index, side): self.boolean(f"block{index}_{side}")
                       for index in range(len(self.blocks)) for side in SIDES}
        for event in range(self.count):
            around = [self.chosen[index, side] for index, block in enumerate(self.blocks)
                      if block.start <= event < block.end for side in SIDES]
            self.model.add_exactly_one(around)
        for index, block in enumerate(self.blocks):
            if block.start == 0:
                self.model.add(self.chosen[index, 1] == 0)
        # Whether an event stands below, and whether a block begins at it.
        self.below, self.begins = [], []
        for event in range(self.count):
            below, begins = self.boolean(f"below{event}"), self.boolean(f"begins{event}")
            self.model.add(below == self.sum_of(lambda b: b.start <= event < b.end, 1))
            self.model.add(begins == self.sum_of(lambda b: b.start == event))
            self.below.append(below)
            self.begins.append(begins)
        for cut in range(1, self.count):
            self.model.add(self.sum_of(lambda b: b.end == cut) == self.begins[cut])

    def stand(self):
        """Left edges, in order and apart within the room. Where no block begins on a side a left edge
        is that of nothing, and may lie where what stands there ends."""
        far = self.right + self.problem["pole_step"]
        each = [(event, side) for event in range(self.count + 1) for side in SIDES]
        self.lefts = {at: self.length(self.left, far, "left{}_{}".format(*at)) for at in each}
        self.ends = {at: self.length(self.left, far, "end{}_{}".format(*at)) for at in each}
        for event, side in each:
            left = self.lefts[event, side]
            self.model.add(self.ends[event, side] <= left)
            for end in range(event + 1, self.count + 1):
                own = self.sum_of(lambda b: b.start == event and b.end <= end, side,
                                  lambda b: b.width + b.after)
                self.model.add(self.ends[end, side] >= left + own)
                # The same for whole stretches, which the solver does not see by itself.
                within = self.sum_of(lambda b: event <= b.start and b.end <= end, side,
                                     lambda b: b.width + b.after)
                self.model.add(self.ends[end, side] >= self.ends[event, side] + within)
        for (index, side), chosen in self.chosen.items():
            block = self.blocks[index]
            left = self.lefts[block.start, side]
            self.model.add(left + block.width <= self.right).only_enforce_if(chosen)

    def keep_apart(self):
        """Dates nearer than poles may stand are in one block or on two sides."""
        for one, two in itertools.combinations(range(self.count), 2):
            if self.xs[two] - self.xs[one] >= self.problem["pole_step"]:
                continue
            for side in SIDES:
                own = self.sum_of(lambda b: b.start <= one < b.end, side)
                other = self.sum_of(lambda b: b.start <= two < b.end, side)
                both = self.sum_of(lambda b: b.start <= one and two < b.end, side)
                self.model.add(own + other - both <= 1)

    def stay_near(self):
        """What it costs to leave the dates: a bend, and the way."""
        self.bends = {}
        room = self.right - self.left
        for event in range(self.count):
            away = self.length(0, room, f"away{event}")
            cost = self.length(0, self.weights.distance(room, self.count) * 4, f"distance{event}")
            bends = [self.boolean(f"bends_left{event}"), self.boolean(f"bends_right{event}")]
            self.bends[event] = bends
            self.model.add_at_most_one(bends)
            for side in SIDES:
                self.leave(event, side, away, bends)
            self.price_way(event, away, bends, cost)

    def leave(self, event, side, away, bends):
        """How far a block that begins at an event is from its dates, and which way it bends."""
        def at(place):
            return self.sum_of(lambda b: b.start == event, side, lambda b: place(b) - self.left)

        room = self.right + self.problem["pole_step"] - self.left
        idle = room * (1 - self.sum_of(lambda b: b.start == event, side))
        offset = self.lefts[event, side] - self.left
        # A leader that is straight within the slack of a bracket is not away.
        slack = self.problem["slack"]
        self.model.add(away >= at(lambda b: b.near[0]) - offset - slack * (1 - bends[0]))
        self.model.add(away >= offset - at(lambda b: b.near[1]) - idle - slack * (1 - bends[1]))
        self.model.add(offset >= at(lambda b: b.straight[0]) - room * bends[0])
        self.model.add(offset <= at(lambda b: b.straight[1]) + room * bends[1] + idle)

    def price_way(self, event, away, bends, cost):
        """The cost of the way of the block that begins at an event, by its rows and leaders."""
        weights = self.weights
        kinds = {(block.rows, len(block.leaders)) for block in self.blocks if block.start == event}
        for slope, leaders in {(weights.slope(rows), leaders) for rows, leaders in kinds}:
            is_so = self.sum_of(lambda b: b.start == event and weights.slope(b.rows) == slope
                                and len(b.leaders) == leaders)
            so = self.boolean(f"so{event}_{slope}_{leaders}")
            self.model.add(so == is_so)
            each = self.length(0, weights.distance(self.right - self.left, self.count),
                               f"each{event}_{slope}_{leaders}")
            # Rounded down: the least integer over what is an eighth less than one below.
            self.model.add(8 * each >= slope * away - 7).only_enforce_if(so)
            bend = weights.bend * weights.px * sum(bends)
            self.model.add(cost >= leaders * (each + bend)).only_enforce_if(so)
        self.costs.append(cost)

    def lay_tracks(self):
        """Tracks for the leaders that bend: of two of a side that run the same way and pass each
        other, one lies a track farther out."""
        problem, model = self.problem, self.model
        step, room = problem["pole_step"], self.right - self.left
        self.poles, self.tracks, self.runs = [], [], {}
        for event in range(self.count):
            self.poles.append(self.length(self.left, self.right, f"pole{event}"))
            self.tracks.append(self.length(0, self.count, f"track{event}"))
            for way in SIDES:
                run = self.boolean(f"run{event}_{way}")
                model.add(self.tracks[event] >= run)
                self.runs[event, way] = run
        for index, block in enumerate(self.blocks):
            for side in SIDES:
                self.bind(block, side, self.chosen[index, side])
        for one, two in itertools.combinations(range(self.count), 2):
            is_same = self.boolean(f"same{one}_{two}")
            model.add(self.below[one] + self.below[two] + is_same >= 1)
            model.add(self.below[one] + self.below[two] - is_same <= 1)
            for way, (outer, inner) in ((1, (one, two)), (0, (two, one))):
                passes = self.boolean(f"passes{one}_{two}_{way}")
                both = [is_same, self.runs[one, way], self.runs[two, way]]
                if way == 1:
                    last = self.xs[two] + self.sum_of(
                        lambda b: b.start == two and b.is_list,
                        weight=lambda b: self.xs[b.end - 1] - self.xs[two])
                    apart = last >= self.poles[one] + step
                else:
                    apart = self.xs[one] <= self.poles[two] - step
                model.add(apart).only_enforce_if(*both, passes.negated())
                model.add(self.tracks[outer] >= self.tracks[inner] + 1).only_enforce_if(
                    *both, passes)

    def bind(self, block, side, chosen):
        """The poles of a block where its left edge has them."""
        left = self.lefts[block.start, side]
        for event, offset in zip(range(block.start, block.end), block.leaders):
            self.model.add(self.poles[event] == left + offset).only_enforce_if(chosen)
            for way in SIDES:
                run, bend = self.runs[event, way], self.bends[block.start][way]
                self.model.add_bool_or([run]).only_enforce_if(chosen, bend)

    def pay(self):
        """Heights of the sides, neighbours, and the sum."""
        problem, weights, model = self.problem, self.weights, self.model
        tallest = self.bound // weights.height + 1
        sides = []
        for side in SIDES:
            boxes = self.length(0, tallest, f"boxes{side}")
            for event in range(self.count):
                model.add(boxes >= self.sum_of(lambda b: b.start <= event < b.end, side,
                                               lambda b: b.height))
            has_list = self.boolean(f"has_list{side}")
            tracks = self.length(0, self.count, f"tracks{side}")
            for event in range(self.count):
                model.add(has_list >= self.sum_of(
                    lambda b: b.start <= event < b.end and b.is_list, side))
                at = self.below[event] if side else self.below[event].negated()
                model.add(tracks >= self.tracks[event]).only_enforce_if(at)
            sides.append(boxes + problem["bracket"] * has_list + problem["track"] * tracks)
        apart = self.length(0, 2 * tallest, "apart")
        model.add(apart >= sides[0] - sides[1])
        model.add(apart >= sides[1] - sides[0])
        heights = self.length(0, 4 * self.bound + 64, "heights")
        share = max(self.count, weights.many)
        both = weights.height * sum(sides) + weights.balance * apart
        model.add(weights.many * heights >= share * both - (weights.many - 1))
        self.costs += [heights, self.sum_of(lambda b: True, weight=lambda b: b.cost)]
        self.costs += [weights.same_side * weights.px * pair for pair in self.crowded()]
        self.total = sum(self.costs)
        model.add(self.total <= self.bound)
        model.minimize(self.total)

    def crowded(self):
        """Whether two blocks of one side follow each other at a cut, of which one is a list."""
        pairs = []
        for cut in range(1, self.count):
            pair = self.boolean(f"crowded{cut}")
            for side in SIDES:
                for ends, starts in (("list", ""), ("", "list")):
                    one = self.sum_of(lambda b: b.end == cut and ends in b.kind, side)
                    two = self.sum_of(lambda b: b.start == cut and starts in b.kind, side)
                    self.model.add(pair >= one + two - 1)
            pairs.append(pair)
        return pairs

    def hint(self, placed):
        """Where to begin: blocks in their places, the first above."""
        turn = placed[0][1]
        form = {(block.start, block.end, block.kind, block.form): (side ^ turn, left)
                for block, side, left in placed}
        for index, block in enumerate(self.blocks):
            known = form.get((block.start, block.end, block.kind, block.form))
            for side in SIDES:
                self.model.add_hint(self.chosen[index, side], known is not None
                                    and known[0] == side)
            if known:
                self.model.add_hint(self.lefts[block.start, known[0]], known[1])


def optimum(problem, weights, bound, seconds, workers, start=None, every_column=False):
    """The least cost that is proven for a problem, and the cheapest blocks that were found with
    their own price: `(lower, upper, blocks)`; no blocks if none are cheaper than `bound`, which is
    the cost of a placement that is known."""
    found = Model(problem, weights, bound, every_column)
    if start:
        found.hint(start)
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = workers
    # The bound comes from the linear relaxation.
    solver.parameters.linearization_level = 2
    status = solver.solve(found.model)
    if status == cp_model.INFEASIBLE:
        return None
    lower = math.ceil(solver.best_objective_bound - 1e-6)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return lower, bound, None
    placed = [(found.blocks[index], side, solver.value(found.lefts[found.blocks[index].start, side]))
              for (index, side), chosen in found.chosen.items() if solver.value(chosen)]
    placed.sort(key=lambda one: one[0].start)
    upper = price(problem, weights, placed)
    return min(lower, upper), upper, placed
