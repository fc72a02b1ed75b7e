#!/usr/bin/env python3
"""Places one figure in the documents of other programs and lays each page over our own PNG.

    pip install pypandoc_binary python-docx python-pptx typst Pillow
    apt-get install chromium inkscape libreoffice-impress libreoffice-writer librsvg2-bin poppler-utils \
        texlive-latex-base texlive-xetex
    tests/by_hand/documents.py target/debug/annals [FOLDER] [TABLE.csv]

Prints for each the share of pixels that differ from the PNG by more than a quarter of the range, the size of the figure
on the page against its own, and which of its words can be found where the document has text. What is not installed
is skipped by name. With FOLDER documents and pages stay there, to be looked at.
"""
import html, os, re, shutil, subprocess, sys, tempfile, zipfile
from PIL import Image, ImageChops

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
DPI = 288
# Pixels that differ by more than this, of 255, are seen to differ; letters are smoothed differently everywhere.
SEEN = 64
# The width of the text in pandoc's documents of Word, which shrinks what is wider.
PANDOC_WIDTH = "148.1mm"


def run(*command, **options):
    done = subprocess.run(command, capture_output=True, text=True, **options)
    if done.returncode:
        raise RuntimeError(f"{command[0]}: {(done.stderr or done.stdout).strip()[-400:]}")
    return done.stdout


def needs(*programs):
    missing = [program for program in programs if not shutil.which(program)]
    if missing:
        raise ImportError("no " + ", ".join(missing))


def page_of(pdf):
    """The first page of a PDF as a picture, and its text."""
    needs("pdftoppm")
    run("pdftoppm", "-r", str(DPI), "-singlefile", "-png", pdf, pdf[:-4])
    return pdf[:-4] + ".png", run("pdftotext", "-raw", pdf, "-")


def by_office(path, name):
    """What LibreOffice makes of a document."""
    needs("soffice")
    profile = "-env:UserInstallation=file://" + os.path.abspath("office")
    run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", "by-office", path)
    made = os.path.splitext(os.path.basename(path))[0] + ".pdf"
    os.replace(os.path.join("by-office", made), name + ".pdf")
    return page_of(name + ".pdf")


def in_browser(page, name, size=(900, 900)):
    needs("chromium")
    run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
        "--disable-background-networking", f"--user-data-dir={os.path.abspath('profile')}",
        f"--force-device-scale-factor={DPI / 96}", f"--window-size={size[0]},{size[1]}",
        f"--screenshot={os.path.abspath(name)}.png", "file://" + os.path.abspath(page))
    return name + ".png", None


def pandoc(target, picture):
    import pypandoc
    open("page.md", "w").write(f"![]({picture})\n")
    run(pypandoc.get_pandoc_path(), "page.md", "-o", target)
    return target


def word_by_pandoc():
    return by_office(pandoc("pandoc.docx", "narrow.png"), "word-pandoc")


def word_by_python(picture="own.png"):
    import docx
    from docx.shared import Inches
    document = docx.Document()
    for section in document.sections:
        section.left_margin = section.right_margin = Inches(1)
    document.add_picture(picture)
    document.save("python.docx")
    return by_office("python.docx", "word-python")


def text_document():
    return by_office(pandoc("pandoc.odt", "own.png"), "odt-pandoc")


def slide_of_shapes():
    return by_office("own.pptx", "slide-shapes")


def slide_with_picture():
    from pptx import Presentation
    slides = Presentation()
    slides.slide_width, slides.slide_height = 9144000, 6858000
    slides.slides.add_slide(slides.slide_layouts[6]).shapes.add_picture("own.png", 400000, 400000)
    slides.save("picture.pptx")
    return by_office("picture.pptx", "slide-picture")


def drawing():
    return by_office("own.svg", "draw-svg")


LATEX = r"""\documentclass{article}\usepackage[letterpaper,margin=1in]{geometry}\usepackage{graphicx}
\pagestyle{empty}\begin{document}\noindent\includegraphics{own.pdf}\end{document}
"""


def latex(engine):
    needs(engine)
    open(f"{engine}.tex", "w").write(LATEX)
    told = run(engine, "-interaction=nonstopmode", "-halt-on-error", f"{engine}.tex")
    for line in re.findall(r".*(?:Warning.*PDF|[Oo]verfull).*", told):
        print("       ", line)
    return page_of(f"{engine}.pdf")


def typst_with(picture):
    import typst
    name = "typst-" + picture.split(".")[-1]
    open("page.typ", "w").write(f'#set page("us-letter", margin: 1in)\n#image("{picture}")\n')
    typst.compile("page.typ", output=name + ".pdf")
    return page_of(name + ".pdf")


def web(kind):
    words = run(ANNALS, TABLE, "-o", "own.svg", "--snippet", kind)
    open(f"{kind}.html", "w").write(f"<!doctype html><meta charset=utf-8><title>x</title><body>{words}")
    return in_browser(f"{kind}.html", "web-" + kind)


def printed_page():
    needs("chromium")
    run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--no-first-run",
        f"--user-data-dir={os.path.abspath('profile')}", "--print-to-pdf=web-printed.pdf",
        "file://" + os.path.abspath("own.html"))
    return page_of("web-printed.pdf")


