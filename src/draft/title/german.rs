//! What happened, in German, whose verb is second in a clause that stands alone and last in one
//! that another leads.

use super::{LONGEST, MARK, TitleWords, first_word};

/// What happened at the date, from a clause without it and the same clause with it.
pub(super) fn main(without: &str, with: &str, words: TitleWords<'_>) -> String {
    let parts: Vec<&str> = without.split(", ").collect();
    let dated = parts.iter().position(|part| part.contains(MARK)).unwrap_or(0);
    let part = parts[dated];
    let first = first_word(part);
    if dated > 0 && is_participle(part) && !is_verb_in(parts[0], words) {
        return format!("{} {part}", parts[0]);
    }
    let is_last = is_last_verb(part, words) && !is_second(part, words);
    if words.grammar.subordinates.contains(&first.as_str()) && is_last {
        let rest = part.split_once(' ').map_or(part, |(_, rest)| rest);
        return verb_second(rest).unwrap_or_else(|| with_whole(with));
    }
    if dated > 0 && is_told_after(part, words) {
        return part.replace(MARK, "");
    }
    if dated > 0 && is_relative(part, words) {
        return relative(&parts, dated, words);
    }
    if dated > 0 && is_participle(part) {
        return format!("{} {part}", parts[dated - 1]);
    }
    if dated > 0 && is_verb(&first, words) && is_subordinate(parts[0], words) {
        let rest = parts[dated..].join(", ").replace(MARK, "");
        return inverted(&rest, words).unwrap_or(rest);
    }
    if let Some(told) = with_first(&parts, dated, words) {
        return told;
    }
    if let Some(rest) = part.strip_prefix(MARK) {
        let rest = [rest.trim_start(), &parts[dated + 1..].join(", ")];
        let rest = rest.into_iter().filter(|one| !one.is_empty()).collect::<Vec<&str>>();
        return inverted(&rest.join(", "), words).unwrap_or_else(|| with_whole(with));
    }
    second(without, words).unwrap_or_else(|| without.to_owned())
}

/// A clause with its subject first that began with its verb, or with a phrase before it.
fn second(text: &str, words: TitleWords<'_>) -> Option<String> {
    let bare = text.replace(MARK, " ");
    let place = words.verb_place(&bare);
    let (head, rest) = (bare[..place].trim(), &bare[place..]);
    let is_phrase = words.is_preposition(&first_word(head)) && !head.contains(',');
    let follows = rest.split_whitespace().nth(1)?;
    let is_subject = follows.starts_with(char::is_uppercase)
        || words.grammar.is_determiner(follows)
        || words.grammar.pronouns.contains(&follows)
        || follows == "sich";
    (is_subject && (head.is_empty() || is_phrase)).then(|| inverted(rest, words)).flatten()
}

/// Whether the verb of a clause is not its last word: als Zeit der Gründung wird 1250 angegeben.
fn is_second(part: &str, words: TitleWords<'_>) -> bool {
    let bare = part.replace(MARK, " ");
    let all: Vec<&str> = bare.split_whitespace().collect();
    let verb = words.verb(&bare).unwrap_or(all.len());
    let last = all.last().copied().unwrap_or_default();
    verb + 1 < all.len() && !is_verb(last.trim_end_matches('.'), words)
}

/// Whether a part is a clause of its own, with its date after the verb: der Ausbau erfolgte 1926.
fn is_told_after(part: &str, words: TitleWords<'_>) -> bool {
    let Some((head, _)) = part.split_once(MARK) else { return false };
    let all: Vec<&str> = head.split_whitespace().collect();
    let noun = all.get(1).copied().unwrap_or_default();
    words.grammar.determiners.contains(&all.first().copied().unwrap_or_default())
        && noun.starts_with(char::is_uppercase)
        && words.verb(head) == Some(all.len() - 1)
}

