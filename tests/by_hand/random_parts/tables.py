"""Random tables, options and formats of output."""

WORDS = ["war", "peace", "Verfassungsgericht", "Ω", "договор", "条約", "معاهدة", "שלום", "👩‍👧‍👦", "e\u0301", "<b>", "&amp;",
         "\u202ertl", "\x07", "=1+1", "x" * 70, "{{< x >}}", "a\u00adb", "fi", "$5", "2021"]
PLAIN = ["war", "peace", "Founding", "договор", "Office", "the end", "Treaty of", "Paris"]
STYLES = ["auto", "flags", "lists", "chronicle", "density"]
LOCALES = ["ar", "ca", "cs", "da", "de", "el", "en-GB", "en-US", "es", "fi", "fr", "hi", "hu", "it", "ja", "ko", "nb",
           "nl", "pl", "pt", "ro", "ru", "sv", "tr", "uk", "ur", "zh"]
MONTHS = {"en": ["January", "May", "December"], "de": ["Januar", "Mai", "Dezember"], "fr": ["janvier", "mai", "décembre"],
          "ru": ["января", "мая", "декабря"], "es": ["enero", "mayo", "diciembre"], "it": ["gennaio", "maggio", "dicembre"]}


def word(pick):
    words = WORDS if pick.random() < 0.5 else PLAIN
    return " ".join(pick.choice(words) for _ in range(pick.choice([1, 1, 2, 3, 8])))


def by_calendar(pick, era, is_clean=False):
    year = pick.randint(*era)
    month, day = pick.randint(1, 12), pick.randint(1, 28)
    if year < 1000:
        return pick.choice([f"{abs(year) + 1} BC" if year < 1 else f"AD {year}", f"c. {abs(year) + 1} BC"])
    common = [f"{year}", f"{year}-{month:02}", f"{year}-{month:02}-{day:02}"]
    rare = [
        f"{year}?", f"{year}s", f"before {year}", f"after {year}", f"c. {year}", f"Q{pick.randint(1, 4)} {year}",
        f"{year}-{month:02}-{day:02}T{pick.randint(0, 23):02}:{pick.randint(0, 59):02}",
        f"{year}/{year + 3}", f"{year}–{year + 1}", f"{year // 100 + 1}th century", f"{day} May {year}",
    ]
    odd = [f"{day} {'JFMASOND'[month % 8]}{'anuary'}", f"{day}/{month}/{year}", "?", "present", f"{year - 1}-{year % 100:02}",
           f"{day}.{month}.{year % 100:02}", f"{year}-02-30", f"{day:02}{month:02}{year}", "", "soon", f"{month}/{day}/{year}"]
    if not is_clean and pick.random() < 0.05:
        return pick.choice(odd)
    return pick.choice(rare if pick.random() < 0.1 else common)


def by_month(pick, era, months):
    return f"{pick.randint(1, 28)} {pick.choice(months)} {max(1000, pick.randint(*era))}"


def by_number(pick, date):
    """One kind of dates for a whole column, and the header that it goes by."""
    scale = pick.choice([1, 66, 4500])
    places, era = pick.choice([0, 1, 2]), pick.choice([(1990, 2025), (1789, 1945), (1200, 1500)])
    months, day = pick.choice(list(MONTHS.values())), pick.randint(1, 28)
    return pick.choice([
        ("Age (Ma)", lambda: f"{pick.uniform(0, scale):.{places}f}"),
        ("date", lambda: f"{pick.uniform(0, scale):.{places}f} Ma"),
        ("Age (ka)", lambda: f"{pick.uniform(0, 10 * scale):.{places}f}"),
        ("Year", lambda: str(pick.randint(*era))),
        ("Day", lambda: str(pick.randint(0, 90 * scale))),
        ("Month", lambda: f"M{pick.randint(1, 36)}"),
        ("Time", lambda: f"{pick.randint(8, 19):02}:{pick.randint(0, 59):02}"),
        ("Time (h)", lambda: f"{pick.uniform(0, 72):.{places}f}"),
        ("date", lambda: f"2024-05-{day:02}T{pick.randint(0, 23):02}:{pick.randint(0, 59):02}:{pick.randint(0, 59):02}"),
        ("date", lambda: f"T{pick.choice(['+', '-'])}{pick.randint(0, 99)} min"),
        ("date", lambda: by_month(pick, era, months)),
        ("Serial", lambda: str(pick.randint(36_000, 45_000))),
        ("date", lambda: f"{pick.randint(1, 12)}/{pick.randint(1, 28)}/{pick.randint(*era)}"),
    ]) if pick.random() < 0.35 else ("date", date)


