"""Runs of the command on one table, and what each must give."""

import json
import re
import subprocess

from . import files

SECONDS = 60
# How many remedies have been tried.
TRIED = 0
# The longest and the highest a figure is made for a message that asks for more.
MORE = {"width": [300, 600, 1200, 2400, 4800, 9600], "height": [300, 600, 1200, 2400, 4800, 9600, 20000, 80000]}

# What is given where a message names an option alone.
OTHERS = {
    "system-fonts": lambda flags: [[*flags, "--system-fonts"]],
    "fold": lambda flags: [[*flags, "--fold", "1"], [*flags, "--fold", "5"]],
    "style": lambda flags: [[*flags, "--style", style] for style in ("auto", "flags", "lists")],
    "theme": lambda flags: [[*flags, "--theme", theme] for theme in ("light", "dark")],
    "year-pairs": lambda flags: [[*flags, "--year-pairs", meaning] for meaning in ("ranges", "months")],
    "century": lambda flags: [[*flags, "--century", "1900"]],
    "today": lambda flags: [[*flags, "--today", "2025-06-01"]],
    "fiscal-start": lambda flags: [[*flags, "--fiscal-start", "oct:end"]],
    "date-order": lambda flags: [[*flags, "--date-order", order] for order in ("dmy", "mdy")],
}


class Case:
    """One table with its options."""

    def __init__(self, annals, folder, name, form, flags, out):
        self.annals, self.folder, self.name, self.form, self.out = annals, folder, name, form, out
        self.flags = flags

    def run(self, table, flags, *more):
        """The code with which the command ends, what it gives, and what it says."""
        path = self.folder / f"{self.name}.{self.form}"
        path.write_bytes(files.written(*table, self.form) if isinstance(table, tuple) else table)
        command = [self.annals, str(path), "--no-config", *flags, "-f", self.out, "--messages", "json", *more]
        done = subprocess.run(command, capture_output=True, timeout=SECONDS)
        said = [json.loads(line) for line in done.stderr.splitlines() if line.startswith(b"{")]
        return done.returncode, done.stdout, said, done.stderr

    def tried(self, pick, table):
        """How the run ended, and what is wrong."""
        pages = "--pages" in self.flags and self.out != "pdf"
        if pages:
            self.out = "pdf"
        try:
            code, data, said, raw = self.run(table, self.flags)
            if code not in (0, 1, 2):
                return code, [f"ends with {code}: {raw[-400:]!r}"]
            faults = self.refused(table, said) if code else self.drawn(pick, table, data)
        except subprocess.TimeoutExpired:
            return None, [f"takes more than {SECONDS} s:"]
        if not faults:
            (self.folder / f"{self.name}.{self.form}").unlink()
        return code, faults

    def drawn(self, pick, table, data):
        faults = [fault] if (fault := files.fault(data, self.out)) else []
        columns, rows = table
        if self.form not in ("mmd", "txt") and "--sort" not in self.flags and "file" not in self.flags:
            shuffled = pick.sample(rows, len(rows))
            other = ["--title", "t", *self.flags]
            if self.run((columns, shuffled), other)[:2] != self.run(table, other)[:2]:
                faults.append("shuffled rows give other bytes:")
        return faults + self.wider(table)

    def wider(self, table):
        """A figure with a height is drawn again in greater widths."""
        if "--height" not in self.flags:
            return []
        width = int(self.flags[self.flags.index("--width") + 1][:-2]) if "--width" in self.flags else 624
        rest = without(self.flags, "width")
        before, faults = None, []
        for factor in (1, 1.1, 1.6, 4):
            wide = [*rest, "--width", f"{int(width * factor)}px"]
            code, report, _, _ = self.run(table, wide, "--check", "--report", "json")
            events = json.loads(report)["events"] if code == 0 else {"drawn": 0, "named": 0}
            left = events["drawn"] - events["named"]
            if code == 0 and before is not None and left > before[1]:
                faults.append(f"{left} events have no label in {int(width * factor)} px, {before[1]} in {before[0]} px:")
            if code == 0:
                before = (int(width * factor), left)
        return faults

    def refused(self, table, said):
        """Each remedy of each message, tried by itself."""
        faults, seen = [], set()
        for one in (one for one in said if one["severity"] == "error"):
            for fix in one.get("fix", []):
                key = (one["code"], fix.get("option"), fix.get("value"), fix.get("cell"))
                if key not in seen and len(seen) < 8:
                    seen.add(key)
                    faults += self.mended(table, one, fix)
        return faults

    def mended(self, table, one, fix):
        global TRIED
        TRIED += 1
        if "cell" in fix:
            return self.rewritten(table, one, fix)
        option, value = fix["option"], fix.get("value")
        name = f"--{option}" + (f" {value}" if value else "")
        flags = without(self.flags, option)
        if asked := re.search(r"give it (\d+) px", one["message"]) if option == "height" else None:
            tries = [[*flags, "--height", f"{asked[1]}px"]]
        elif fix.get("omit"):
            tries = [flags]
        elif value and value != "FILE":
            tries = [[*flags, f"--{option}", value]]
        elif option in MORE and one["name"] != "picture-too-large":
            tries = [[*flags, f"--{option}", f"{px}px"] for px in MORE[option]]
        else:
            tries = OTHERS.get(option, lambda flags: [])(flags)
        told = []
        for flags in tries:
            code, _, said, raw = self.run(table, flags)
            if code not in (0, 1, 2):
                return [f"remedy {name} of {one['message']!r} ends with {code}: {raw[-400:]!r}"]
            if not any(same(one, other) for other in said):
                return []
            told = flags
        return [f"remedy {name} of {one['message']!r} changes nothing {told}"] if tries else []

    def rewritten(self, table, one, fix):
        if self.form not in ("csv", "tsv") or "row" not in one or one["row"] < 2:
            return []
        columns, rows = table
        row, value = one["row"] - 2, one.get("value")
        if row >= len(rows) or value not in rows[row]:
            return []
        place = rows[row].index(value)
        mended = [list(cells) for cells in rows]
        mended[row][place] = fix["cell"]
        code, _, said, raw = self.run((columns, mended), self.flags)
        if code not in (0, 1, 2):
            return [f"cell {fix['cell']!r} ends with {code}: {raw[-400:]!r}"]
        if any(other["code"] != "E097" and other.get("row") == one["row"] and other["code"] == one["code"]
               and other.get("column") == one.get("column") for other in said):
            return [f"cell {fix['cell']!r} for {one['message']!r} is refused, too:"]
        return []


def same(one, other):
    """Whether two messages are one, whatever numbers they have."""
    words = [re.sub(r"[0-9]+", "0", each["message"]) for each in (one, other)]
    return other["severity"] == "error" and words[0] == words[1] and one.get("place") == other.get("place")


def without(flags, option):
    """The flags without an option and its value."""
    out, skip = [], False
    for place, flag in enumerate(flags):
        if skip:
            skip = False
        elif flag == f"--{option}":
            skip = place + 1 < len(flags) and not flags[place + 1].startswith("--")
        else:
            out.append(flag)
    return out
