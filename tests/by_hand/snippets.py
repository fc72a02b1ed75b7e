#!/usr/bin/env python3
"""Reads every snippet with the program that it is for, and checks that the words and the file come out.

    pip install pypandoc_binary docutils typst; apt-get install asciidoctor texlive-latex-base
    tests/by_hand/snippets.py target/debug/annals [FOLDER]

What is not installed is skipped by name. With FOLDER the documents stay there, to be looked at.
"""
import html, os, re, shutil, subprocess, sys, tempfile, unicodedata, zipfile

WORDS = "50% of \"A\" & 'B' <b> [c] {d} {{< e >}} \\f ^g ~h~ _i_ *j* `k` $l$ #m @n |o| 1914--18... (C) -> é ж"
failures = []


def told(name, found, wanted=WORDS):
    squeezed = " ".join(found.split())
    good = wanted in squeezed
    print(("ok      " if good else "FAILED  ") + name)
    if not good:
        failures.append(name)
        print("   wanted", wanted, "\n   found ", squeezed[:600])


def run(*command, **options):
    done = subprocess.run(command, capture_output=True, text=True, **options)
    if done.returncode:
        failures.append(command[0])
        print("FAILED ", *command, done.stdout[-1500:], done.stderr[-1500:])
    return done.stdout


def snippet(kind, file, *more):
    return run(ANNALS, "t.csv", "-o", file, "--alt-text", WORDS, "--title", "100% \"So\" & <so>",
               "--svg-text", "outlines", "--snippet", kind, *more)


def alt(page):
    """The text alternatives of a page of HTML."""
    return " / ".join(html.unescape(text) for text in re.findall(r'alt="([^"]*)"', page))


def skipped(name):
    print("skipped " + name)


def with_pandoc():
    try:
        import pypandoc
    except ImportError:
        return skipped("pandoc: pip install pypandoc_binary")
    pandoc = pypandoc.get_pandoc_path()
    for file in ["t.svg", "t.png"]:
        for dark in [False, True]:
            beside = file.replace(".", "-dark.")
            if dark:
                shutil.copy(file, beside)
            name = file + (" with a dark variant" if dark else "")
            text = snippet("md", file)
            open("t.md", "w").write(text)
            for kind in ["markdown", "gfm", "commonmark"]:
                told(f"md, {kind}, {name}", alt(run(pandoc, "-f", kind, "-t", "html", "t.md")))
            run(pandoc, "t.md", "-o", "t.docx")
            document = zipfile.ZipFile("t.docx").read("word/document.xml").decode()
            told(f"md, docx, {name}: description", html.unescape(" ".join(re.findall(r'descr="([^"]*)"', document))))
            printed = "".join(re.findall(r"<w:t[ >][^<]*", document))
            told(f"md, docx, {name}: no caption", "empty" if not printed else printed, "empty")
            pdf = run(pandoc, "t.md", "-t", "latex")
            told(f"md, latex, {name}: shown", "shown" if "includegraphics" in pdf or "includesvg" in pdf else pdf, "shown")
            if dark:
                os.remove(beside)
    open("t.html", "w").write(snippet("html", "t.svg"))
    told("html", alt(open("t.html").read()))
    inline = snippet("html-inline", "t.svg")
    from xml.dom.minidom import parseString
    told("html-inline", parseString(inline).getElementsByTagName("desc")[0].firstChild.data)
    open("t.qmd", "w").write(snippet("quarto", "t.svg"))
    parsed = run(pandoc, "-f", "markdown", "-t", "json", "t.qmd")
    import json
    words = dict(json.loads(parsed)["blocks"][0]["c"][0]["c"][0][2])["fig-alt"]
    told("quarto, attribute as pandoc reads it", words, WORDS.replace("{{<", "{{ <"))


