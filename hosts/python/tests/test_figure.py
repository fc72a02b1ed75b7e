"""What a figure gives, what is wrong with a table or an option, and what is noted."""

import pickle
import warnings

import annals
import pytest
from conftest import RECORDS


def test_a_figure_is_rendered_saved_and_shown(tmp_path):
    figure = annals.timeline(RECORDS, title="Into space", dpi=96)
    assert figure.svg.startswith("<?xml") and figure.png[:4] == b"\x89PNG" and figure.pdf[:4] == b"%PDF"
    assert figure._repr_svg_() == figure.svg
    bundle = figure._repr_mimebundle_()
    assert bundle == {"image/svg+xml": figure.svg, "text/plain": figure.alt}
    assert figure._repr_mimebundle_(include={"text/plain"}) == {"text/plain": figure.alt}
    assert repr(figure) == '<annals.Figure "Into space": flags>'
    paths = [tmp_path / f"space.{kind}" for kind in ("svg", "png", "pdf")]
    assert figure.save(*paths) is figure
    assert [path.read_bytes() for path in paths] == [figure.svg.encode(), figure.png, figure.pdf]


def test_nothing_is_written_unless_all_is(tmp_path):
    figure = annals.timeline(RECORDS)
    with pytest.raises(annals.OptionError, match="unsupported format"):
        figure.save(tmp_path / "a.svg", tmp_path / "a.jpeg")
    with pytest.raises(annals.FileError):
        figure.save(tmp_path / "a.svg", tmp_path / "none" / "a.svg")
    with pytest.raises(annals.OptionError, match="twice"):
        figure.save(tmp_path / "a.svg", tmp_path / "a.svg")
    assert list(tmp_path.iterdir()) == []


def test_faults_have_their_row_and_column():
    table = [
        {"title": "a", "when": "2010-03-12"},
        {"title": "b", "when": "2010-13-40"},
        {"title": "c", "when": None},
        {"title": "d", "when": "32/2010/1"},
    ]
    with pytest.raises(annals.TableError) as caught:
        annals.timeline(table, date="when")
    places = [(fault.kind, fault.row, fault.column, fault.value) for fault in caught.value.faults]
    assert places == [("date", 1, "when", "2010-13-40"), ("date", 3, "when", "32/2010/1")]
    assert str(caught.value).startswith('table: row 1: column "when": ')
    assert isinstance(caught.value, ValueError)
    again = pickle.loads(pickle.dumps(caught.value))
    assert again.faults == caught.value.faults


def test_faults_of_a_file_have_their_line_and_character(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("date,title\n2010-03-12,a\n2010-13-40,b\n")
    with pytest.raises(annals.TableError) as caught:
        annals.timeline(path)
    (fault,) = caught.value.faults
    assert (fault.line, fault.column, fault.row) == (3, 6, None)
    assert str(fault).startswith(f"{path}:3:6: ")
    with pytest.raises(annals.FileError):
        annals.timeline(tmp_path / "none.csv")


def test_all_options_that_are_wrong_are_told():
    with pytest.raises(annals.OptionError) as caught:
        annals.timeline(RECORDS, titel="T", width="wide", dpi=-1)
    messages = sorted(map(str, caught.value.faults))
    assert len(messages) == 2 and messages[1].startswith("width: a length is ")
    assert messages[0] == 'there is no option "titel"; did you mean title?'
    with pytest.raises(annals.OptionError, match="is no value of an option"):
        annals.timeline(RECORDS, title=object())


@pytest.mark.filterwarnings("ignore::annals.NoteWarning")
def test_options_are_those_of_an_options_file(tmp_path, csv):
    options = 'from = "1960"\nbreak = "none"\nera = ["1961..1963=Vostok"]\n[category]\nPeople = "teal"\n'
    file = tmp_path / "other.toml"
    file.write_text(options)
    by_name = annals.timeline(
        csv, from_="1960", break_="none", era=["1961..1963=Vostok"], category={"People": "teal"}
    )
    assert by_name.svg == annals.timeline(csv, config=file).svg
    csv.with_suffix(".toml").write_text(options)
    assert annals.timeline(csv).svg == by_name.svg
    assert annals.timeline(csv, config=False).svg != by_name.svg


def test_notes_are_warnings_and_errors_if_strict():
    table = [dict(row, mood="good") for row in RECORDS]
    with pytest.warns(annals.NoteWarning, match="mood") as caught:
        figure = annals.timeline(table)
    assert len(figure.notes) == len(caught) == 1
    assert caught[0].filename == __file__
    with pytest.raises(annals.NotesError, match="mood"):
        annals.timeline(table, strict=True)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert annals.timeline(RECORDS).notes == []
