//! The part of a clause that says what happened at its date: its subject and verb, or the clause
//! about a noun in which the date stands.

use super::kinds::{PartKind, is_present, kind, nearest, settle};
use super::{LONGEST, MARK, TitleWords, first_word};
use crate::date::Locale;

/// What happened at the date that [`MARK`] stands for.
pub(super) fn main(text: &str, words: TitleWords<'_>) -> String {
    if !words.grammar.is_known() {
        return plain(text, words);
    }
    let parts: Vec<&str> = text.split(", ").collect();
    let mut kinds: Vec<PartKind> = parts.iter().map(|part| kind(part, words)).collect();
    settle(&parts, &mut kinds, words);
    let dated = parts.iter().position(|part| part.contains(MARK)).unwrap_or(0);
    let clause = DividedClause { parts: &parts, kinds: &kinds, dated, words };
    let found = match kinds[dated] {
        PartKind::Relative if dated > 0 => clause.relative(),
        PartKind::Subordinate if dated == 0 => Some(led(parts[0]).to_owned()),
        PartKind::Participle if dated > 0 => clause.participle(),
        _ => None,
    };
    let text = found.unwrap_or_else(|| clause.told());
    let is_long = text.replace(MARK, "").chars().count() > LONGEST;
    let inner = within(parts[dated], words).filter(|_| is_long);
    let text = inner.unwrap_or(text);
    if text.chars().count() > LONGEST || first_is_pronoun(&text, words) {
        after_phrase(&text, words)
    } else {
        text
    }
}

/// The clause that a word like "when" leads, without that word.
fn led(part: &str) -> &str {
    let part = part.trim_start_matches(MARK);
    part.split_once(' ').map_or(part, |(_, rest)| rest)
}

/// A clause in parts.
struct DividedClause<'a> {
    parts: &'a [&'a str],
    kinds: &'a [PartKind],
    /// The part that the date stands in.
    dated: usize,
    words: TitleWords<'a>,
}