def with_docutils():
    try:
        from docutils.core import publish_string
    except ImportError:
        return skipped("docutils: pip install docutils")
    for file in ["t.svg", "a (1) b%.svg"]:
        source = snippet("rst", file)
        quiet = {"report_level": 2, "halt_level": 2, "use_latex_citations": True, "legacy_column_widths": False}
        page = publish_string(source, writer_name="html5", settings_overrides=quiet).decode()
        told(f"rst, {file}", alt(page))
        shown = re.search(r'<img [^>]*src="([^"]*)"', page)
        from urllib.parse import unquote
        told(f"rst, {file}: the file", "there" if os.path.exists(unquote(shown.group(1))) else shown.group(1), "there")
        latex = publish_string(source, writer_name="latex", settings_overrides=quiet).decode()
        named = re.search(r"includegraphics[^{]*\{([^}]*)\}", latex).group(1)
        told(f"rst, latex, {file}: the file", "there" if os.path.exists(named) else named, "there")


def with_asciidoctor():
    if not shutil.which("asciidoctor"):
        return skipped("asciidoctor: apt-get install asciidoctor")
    for file in ["t.svg", "a (1) b%{x}[y].svg"]:
        open("t.adoc", "w").write(snippet("adoc", file))
        page = run("asciidoctor", "-o", "-", "t.adoc")
        told(f"adoc, {file}", alt(page))
        from urllib.parse import unquote
        shown = re.search(r'<img src="([^"]*)"', page).group(1)
        told(f"adoc, {file}: the file", "there" if os.path.exists(unquote(shown)) else shown, "there")


def with_latex():
    for engine in ["pdflatex", "xelatex", "lualatex"]:
        if not shutil.which(engine):
            skipped(f"{engine}: apt-get install texlive-latex-base texlive-xetex")
            continue
        lines = snippet("latex", "t.pdf", "--pdf-version", "1.5")
        for name, head in [("a4", "\\documentclass{article}\n"),
                           ("two columns, german", "\\documentclass[twocolumn]{article}\n\\usepackage[ngerman]{babel}\n")]:
            open("page.tex", "w").write(head + "\\usepackage{graphicx}\n\\begin{document}\nText.\n" + lines
                                     + "See figure~\\ref{fig:t}.\n\\end{document}\n")
            if "ngerman" in head and subprocess.run(["kpsewhich", "ngermanb.ldf"], capture_output=True).returncode:
                skipped(f"{engine}, {name}: apt-get install texlive-lang-german")
                continue
            log = run(engine, "-interaction=nonstopmode", "-halt-on-error", "page.tex")
            told(f"{engine}, {name}: no warning of version or width",
                 "quiet" if not re.search(r"Overfull|PDF version", log) else log, "quiet")
            text = run("pdftotext", "page.pdf", "-") if shutil.which("pdftotext") else ""
            told(f"{engine}, {name}: caption",
                 unicodedata.normalize("NFKC", text).replace("”", '"').replace("“", '"'), 'Figure 1: 100% "So" & <so>' if "ngerman" not in head else '1: 100% "So" & <so>')
            shutil.copy("page.pdf", f"{engine}-{name.split()[0]}-page.pdf")


def with_typst():
    try:
        import typst
    except ImportError:
        return skipped("typst: pip install typst")
    for file in ["t.pdf", "t.svg", "t.png"]:
        lines = snippet("typst", file)
        open("t.typ", "w").write('#set page("a4", margin: 2.5cm)\n' + lines + "See @fig-t.\n#context query(image).first().alt\n")
        typst.compile("t.typ", output="typst-page.pdf")
        text = run("pdftotext", "-layout", "typst-page.pdf", "-")
        told(f"typst, {file}: caption", text, 'Figure 1: 100% "So" & <so>')
        quiet = lambda text: re.sub(r"[“”]", '"', text.replace("’", "'").replace("‘", "'"))
        told(f"typst, {file}: words", quiet(text), WORDS)


def main():
    with_pandoc()
    with_docutils()
    with_asciidoctor()
    with_latex()
    with_typst()
    print(f"{len(failures)} failed" if failures else "all well")
    return 1 if failures else 0


if __name__ == "__main__":
    ANNALS = os.path.abspath(sys.argv[1])
    place = os.path.abspath(sys.argv[2]) if len(sys.argv) > 2 else tempfile.mkdtemp()
    os.makedirs(place, exist_ok=True)
    os.chdir(place)
    open("t.csv", "w").write("date,title,url\n2001,First,https://example.org/\n2010-05,Second,\n2013,Third,\n")
    sys.exit(main())
