//! Itemisation: the parts of a line that are shaped on their own, of one direction, one script, one face.
//!
//! Directions are those of the Unicode bidirectional algorithm (UAX #9), scripts those of UAX #24
//! with its extensions, brackets being of one script with their partners. All is decided by the
//! line alone and the direction of its paragraph, as a browser does it that is given the line.

use super::{FaceId, Fonts, Weight};
use crate::error::is_direction_mark;
use harfrust::Tag;
use std::ops::Range;
use unicode_bidi::{BidiDataSource, HardcodedBidiData, Level, ParagraphBidiInfo};
use unicode_script::{Script, ScriptExtension, UnicodeScript};
use unicode_segmentation::UnicodeSegmentation;

/// A part of a line of one direction, script and face, by its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TextItem {
    pub(super) range: Range<usize>,
    /// Its script, as a tag of ISO 15924.
    pub(super) script: Tag,
    pub(super) is_rtl: bool,
    pub(super) face: FaceId,
}

/// The script of most text, and of what has none, as digits alone.
pub(super) const LATIN: Tag = Tag::new(b"Latn");

/// Whether a paragraph runs from right to left: its first letter decides.
pub(super) fn is_rtl(paragraph: &str) -> bool {
    may_turn(paragraph)
        && unicode_bidi::get_base_direction_full(paragraph) == unicode_bidi::Direction::Rtl
}

/// Whether anything in `text` can run from right to left: the first such letter is U+0590, and
/// the marks that steer it are invisible.
fn may_turn(text: &str) -> bool {
    text.chars().any(|c| c >= '\u{590}' && (c < '\u{900}' || is_far(c)))
}

fn is_far(c: char) -> bool {
    is_direction_mark(c) || matches!(c, '\u{FB1D}'..='\u{FEFF}' | '\u{10800}'..='\u{1EFFF}')
}

/// The items of a line from left to right. `is_rtl` is the direction of its paragraph.
pub(super) fn items(fonts: &Fonts, text: &str, weight: Weight, is_rtl: bool) -> Vec<TextItem> {
    if !is_rtl && fonts.is_plain(text) {
        let face = fonts.order(weight)[0];
        return vec![TextItem { range: 0..text.len(), script: LATIN, is_rtl, face }];
    }
    let scripts = scripts(text);
    let mut items = Vec::new();
    for (range, is_rtl) in directed(text, is_rtl) {
        let first = items.len();
        let from = scripts.partition_point(|(script, _)| script.end <= range.start);
        for (script, tag) in scripts[from..].iter().take_while(|(one, _)| one.start < range.end) {
            let part = script.start.max(range.start)..script.end.min(range.end);
            for (part, face) in faced(fonts, text, part, weight) {
                items.push(TextItem { range: part, script: *tag, is_rtl, face });
            }
        }
        if is_rtl {
            items[first..].reverse();
        }
    }
    items
}

/// The runs of one direction from left to right, each with whether it is read from the right.
fn directed(text: &str, is_rtl: bool) -> Vec<(Range<usize>, bool)> {
    // A line of blanks alone is empty, whose runs the library cannot tell.
    if text.is_empty() || (!is_rtl && !may_turn(text)) {
        return vec![(0..text.len(), false)];
    }
    let level = if is_rtl { Level::rtl() } else { Level::ltr() };
    let info = ParagraphBidiInfo::new(text, Some(level));
    let (levels, runs) = info.visual_runs(0..text.len());
    runs.into_iter().map(|run| (run.clone(), levels[run.start].is_rtl())).collect()
}

/// Brackets that are open at once and find their partners; what is deeper nested is no label.
const OPEN: usize = 64;