impl DividedClause<'_> {
    /// The first part that says what the clause tells of, before the part `end`.
    fn subject(&self, end: usize) -> Option<usize> {
        let is_verb = |at: &usize| matches!(self.kinds[*at], PartKind::Verb | PartKind::Whole);
        let first = (0..end).find(is_verb).unwrap_or(end);
        (0..first).find(|at| self.kinds[*at] == PartKind::Noun && !is_present(self.parts[*at]))
    }

    /// What a clause about a noun says, of that noun.
    fn relative(&self) -> Option<String> {
        let part = self.parts[self.dated];
        let (opening, rest) = part.split_once(' ')?;
        let bare = rest.replace(MARK, " ");
        let follows = bare.split_whitespace().next()?;
        let grammar = self.words.grammar;
        let opening = opening.trim_end_matches(MARK).to_lowercase();
        if ["where", "où", "donde", "где"].contains(&opening.as_str()) {
            return Some(self.with_place(rest));
        }
        if let Some((head, rest)) = part.split_once(" of which ") {
            let is_object = self
                .words
                .verb(&rest.replace(MARK, ""))
                .is_some_and(|at| at > 0 && rest.split_whitespace().count() == at + 1);
            return Some(match is_object {
                true => format!("{rest} {head}"),
                false => format!("{head} {rest}"),
            });
        }
        let noun = self.noun_before(self.dated)?;
        if let Some(told) = self.object(&noun) {
            return Some(told);
        }
        let is_subject = grammar.relatives.contains(&opening.as_str())
            && (self.words.verb(&bare) == Some(0) || ["a", "s'est"].contains(&follows));
        let is_owner = ["whose", "of", "dont", "cuyo", "cuya"].contains(&opening.as_str());
        match is_subject {
            true => Some(format!("{noun} {rest}")),
            false if is_owner && self.parts.len() == self.dated + 1 && opening == "whose" => {
                Some(rest.to_owned())
            }
            false => Some(format!("{noun}, {part}")),
        }
    }

    /// What happened where the part before says, with the place if it says little alone: il revint
    /// en Grèce, où il mourut.
    fn with_place(&self, told: &str) -> String {
        let bare = told.replace(MARK, " ");
        let bare = bare.trim_matches([' ', '.']);
        let is_short = bare.split_whitespace().count() < 3;
        let before: Vec<&str> = self.parts[self.dated - 1].split_whitespace().collect();
        let is_place = |word: &&str| ["en", "à", "au", "aux", "dans"].contains(word);
        match before.iter().rposition(is_place).filter(|_| is_short) {
            Some(from) => format!("{bare} {}", before[from..].join(" ")),
            None => told.to_owned(),
        }
    }

    /// What somebody did to a noun: which both parliaments ratified, for which they had asked.
    fn object(&self, noun: &str) -> Option<String> {
        let part = self.parts[self.dated].replace(MARK, " ");
        let is_english = self.words.language.locale == Locale::En;
        let (head, rest) = part.split_once("which ").filter(|_| is_english)?;
        let all: Vec<&str> = rest.split_whitespace().collect();
        let verb = self.words.verb(rest).filter(|verb| *verb > 0)?;
        let last = all.last()?;
        let is_last = verb + 1 == all.len()
            || verb + 2 == all.len() && self.words.grammar.is_participle(last);
        let short = self.words.verb(noun).filter(|at| *at > 1);
        let short =
            short.map(|at| noun.split_whitespace().take(at).collect::<Vec<&str>>().join(" "));
        let noun = short.unwrap_or_else(|| noun.to_owned());
        let (first, tail) = noun.split_once(' ').unwrap_or((&noun, ""));
        let first = if self.words.grammar.is_determiner(first) {
            first.to_lowercase()
        } else {
            first.to_owned()
        };
        is_last.then(|| format!("{} {}{first} {tail}", all.join(" "), head))
    }

    /// The noun that a part is about: the subject, or the last one of the part before.
    fn noun_before(&self, at: usize) -> Option<String> {
        // Colonel J. E. Capper, C.B., and captain Viane, a Dutchman.
        let is_title = |at: usize| !self.parts[at].contains(' ') && is_name(self.parts[at]);
        let has_title = at > 1 && is_title(at - 1) && self.parts[at - 2].contains(' ');
        let before = self.parts[at - if has_title { 2 } else { 1 }];
        let kind = if has_title { PartKind::Whole } else { self.kinds[at - 1] };
        if kind == PartKind::Noun {
            let first = self.subject(at).filter(|_| at + 1 < self.parts.len());
            return Some(self.parts[first.unwrap_or(at - 1)].to_owned());
        }
        let words: Vec<&str> = before.split_whitespace().collect();
        let name = name_at_end(&words);
        let is_person =
            ["who", "whose", "whom", "qui", "quien"].contains(&first_word(self.parts[at]).as_str());
        if (is_person || has_title) && !name.is_empty() {
            return Some(name.join(" "));
        }
        let grammar = self.words.grammar;
        let is_verb =
            |at: &usize| grammar.is_verb(words[*at], at.checked_sub(1).map(|at| words[at]));
        let verb =
            (0..words.len()).rev().find(|at| is_verb(at) && !grammar.is_participle(words[*at]));
        let verb = verb.or_else(|| self.words.verb(before)).map_or(0, |at| at + 1);
        let opens = |at: &usize| grammar.is_determiner(words[*at]) && !OF.contains(&words[*at]);
        let mut places = (verb..words.len()).filter(opens);
        let from =
            if kind == PartKind::Phrase || is_person { places.next_back() } else { places.next() };
        let from = from
            .or((!name.is_empty()).then(|| words.len() - name.len()))
            .or((verb > 0 && verb < words.len()).then_some(verb))?;
        (words.len() - from <= 10).then(|| words[from..].join(" "))
    }

    /// The noun that a participle is about, with it.
    fn participle(&self) -> Option<String> {
        let part = self.parts[self.dated];
        let is_present = first_word(part).ends_with("ing");
        let noun = self.noun_before(self.dated).filter(|_| !is_present)?;
        let joint = if self.words.language.locale == Locale::Ru { ", " } else { " " };
        Some(format!("{noun}{joint}{part}"))
    }

    /// The subject and verb of the clause, with as much more as there is room for.
    fn told(&self) -> String {
        let is_main = |at: &usize| matches!(self.kinds[*at], PartKind::Verb | PartKind::Whole);
        // The date stands in what is told, or before it; or the part with it has its own subject.
        let first = first_word(self.parts[self.dated]);
        let is_own = self.kinds[self.dated] == PartKind::Whole
            && self.words.language.locale == Locale::Fr
            && self.words.grammar.pronouns.contains(&first.as_str());
        let from = (0..self.parts.len()).find(is_main);
        if let Some(from) = from.filter(|from| *from > self.dated && self.is_joined(*from)) {
            return plain(&self.parts[..from].join(", "), self.words);
        }
        let from = if is_own { Some(self.dated) } else { from };
        let Some(from) = from else {
            return plain(&self.parts.join(", "), self.words);
        };
        let mut kept: Vec<usize> = Vec::new();
        if self.kinds[from] == PartKind::Verb {
            kept.extend(self.subject(from));
        }
        let mut joined: String = kept.iter().map(|at| format!("{} ", self.parts[*at])).collect();
        joined.push_str(self.parts[from]);
        let whole = self.with_names(&kept, from);
        if whole.replace(MARK, "").chars().count() <= LONGEST {
            joined = whole;
        }
        let mut last = self.parts[from];
        for at in from + 1..self.parts.len() {
            let part = self.parts[at];
            // Who or what the day is: ", Independence Day".
            let is_lone = !part.contains(' ') && self.words.is_joint(part)
                || self.words.grammar.relatives.contains(&part)
                || self.goes_on(at);
            let is_of_date = last.ends_with(MARK) && matches!(self.kinds[at], PartKind::Noun);
            if is_of_date
                || is_lone
                || joined.chars().count() + part.chars().count() + 2 > LONGEST + 1
                    && self.kinds[at] != PartKind::Verb
            {
                break;
            }
            joined = format!("{joined}, {part}");
            last = part;
        }
        joined
    }

    /// Whether a part begins with a word like "and".
    fn is_joined(&self, at: usize) -> bool {
        let first = first_word(self.parts[at]);
        self.words.language.joints.contains(&first.as_str()) || ["а", "но"].contains(&&*first)
    }

    /// Whether a part begins a further clause whose verb comes later: and the king, having no army.
    fn goes_on(&self, at: usize) -> bool {
        let is_told = |kind: &PartKind| matches!(kind, PartKind::Verb | PartKind::Whole);
        self.is_joined(at)
            && self.kinds[at] == PartKind::Noun
            && self.kinds[at + 1..].iter().any(is_told)
    }

    /// The subject with what stands between commas before its verb, if that is no clause.
    fn with_names(&self, kept: &[usize], from: usize) -> String {
        let first = kept.first().copied().unwrap_or(from);
        if from - first == 1 {
            return self.parts[first..=from].join(" ");
        }
        let between = (first..from)
            .all(|at| !matches!(self.kinds[at], PartKind::Relative | PartKind::Participle));
        let first = if between { first } else { from };
        match between {
            true => self.parts[first..=from].join(", "),
            false => "x".repeat(LONGEST + 1),
        }
    }
}