def table(pick):
    eras = [(1990, 2025), (1789, 1945), (2024, 2024), (-3000, 2000), (-500, -1), (1000, 9990)]
    era = pick.choice(eras)
    is_clean = pick.random() < 0.75
    header, start_of = by_number(pick, lambda: by_calendar(pick, era, is_clean))
    columns = [header, "title"]
    extra = {"end": 0.5, "description": 0.5, "category": 0.5, "lane": 0.25, "kind": 0.15, "importance": 0.2, "on": 0.15,
             "url": 0.1, "count": 0.1, "when": 0.03, "color": 0.07, "duration": 0.05}
    columns += [name for name, chance in extra.items() if pick.random() < chance]
    spans, many = pick.random(), pick.choice([1, 2, 3, 5, 8, 13, 30, 60, 120])
    if pick.random() < 0.03:
        many = 500
    titles = [word(pick) for _ in range(many)]
    lanes, groups = [word(pick) for _ in range(5)], [word(pick) for _ in range(pick.choice([3, 3, 9]))]
    is_milestones = "on" in columns and pick.random() < 0.5
    rows = []
    for n in range(many):
        start = start_of()
        length = pick.randint(0, max(1, (era[1] - era[0]) // 4))
        end = ""
        if pick.random() < spans:
            later = [f"{int(start[:4]) + length}"] * 4 if start[:4].isdigit() else [start_of()] * (not is_clean)
            end = pick.choice(["present", "?", "", *later] if header in ("date", "Year") else ["", *later])
        cells = {
            header: start, "title": titles[0] if is_milestones and n % 3 == 0 else pick.choice(titles), "end": end,
            "description": pick.choice(["", word(pick), " ".join(word(pick) for _ in range(9))]),
            "category": pick.choice(["", "A", *groups]), "lane": pick.choice(["", "L1", *lanes]),
            "kind": pick.choice(["", "", "", "era", "marker", "holiday", "span"]),
            "importance": pick.choice(["", "low", "high", "7"]), "on": pick.choice(["", titles[0], titles[-1]]),
            "url": pick.choice(["", "https://example.org/a?b=c&d"] * 8 + ["javascript:x"] * (not is_clean)),
            "count": pick.choice(["", "3", "1000"]), "when": pick.choice(["", "", "one day"]),
            "color": pick.choice(["", "", "teal", "#123456"]), "duration": pick.choice(["", "3d", "2 weeks", "P1Y"]),
        }
        rows.append([cells[name] for name in columns])
    return columns, rows


def options(pick):
    date = lambda: pick.choice([str(pick.randint(1500, 2030)), f"{pick.randint(1990, 2024)}-05-06", "44 BC", "2 Ma"])
    chances = [
        (0.35, lambda: ["--style", pick.choice(STYLES)]),
        (0.2, lambda: ["--orientation", pick.choice(["vertical", "horizontal"])]),
        (0.3, lambda: ["--size", pick.choice(["column", "half", "report", "a4", "page", "slide", "social"])]),
        (0.3, lambda: ["--width", f"{pick.choice([120, 160, 240, 350, 500, 900, 3000])}px"]),
        (0.2, lambda: ["--height", f"{pick.choice([120, 150, 250, 400, 1200])}px"]),
        (0.15, lambda: ["--break", "auto"]),
        (0.07, lambda: ["--break", f"{(year := pick.randint(1000, 2000))}..{year + pick.choice([1, 40, 400])}"]),
        (0.04, lambda: ["--scale", "log"]),
        (0.1, lambda: ["--from", date()]),
        (0.1, lambda: ["--to", date()]),
        (0.05, lambda: ["--ticks", pick.choice(["hour", "day", "week", "month", "quarter", "year", "decade", "century"])]),
        (0.2, lambda: ["--locale", pick.choice(LOCALES), *pick.choice([["--system-fonts"], ["--system-fonts"], []])]),
        (0.1, lambda: ["--lane-by", pick.choice(["category", "none", "lane"])]),
        (0.05, lambda: ["--lane-order", pick.choice(["start", "file", "name", "L1,A"])]),
        (0.1, lambda: ["--lane-rows", pick.choice(["staircase", "pack", "auto"])]),
        (0.1, lambda: ["--show", pick.choice(["dates", "duration", "none"])]),
        (0.1, lambda: ["--fold", pick.choice(["auto", "1", "2", "3", "5"])]),
        (0.06, lambda: ["--pages"]),
        (0.1, lambda: ["--today", "2025-06-01"]),
        (0.15, lambda: ["--theme", pick.choice(["light", "dark", "print", "auto"])]),
        (0.05, lambda: ["--weekends"]),
        (0.1, lambda: ["--title", word(pick).replace("\x07", "")]),
        (0.05, lambda: ["--subtitle", word(pick).replace("\x07", "")]),
        (0.05, lambda: ["--source", word(pick).replace("\x07", "")]),
        (0.08, lambda: ["--shapes"]),
        (0.05, lambda: ["--repeat-dates"]),
        (0.07, lambda: ["--top", str(pick.randint(0, 20))]),
        (0.04, lambda: ["--label", pick.choice(["category=A", "lane=L1", "title=war"])]),
        (0.05, lambda: ["--svg-text", pick.choice(["live", "none"])]),
        (0.06, lambda: ["--mark", f"{date()}={word(pick)}".replace("\x07", "")]),
        (0.06, lambda: ["--era", f"{(year := pick.randint(1000, 2000))}..{year + 90}={word(pick)}".replace("\x07", "")]),
        (0.04, lambda: ["--background", pick.choice(["none", "#fff1e5", "#101418"])]),
        (0.05, lambda: ["--legend", pick.choice(["auto", "always", "none"])]),
        (0.04, lambda: ["--date-format", pick.choice(["long", "short", "numeric", "d MMMM y", "dd.MM.y"])]),
        (0.03, lambda: ["--tz", pick.choice(["Z", "+05:30"])]),
        (0.04, lambda: ["--fiscal-start", pick.choice(["oct", "4", "apr:start"])]),
        (0.03, lambda: ["--origin", "2020-01-01"]),
        (0.03, lambda: ["--category", pick.choice(["A=teal", "A=#7a5c00"])]),
        (0.03, lambda: ["--effort", pick.choice(["fast", "best"])]),
        (0.05, lambda: ["--date-order", pick.choice(["dmy", "mdy", "ymd"])]),
        (0.03, lambda: ["--sort", pick.choice(["start", "file", "duration", "name"])]),
    ]
    return [part for chance, make in chances if pick.random() < chance for part in make()]


def output(pick):
    return pick.choice(["svg"] * 6 + ["png", "pdf", "html", "pptx"])