fn is_subordinate(part: &str, words: TitleWords<'_>) -> bool {
    words.grammar.subordinates.contains(&first_word(part).as_str())
}

/// The noun that a clause begins with and the verb after what stands between commas.
fn with_first(parts: &[&str], dated: usize, words: TitleWords<'_>) -> Option<String> {
    let first = parts[0].trim_start_matches(MARK);
    let is_noun = !is_verb_in(parts[0], words) && first.starts_with(char::is_uppercase);
    let is_led = words.is_preposition(&first_word(first)) || !is_noun;
    let verb = (2..parts.len()).find(|at| is_verb(&first_word(parts[*at]), words))?;
    let is_between = dated == 0 || dated >= verb;
    (is_between && !is_led).then(|| format!("{first} {}", parts[verb..].join(", ")))
}

/// A clause with its date, without the mark.
fn with_whole(with: &str) -> String {
    with.replace(MARK, "")
}

fn is_verb(word: &str, words: TitleWords<'_>) -> bool {
    words.grammar.is_verb(word, None)
}

fn is_verb_in(text: &str, words: TitleWords<'_>) -> bool {
    words.verb(text).is_some()
}

fn is_last_verb(part: &str, words: TitleWords<'_>) -> bool {
    let bare = part.replace(MARK, " ");
    bare.split_whitespace().last().is_some_and(|word| {
        let word = word.trim_end_matches('.');
        is_verb(word, words) || word.ends_with(['t', 'n']) && word.starts_with(char::is_lowercase)
    })
}

/// Whether a part between commas is about the noun before it: its verb is last.
fn is_relative(part: &str, words: TitleWords<'_>) -> bool {
    let bare = part.replace(MARK, " ");
    let mut all = bare.split_whitespace();
    let first = all.next().unwrap_or_default();
    let second = all.next().unwrap_or_default();
    let is_one = |word: &str| words.grammar.relatives.contains(&word);
    let is_infinitive = bare.split_whitespace().rev().nth(1) == Some("zu");
    is_last_verb(part, words)
        && !is_infinitive
        && (is_one(first) || words.is_preposition(first) && is_one(second))
}

/// Whether a part ends with a participle and has no verb: 1887 als Schmiede gegründet.
fn is_participle(part: &str) -> bool {
    let bare = part.replace(MARK, " ");
    let last = bare.split_whitespace().last().unwrap_or_default().trim_end_matches('.');
    let is_one = last.ends_with('t') || last.ends_with("en");
    is_one && last.contains("ge") && last.starts_with(char::is_lowercase)
}

/// What a clause about a noun says, of that noun.
fn relative(parts: &[&str], dated: usize, words: TitleWords<'_>) -> String {
    let bare = parts[dated].replace(MARK, " ");
    let all: Vec<&str> = bare.split_whitespace().collect();
    let noun = noun(parts[dated - 1], words);
    let follows = all.get(1).copied().unwrap_or_default();
    let is_other = words.grammar.is_determiner(follows)
        || words.grammar.pronouns.contains(&follows)
        || follows.starts_with(char::is_uppercase);
    let is_subject = ["der", "die", "das", "welcher", "welche", "welches"].contains(&all[0]);
    if is_subject && !is_other && all.len() > 2 {
        let (verb, prefix) = parted(all[all.len() - 1].trim_end_matches('.'), words);
        let middle = all[1..all.len() - 1].join(" ");
        return format!("{noun} {verb} {middle} {prefix}");
    }
    format!("{noun}, {}", all.join(" "))
}

/// A verb without its prefix, and the prefix: fand, statt.
fn parted<'a>(verb: &'a str, words: TitleWords<'_>) -> (&'a str, &'a str) {
    let prefixes = ["statt", "teil", "zurück", "zusammen", "an", "ab", "auf", "aus", "ein", "vor"];
    let cut = prefixes.iter().find_map(|prefix| {
        let rest = verb.strip_prefix(prefix).filter(|rest| is_verb(rest, words))?;
        Some((rest, &verb[..prefix.len()]))
    });
    cut.unwrap_or((verb, ""))
}