/// Whether a pronoun is the subject of a text, after a phrase.
fn first_is_pronoun(text: &str, words: TitleWords<'_>) -> bool {
    let before =
        words.verb(text).and_then(|verb| text.split_whitespace().nth(verb.checked_sub(1)?));
    before.is_some_and(|word| words.grammar.pronouns.contains(&word))
}

/// Words by which one noun belongs to another.
const OF: [&str; 5] = ["of", "de", "du", "des", "del"];

/// Small words within names.
const PARTICLES: [&str; 8] = ["de", "du", "van", "von", "der", "of", "la", "le"];

/// The name that words end with; none if their last word is no part of one.
fn name_at_end<'a, 'b>(all: &'b [&'a str]) -> &'b [&'a str] {
    let is_part = |word: &&&str| is_name(word) || PARTICLES.contains(*word);
    let parts = &all[all.len() - all.iter().rev().take_while(is_part).count()..];
    let small = parts.iter().take_while(|word| !is_name(word)).count();
    &parts[small..]
}

fn is_name(word: &str) -> bool {
    word.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(char::is_uppercase)
}

/// The clause about a noun that a date stands in, if no comma parts it: "an order that came in
/// 1862", "he said that it was lost in 1862".
fn within(part: &str, words: TitleWords<'_>) -> Option<String> {
    let before = part.split(MARK).next()?;
    if let Some(told) = of_pronoun(before, part, words) {
        return Some(told);
    }
    let opens = ["that", "which", "who", "qui", "que"].iter().filter_map(|word| {
        let word = format!(" {word} ");
        before.rfind(&word).map(|at| (at, at + word.len()))
    });
    let (at, next) = opens.max()?;
    let (head, rest) = (&part[..at], &part[next..]);
    let verb = words.verb(&rest.replace(MARK, " "))?;
    if words.is_preposition(head.rsplit(' ').next()?) {
        return None;
    }
    if words.grammar.pronouns.contains(&first_word(rest).as_str()) {
        return None;
    }
    if verb > 0 {
        return (words.language.locale == Locale::En).then(|| rest.to_owned());
    }
    let all: Vec<&str> = head.split_whitespace().collect();
    if all.last().is_some_and(|last| is_name(last)) {
        return Some(format!("{} {rest}", name_at_end(&all).join(" ")));
    }
    let is_opening =
        |at: &usize| ["a", "an", "the", "un", "une", "una", "le", "la", "el"].contains(&all[*at]);
    let is_inner = |at: &usize| {
        at.checked_sub(1).is_some_and(|before| ["of", "de", "du"].contains(&all[before]))
    };
    let from = (0..all.len()).rev().find(|at| is_opening(at) && !is_inner(at))?;
    (all.len() - from <= 8).then(|| format!("{} {rest}", all[from..].join(" ")))
}