/// The runs of one script in the order of reading.
fn scripts(text: &str) -> Vec<(Range<usize>, Tag)> {
    let mut ended: Vec<(Range<usize>, ScriptExtension)> = Vec::new();
    let mut open: Vec<(char, usize)> = Vec::new();
    let (mut start, mut shared) = (0, ScriptExtension::from(Script::Common));
    for (at, c) in text.char_indices() {
        let bracket = HardcodedBidiData.bidi_matched_opening_bracket(c);
        let partner = match bracket {
            Some(bracket) if !bracket.is_open => partner(&mut open, bracket.opening),
            _ => None,
        };
        let own = partner.and_then(|run| ended.get(run)).map_or(c.script_extension(), |run| run.1);
        let both = shared.intersection(own);
        if both.is_empty() && at > start {
            ended.push((start..at, shared));
            (start, shared) = (at, own);
        } else {
            shared = both;
        }
        if let Some(bracket) = bracket.filter(|bracket| bracket.is_open && open.len() < OPEN) {
            open.push((bracket.opening, ended.len()));
        }
    }
    ended.push((start..text.len(), shared));
    ended.into_iter().map(|(range, shared)| (range, tag(shared))).collect()
}

/// The run in which the bracket was opened that one of this kind closes.
fn partner(open: &mut Vec<(char, usize)>, kind: char) -> Option<usize> {
    let place = open.iter().rposition(|(opening, _)| *opening == kind)?;
    let (_, run) = open[place];
    open.truncate(place);
    Some(run)
}

/// The tag of a script; of several that share all characters of a run, the first.
fn tag(shared: ScriptExtension) -> Tag {
    let script = match Script::try_from(shared) {
        Ok(Script::Common | Script::Inherited | Script::Unknown) => return LATIN,
        Ok(script) => script,
        Err(()) => shared.iter().next().unwrap_or(Script::Latin),
    };
    Tag::from_be_bytes(script.as_iso15924_tag().to_be_bytes())
}