/// The noun at the end of a part, with its article.
fn noun(part: &str, words: TitleWords<'_>) -> String {
    let part = part.trim_start_matches(MARK);
    if !is_verb_in(part, words) && !words.is_preposition(&first_word(part)) {
        let bare = part.replace(MARK, "");
        return bare
            .rsplit_once(' ')
            .filter(|(_, last)| is_participle(last))
            .map_or_else(|| bare.clone(), |(head, _)| head.to_owned());
    }
    let all: Vec<&str> = part.split_whitespace().collect();
    let from = (0..all.len()).rev().find(|at| words.grammar.is_determiner(all[*at])).unwrap_or(0);
    // The article after a preposition has another case.
    let is_led = from > 0 && words.is_preposition(&all[from - 1].to_lowercase());
    let from = if is_led { from + 1 } else { from };
    // Ein Haus errichtet, das …
    let is_lower = |word: &&&str| word.starts_with(char::is_lowercase);
    let to = all.len() - all[from..].iter().rev().take_while(is_lower).count();
    let to = if to == from { all.len() } else { to };
    all[from..to].join(" ").replace(MARK, "")
}

/// A clause whose verb is last as one that stands alone.
fn verb_second(text: &str) -> Option<String> {
    let bare = text.replace(MARK, " ");
    let all: Vec<&str> = bare.split_whitespace().collect();
    let (verb, rest) = all.split_last()?;
    let count = constituent(rest)?;
    let verb = verb.trim_end_matches('.');
    Some([&rest[..count], &[verb], &rest[count..]].concat().join(" "))
}

/// A clause that begins with its verb, with what follows the verb before it.
fn inverted(text: &str, words: TitleWords<'_>) -> Option<String> {
    let all: Vec<&str> = text.split_whitespace().collect();
    let rest = all.get(1..)?;
    let is_led = rest.first().is_some_and(|next| words.is_preposition(next));
    if is_led && (text.contains(", ") || text.chars().count() > LONGEST) {
        return late_subject(&all).or_else(|| with_first_part(&all, words));
    }
    with_first_part(&all, words)
}

/// A clause that begins with its verb, with the part after the verb before it.
fn with_first_part(all: &[&str], words: TitleWords<'_>) -> Option<String> {
    let (verb, rest) = all.split_first()?;
    let is_lower = verb.starts_with(char::is_lowercase);
    if !is_lower || words.is_preposition(verb) || words.grammar.is_determiner(verb) {
        return None;
    }
    // Im Jahr 1250 bildete sich die Siedlung.
    let (own, rest) = match rest.split_first() {
        Some((&"sich", rest)) if constituent(rest).is_some() => (Some("sich"), rest),
        _ => (None, rest),
    };
    let count = of_being(verb, rest, constituent(rest)?, words);
    let mut first: Vec<&str> = rest[..count].to_vec();
    let last = first.last_mut()?;
    let ending = last.trim_end_matches([',', '.']).len();
    let (word, sign) = last.split_at(ending);
    *last = word;
    let verb = own.map_or_else(|| format!("{verb}{sign}"), |own| format!("{verb} {own}{sign}"));
    Some([&first, &[verb.as_str()][..], &rest[count..]].concat().join(" "))
}

/// A clause that begins with its verb and a phrase, with the subject after that phrase before the
/// verb: wurde am Markt das Rathaus gebaut.
fn late_subject(all: &[&str]) -> Option<String> {
    let is_noun = |word: &str| word.starts_with(char::is_uppercase);
    // "Der Stadt" may belong to the noun before it.
    let starts = |articles: &'static [&'static str]| {
        (3..all.len()).find(|at| articles.contains(&all[*at]) && is_noun(all[at - 1]))
    };
    let from = starts(&["das", "die", "ein", "eine"]).or_else(|| starts(&["der"]))?;
    let count = constituent(&all[from..])?;
    let tail = &all[from + count..];
    let end = tail.iter().position(|word| word.ends_with(','));
    let tail = &tail[..end.map_or(tail.len(), |at| at + 1)];
    let subject = &all[from..from + count];
    (!tail.is_empty()).then(|| [subject, &all[..1], tail].concat().join(" "))
}