def book():
    with zipfile.ZipFile(pandoc("book.epub", "own.svg")) as archive:
        archive.extractall("book")
    (chapter,) = [name for name in zipfile.ZipFile("book.epub").namelist() if name.endswith("ch001.xhtml")]
    return in_browser(os.path.join("book", chapter), "epub")


def inkscape():
    needs("inkscape")
    run("inkscape", "--export-type=png", f"--export-dpi={DPI}", "--export-filename=inkscape.png", "own.svg")
    return "inkscape.png", None


def rsvg():
    needs("rsvg-convert")
    run("rsvg-convert", "-z", str(DPI / 96), "own.svg", "-o", "rsvg.png")
    return "rsvg.png", None


def own_pdf():
    shutil.copy("own.pdf", "own-page.pdf")
    return page_of("own-page.pdf")


PLACES = [
    ("our PDF, by poppler", own_pdf), ("Word, by pandoc (PNG)", word_by_pandoc), ("Word, by python-docx (PNG)", word_by_python),
    ("OpenDocument, by pandoc (PNG)", text_document), ("LibreOffice Draw (SVG)", drawing),
    ("slide of shapes (PPTX)", slide_of_shapes), ("slide, by python-pptx (PNG)", slide_with_picture),
    ("pdfTeX (PDF)", lambda: latex("pdflatex")), ("XeTeX (PDF)", lambda: latex("xelatex")),
    ("Typst (PDF)", lambda: typst_with("own.pdf")), ("Typst (SVG)", lambda: typst_with("own.svg")),
    ("web page (SVG in img)", lambda: web("html")), ("web page (SVG inline)", lambda: web("html-inline")),
    ("page of HTML, printed", printed_page), ("EPUB, by pandoc (SVG)", book),
    ("Inkscape (SVG)", inkscape), ("rsvg-convert (SVG)", rsvg),
]


def flat(path):
    """A picture on white."""
    image = Image.open(path).convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", image.size, "white"), image).convert("RGB")


def ink(image):
    """The box of all that is not white."""
    return ImageChops.difference(image, Image.new("RGB", image.size, "white")).point(lambda tone: 255 if tone > 24 else 0).getbbox()


def difference(own, page):
    """The best of the places that are a pixel or two apart: the share of pixels seen to differ, and their picture."""
    (x0, y0, *_), (left, top, right, bottom) = ink(page), ink(own)
    ours = own.crop((left, top, right, bottom))
    best = (2.0, None)
    for dx in range(-2, 3):
        for dy in range(-2, 3):
            theirs = page.crop((x0 + dx, y0 + dy, x0 + dx + ours.width, y0 + dy + ours.height))
            tones = ImageChops.difference(ours, theirs).convert("L").point(lambda tone: 255 if tone > SEEN else 0)
            share = tones.histogram()[255] / (ours.width * ours.height)
            if share < best[0]:
                best = (share, tones)
    return best


def compared(name, place, words):
    own = flat("narrow.png" if place is word_by_pandoc else "own.png")
    try:
        path, text = place()
    except ImportError as missing:
        return print(f"skipped {name}: {missing}")
    except (RuntimeError, OSError) as error:
        failures.append(name)
        return print(f"FAILED  {name}: {error}")
    page = flat(path)
    share, tones = difference(own, page)
    tones.save(path[:-4] + "-difference.png")
    (x0, y0, *_), (a0, b0, a1, b1) = ink(page), ink(own)
    # Below it there may be the number of the page.
    x1, y1 = ink(page.crop((0, 0, page.width, min(page.height, y0 + own.height))))[2:]
    found = "" if text is None else f", {sum(word in text for word in words)} of {len(words)} words found"
    print(f"{name:32} {share:7.2%} differ, {(x1 - x0) / (a1 - a0):.4f} as wide, {(y1 - y0) / (b1 - b0):.4f} as high{found}")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    ANNALS = os.path.abspath(sys.argv[1])
    folder = os.path.abspath(sys.argv[2]) if len(sys.argv) > 2 else tempfile.mkdtemp()
    TABLE = os.path.abspath(sys.argv[3]) if len(sys.argv) > 3 else os.path.join(ROOT, "data", "pakistan-russia.csv")
    os.makedirs(folder, exist_ok=True)
    os.chdir(folder)
    failures = []
    # The slide names the face that our pictures have, which this makes one of the system.
    shutil.copytree(os.path.join(ROOT, "src", "text", "font"), "data/fonts", dirs_exist_ok=True)
    os.environ["XDG_DATA_HOME"] = os.path.abspath("data")
    outputs = [argument for end in ["svg", "pdf", "html", "pptx"] for argument in ["-o", "own." + end]]
    run(ANNALS, TABLE, *outputs, "--pdf-version", "1.5")
    run(ANNALS, TABLE, "-o", "own.png", "--dpi", str(DPI))
    run(ANNALS, TABLE, "-o", "narrow.png", "--dpi", str(DPI), "--width", PANDOC_WIDTH)
    run(ANNALS, TABLE, "-o", "live.svg", "--svg-text", "live")
    lines = re.findall(r"<text[^>]*>([^<]*)</text>", open("live.svg", encoding="utf-8").read())
    words = [word for line in lines for word in html.unescape(line).split()]
    for name, place in PLACES:
        compared(name, place, words)
    if len(sys.argv) < 3:
        os.chdir("/")
        shutil.rmtree(folder)
    sys.exit(1 if failures else 0)