/// The runs of one face within `range`, in the order of reading. Blanks and signs stay with what
/// stands before them, or behind them at the start, where the face has them.
fn faced(
    fonts: &Fonts,
    text: &str,
    range: Range<usize>,
    weight: Weight,
) -> Vec<(Range<usize>, FaceId)> {
    let order = fonts.order(weight);
    if order.len() == 1 {
        return vec![(range, order[0])];
    }
    let clusters: Vec<&str> = text[range.clone()].graphemes(true).collect();
    let is_sign = |cluster: &str| !cluster.chars().any(char::is_alphanumeric);
    let mut faces: Vec<Option<FaceId>> = clusters
        .iter()
        .map(|cluster| (!is_sign(cluster)).then(|| fonts.best(order, cluster)))
        .collect();
    let mut near = None;
    let mut join = |(face, cluster): (&mut Option<FaceId>, &&str)| {
        *face = face.or(near.filter(|&near| fonts.has_all(near, cluster)));
        near = face.or(near);
    };
    faces.iter_mut().zip(&clusters).for_each(&mut join);
    faces.iter_mut().zip(&clusters).rev().for_each(join);
    let mut runs: Vec<(Range<usize>, FaceId)> = Vec::new();
    let mut end = range.start;
    for (cluster, face) in clusters.into_iter().zip(faces) {
        let face = face.unwrap_or_else(|| fonts.best(order, cluster));
        let start = end;
        end += cluster.len();
        match runs.last_mut().filter(|run| run.1 == face) {
            Some(run) => run.0.end = end,
            None => runs.push((start..end, face)),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Face, remapped};
    use std::sync::Arc;

    /// The characters of a line as they stand from left to right.
    fn seen(text: &str) -> String {
        let items = items(&Fonts::bundled(), text, Weight::Regular, is_rtl(text));
        let read = |item: &TextItem| -> String {
            let text = &text[item.range.clone()];
            if item.is_rtl { text.chars().rev().collect() } else { text.to_owned() }
        };
        items.iter().map(read).collect()
    }

    #[test]
    fn an_empty_line_from_the_right_has_no_items() {
        assert_eq!(items(&Fonts::bundled(), "", Weight::Regular, true), []);
    }

    #[test]
    fn lines_are_ordered_as_they_are_read() {
        for (text, order) in [
            ("plain", "plain"),
            ("abc אבג def", "abc גבא def"),
            ("abc אבג דהו def", "abc והד גבא def"),
            ("אבג 123 דה", "הד 123 גבא"),
            ("אבג abc דה", "הד abc גבא"),
            ("2009: אבג", "גבא :2009"),
            ("on יום 5 מאי now", "on יאמ 5 םוי now"),
            ("سنة 2009 (CASA) نهاية", "ةياهن )CASA( 2009 ةنس"),
            ("abc سنة ٢٠٠٩ def", "abc ٢٠٠٩ ةنس def"),
            ("۱۴ اگست ۱۹۴۷", "۱۹۴۷ تسگا ۱۴"),
            ("کاسا-1000 معاہدہ", "ہدہاعم 1000-اساک"),
            ("500 ملین $", "$ نیلم 500"),
            ("אבג!", "!גבא"),
            ("abc אבג!", "abc גבא!"),
            ("abc אבג!\u{200F}", "abc \u{200F}!גבא"),
            ("Ἀθῆναι और 中文", "Ἀθῆναι और 中文"),
        ] {
            assert_eq!(seen(text), order, "{text}");
        }
    }

    #[test]
    fn a_paragraph_runs_as_its_first_letter_does() {
        for (text, expected) in [
            ("abc אבג", false),
            ("123 אבג", true),
            ("«שלום» abc", true),
            ("\u{200F}abc", true),
            ("\u{200E}אבג", false),
            ("123", false),
            ("", false),
            ("𐤀𐤁", true),
            ("𞤀𞤁 x", true),
            ("ﷺ", true),
        ] {
            assert_eq!(is_rtl(text), expected, "{text}");
        }
    }

    #[test]
    fn each_script_is_a_run_and_signs_belong_to_their_neighbours() {
        for (text, runs) in [
            ("Ñandú Ἀθῆναι Žďár Ὅ", "Latn:Ñandú |Grek:Ἀθῆναι |Latn:Žďár |Grek:Ὅ"),
            ("2009 – Ελλάδα", "Grek:2009 – Ελλάδα"),
            ("a (αβγ) [δ (e)] f", "Latn:a (|Grek:αβγ|Latn:) [|Grek:δ (|Latn:e|Grek:)|Latn:] f"),
            ("Полёт e\u{301} 5", "Cyrl:Полёт |Latn:e\u{301} 5"),
            ("राष्ट्र।", "Deva:राष्ट्र।"),
            ("東京のテレビー", "Hani:東京|Hira:の|Kana:テレビー"),
            ("كتاب، کتاب؟", "Arab:كتاب، کتاب؟"),
            ("2009, 50 %", "Latn:2009, 50 %"),
            ("", "Latn:"),
        ] {
            let run = |(range, tag): (Range<usize>, Tag)| format!("{tag}:{}", &text[range]);
            let found: Vec<String> = scripts(text).into_iter().map(run).collect();
            assert_eq!(found.join("|"), runs, "{text}");
        }
    }

    /// The bundled faces and two that have letters of Hebrew, one also signs.
    fn fonts() -> Fonts {
        let face = |family, weight, characters| {
            Arc::new(
                Face::new(Arc::new(remapped::font(family, weight, characters)), 0).expect("a face"),
            )
        };
        let own = &Fonts::bundled();
        own.with(&[
            face("First", 400, "אבגדהוזח.!"),
            face("Second", 400, "אבגדהוזחטיכלמ("),
            face("First", 700, "אבגדהוזח.!"),
        ])
    }

    #[test]
    fn a_face_is_the_first_that_has_the_letters_and_signs_stay_with_their_neighbours() {
        for (text, weight, faces) in [
            ("abc", Weight::Regular, "0:abc"),
            ("abc", Weight::SemiBold, "1:abc"),
            ("אב גד", Weight::Regular, "2:אב גד"),
            ("אב גד", Weight::SemiBold, "4:אב גד"),
            ("אב. טי", Weight::Regular, "2:אב. |3:טי"),
            ("(אב)", Weight::Regular, "0:(|2:אב|0:)"),
            ("אב 5 גד!", Weight::Regular, "2:אב |0:5|2: גד!"),
            ("abc אב, def", Weight::Regular, "0:abc |2:אב|0:, |0:def"),
            ("中", Weight::SemiBold, "1:中"),
            ("אבג中", Weight::Regular, "2:אבג|0:中"),
        ] {
            let mut found = items(&fonts(), text, weight, is_rtl(text));
            found.sort_by_key(|item| item.range.start);
            let told = |one: &TextItem| format!("{}:{}", one.face.0, &text[one.range.clone()]);
            let found: Vec<String> = found.iter().map(told).collect();
            assert_eq!(found.join("|"), faces, "{text}");
        }
    }
}