/// The words of a subject without what it became: wurde Anna Berg Vorsteherin, but: wurde Anna Berg
/// geboren.
fn of_being(verb: &str, rest: &[&str], count: usize, words: TitleWords<'_>) -> usize {
    let is_noun = |word: &&&str| word.starts_with(char::is_uppercase);
    let names = rest.iter().take_while(is_noun).count();
    let part = rest.split_inclusive(|word| word.ends_with(',')).next().unwrap_or_default();
    let last = part.last().copied().unwrap_or_default().trim_end_matches(['.', ',']);
    let is_whole = is_participle(last) || last.starts_with(char::is_lowercase);
    let is_being = ["wurde", "wird", "war", "ist", "blieb"].contains(&verb);
    let is_one = is_being && !is_whole && names > 1 && count >= names;
    match is_one && words.grammar.is_known() {
        // Wurde Anna Berg Schülerin Lunds.
        true if names > 2 && rest[names - 1].ends_with('s') => names - 2,
        true => names - 1,
        false => count,
    }
}

/// Words that have no case of their own and stand before a noun or for one.
const SHORT: [&str; 8] = ["er", "sie", "es", "man", "wir", "ich", "dort", "hier"];

/// Articles of a noun that another belongs to.
const GENITIVE: [&str; 4] = ["des", "der", "eines", "einer"];

/// How many words at the beginning are one part of the clause: a pronoun, or all up to a noun with
/// its name and genitive.
fn constituent(words: &[&str]) -> Option<usize> {
    let is_noun = |word: &str| word.starts_with(char::is_uppercase);
    let ends = |word: &str| word.ends_with([',', '.', ';', ':']);
    let first = words.first()?;
    if SHORT.contains(first) {
        return Some(1);
    }
    if words.len() > 1
        && ["ihm", "ihr", "ihnen", "sich", "dem", "diesem"].contains(&words[1])
        && !is_noun(words.get(2)?)
    {
        return (words[1] != "dem").then_some(2);
    }
    let is_open = |word: &str| !ends(word) && word != "und";
    let noun = words
        .iter()
        .take(6)
        .take_while(|word| is_noun(word) || is_open(word))
        .position(|word| is_noun(word))?;
    let mut count = noun + 1;
    // Schuberts erstes Konzert.
    let is_owner = noun == 0 && words[0].ends_with('s');
    let is_adjective = |word: &&&str| word.starts_with(char::is_lowercase) && !ends(word);
    if is_owner && words.get(1).is_some_and(|next| next.ends_with("es") || next.ends_with("er")) {
        let between = words[1..].iter().take_while(is_adjective).count();
        count += if between < 4 && words.get(1 + between).is_some() { between + 1 } else { 0 };
    }
    while count < words.len() && !ends(words[count - 1]) {
        let next = words[count];
        let after = |back: usize| words.get(count + back).copied().unwrap_or_default();
        if is_noun(next) || next.starts_with('(') {
            count += 1;
        } else if (["und", "von"].contains(&next) || GENITIVE.contains(&next)) && is_noun(after(1))
        {
            count += 2;
        } else if GENITIVE.contains(&next) && !is_noun(after(1)) && !is_noun(after(2)) {
            return None;
        } else if ["des", "der", "eines", "einer"].contains(&next)
            && is_noun(after(2))
            && after(1).ends_with("en")
        {
            count += 3;
        } else {
            break;
        }
    }
    Some(count)
}