/// What a French clause says whose subject is a pronoun: Anne, qu'il épouse; il est enterré.
fn of_pronoun(before: &str, part: &str, words: TitleWords<'_>) -> Option<String> {
    let places = [" dans lequel ", " dans laquelle ", " auquel ", " à laquelle "];
    let place = places.iter().filter_map(|word| Some(before.rfind(word)? + word.len())).max();
    if let Some(from) = place.filter(|from| words.verb(&part[*from..]).is_some_and(|at| at > 0)) {
        return Some(part[from..].to_owned());
    }
    let objects = [" qu'il ", " qu’il ", " qu'elle ", " qu’elle "];
    let at = objects.iter().filter_map(|word| before.rfind(word)).max()?;
    let all: Vec<&str> = part[..at].split_whitespace().collect();
    let name = name_at_end(&all);
    (!name.is_empty()).then(|| format!("{}, {}", name.join(" "), &part[at + 1..]))
}

/// A text that begins with a phrase before its subject, without that phrase.
fn after_phrase(text: &str, words: TitleWords<'_>) -> String {
    let all: Vec<&str> = text.split_whitespace().collect();
    let is_pronoun = |word: &str| words.grammar.pronouns.contains(&word);
    match words.verb(text) {
        Some(verb)
            if verb > 1 && words.is_preposition(&first_word(text)) && !text.contains(", ") =>
        {
            [nearest(&all[..verb], words), &all[verb..]].concat().join(" ")
        }
        Some(verb) if verb > 1 && is_pronoun(all[verb - 1]) && is_aside(all[verb - 2], words) => {
            all[verb - 1..].join(" ")
        }
        _ => text.to_owned(),
    }
}

/// Whether a pronoun after a word is the subject of the clause: not "whom he met", "all they had".
fn is_aside(before: &str, words: TitleWords<'_>) -> bool {
    let before = before.to_lowercase();
    let opens = words.grammar.relatives.contains(&before.as_str()) || words.is_joint(&before);
    let first = ["that", "as", "than", "все", "all", "both"];
    !opens && !first.contains(&before.as_str()) && !before.ends_with(',')
}

/// A long text without the phrases before its subject, for languages whose verbs are not known.
fn plain(text: &str, words: TitleWords<'_>) -> String {
    let mut text = text;
    while text.chars().count() > LONGEST {
        let Some((head, tail)) = text.split_once(", ") else { break };
        let is_led = words.is_preposition(&first_word(head));
        if !is_led || words.is_joint(&first_word(tail)) || tail.chars().count() < super::SHORTEST {
            break;
        }
        text = tail;
    }
    text.to_owned()
}
