//! Categories and their looks: the most frequent first, six and no more; those that the user or the
//! table has fixed keep their colour. They are named in order of first use.

use crate::compose::dated::{Dated, stand_for_many};
use crate::error::{Code, Message, Note, meant, nearest, quoted};
use crate::event::Event;
use crate::figure::DarkColours;
use crate::options::{CategoryColour, FigureOptions, Legend, Paint, ThemeChoice};
use crate::theme::{Colour, HUES, Hue, Theme};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// How many categories have a look of their own.
const MOST: usize = HUES.len() - 1;
/// Colours nearer to each other than this are easily confused, see [`Colour::least_distance`].
const NEAR: f64 = 8.0;

/// The categories of a figure.
#[derive(Clone)]
pub(crate) struct Categories {
    /// Those with a look of their own, in order of first use.
    named: Vec<(String, Hue)>,
    /// The others, in order of first use.
    rest: Vec<String>,
    /// Colours that events have of their own.
    own: Vec<(Paint, Hue)>,
    /// What the others are called together.
    other: String,
    theme: Theme,
    is_signed: bool,
}

impl Categories {
    /// The categories of `events`, which are in the order of time.
    pub(crate) fn of(events: &[Dated<'_>], options: &FigureOptions, theme: Theme) -> Self {
        let uses = uses(events);
        let painted = painted(events, options);
        let is_signed = options.shapes.unwrap_or(theme.is_grey);
        let mut dealer = Dealer::of(&painted, theme, is_signed);
        let is_fixed = |name: &str| painted.iter().any(|one| one.name == name);
        let mut free = MOST.saturating_sub(uses.iter().filter(|one| is_fixed(one.name)).count());
        let mut order: Vec<usize> = (0..uses.len()).collect();
        order.sort_by_key(|&place| (Reverse(uses[place].events), place));
        let mut hues = vec![None; uses.len()];
        for place in order {
            hues[place] = match is_fixed(uses[place].name) {
                true => dealer.fixed(uses[place].name),
                false if free == 0 => None,
                false => dealer.next().inspect(|_| free -= 1),
            };
        }
        let (mut named, mut rest) = (Vec::new(), Vec::new());
        for (Use { name, .. }, hue) in uses.iter().zip(hues) {
            match hue {
                Some(hue) => named.push((name.to_string(), hue)),
                None => rest.push(name.to_string()),
            }
        }
        let own = own_paints(events).into_iter().map(|paint| (paint, dealer.own(paint))).collect();
        let other = options.other.clone().unwrap_or_else(|| options.words().other.into());
        Self { named, rest, own, other, theme, is_signed }
    }

    /// The look of an event: its own, else that of its category. Where no event has either, all
    /// have the first look.
    pub(crate) fn hue(&self, event: &Event) -> Hue {
        let paint = paint(event).filter(|_| !self.theme.is_grey);
        if let Some((_, hue)) = self.own.iter().find(|(own, _)| Some(*own) == paint) {
            let sign = self.category_hue(event);
            return Hue { symbol: sign.symbol, pattern: sign.pattern, ..*hue };
        }
        self.category_hue(event)
    }

    fn category_hue(&self, event: &Event) -> Hue {
        let own = event.category.as_ref();
        let known = own.and_then(|own| self.named.iter().find(|(name, _)| name == own));
        match known {
            Some((_, hue)) => *hue,
            None if self.named.is_empty() && own.is_none() => self.theme.palette[0].plain(),
            None => self.neutral(),
        }
    }

    /// The category of an event and its look, if it has one of its own.
    pub(crate) fn named(&self, event: &Event) -> Option<(&str, Hue)> {
        let own = event.category.as_ref()?;
        let known = self.named.iter().find(|(name, _)| name == own);
        known.map(|(name, hue)| (name.as_str(), *hue))
    }

    /// What categories without a look of their own are called together.
    pub(crate) fn other(&self) -> &str {
        &self.other
    }

    /// Whether they are shown by shapes and patterns, too.
    pub(crate) fn is_signed(&self) -> bool {
        self.is_signed
    }

    fn neutral(&self) -> Hue {
        if self.is_signed { self.theme.neutral() } else { self.theme.neutral().plain() }
    }

    /// Names and looks for a legend, the others together at the end; none where one category
    /// needs no telling apart.
    pub(crate) fn legend(&self, choice: Legend) -> Vec<(&str, Hue)> {
        let least = match choice {
            Legend::Auto => 2,
            Legend::Always => 1,
            Legend::None => return Vec::new(),
        };
        if self.named.len() + self.rest.len() < least {
            return Vec::new();
        }
        let named = self.named.iter().map(|(name, hue)| (name.as_str(), *hue));
        let is_more = !self.rest.is_empty();
        named.chain(is_more.then_some((self.other.as_str(), self.neutral()))).collect()
    }

    /// The entry of that legend which the category of an event belongs to, by place.
    pub(crate) fn legend_entry(&self, event: &Event) -> Option<usize> {
        let own = event.category.as_ref()?;
        let named = self.named.iter().position(|(name, _)| name == own);
        named.or_else(|| self.rest.contains(own).then_some(self.named.len()))
    }

    /// The colours for readers who prefer a dark ground, if the figure is for both.
    pub(crate) fn dark(
        &self,
        events: &[Dated<'_>],
        options: &FigureOptions,
    ) -> Option<DarkColours> {
        (options.theme == Some(ThemeChoice::Auto)).then(|| {
            let theme = Theme::DARK;
            let dark = Categories::of(events, options, theme);
            DarkColours { theme, hues: self.pairs(&dark) }
        })
    }

    /// The looks of all categories, each with that in `other`, which was made of the same events.
    fn pairs(&self, other: &Self) -> Vec<(Hue, Hue)> {
        let hues = self.named.iter().zip(&other.named).map(|((_, a), (_, b))| (*a, *b));
        let own = self.own.iter().zip(&other.own).map(|((_, a), (_, b))| (*a, *b));
        hues.chain(own).chain([(self.neutral(), other.neutral())]).collect()
    }

    /// What the maker should know: categories without a colour of their own, colours that had to
    /// be changed, colours that are easily confused.
    pub(crate) fn notes(&self, options: &FigureOptions) -> Vec<Note> {
        let changed = options.categories.iter().filter_map(|painted| self.changed(painted));
        let unknown = options.categories.iter().filter_map(|painted| self.unknown(painted));
        let notes = self.shared().into_iter().chain(changed).chain(unknown);
        notes.chain(self.confused(options)).collect()
    }

    /// A colour for a category that no event has.
    fn unknown(&self, painted: &CategoryColour) -> Option<Note> {
        let known = || self.named.iter().map(|(name, _)| name).chain(&self.rest);
        if known().any(|name| *name == painted.name) {
            return None;
        }
        let near = meant(nearest(known().map(String::as_str), &[painted.name.as_str()]));
        let fact = format!(": no event has the category {}{near}", quoted(&painted.name));
        let message = Message::default().unset("category").text(fact);
        Some(Note::new(Code::NoSuchCategory, message))
    }

    fn shared(&self) -> Option<Note> {
        let names: Vec<String> = self.rest.iter().map(|name| quoted(name)).collect();
        let (list, other) = (names.join(", "), quoted(&self.other));
        let note = format!(
            "{MOST} categories have a colour of their own; {list} share the grey of {other}"
        );
        (names.len() > 1).then_some(Note::new(Code::ColoursShared, note))
    }

    fn changed(&self, painted: &CategoryColour) -> Option<Note> {
        let Paint::Colour(asked) = painted.paint else { return None };
        let (name, hue) = self.named.iter().find(|(name, _)| *name == painted.name)?;
        if self.theme.is_grey || hue.mark == asked {
            return None;
        }
        let (name, mark, ground) = (quoted(name), hue.mark, self.theme.ground);
        let contrast = asked.contrast(ground);
        Some(Note::new(
            Code::ColourChanged,
            format!("{name} is drawn in {mark}, as {asked} has a contrast of {contrast:.1}:1 only"),
        ))
    }

    /// A note on the first two colours of the user's own that look alike and have no other sign.
    fn confused(&self, options: &FigureOptions) -> Option<Note> {
        if self.is_signed {
            return None;
        }
        let is_own = |name: &str| {
            options
                .categories
                .iter()
                .any(|one| one.name == name && matches!(one.paint, Paint::Colour(_)))
                || options.has_house()
        };
        let pairs = (1..self.named.len()).flat_map(|b| (0..b).map(move |a| (a, b)));
        let pairs = pairs.map(|(a, b)| (&self.named[a], &self.named[b]));
        let ((a, _), (b, _)) = pairs.into_iter().find(|((a, one), (b, other))| {
            (is_own(a) || is_own(b)) && one.mark.least_distance(other.mark) < NEAR
        })?;
        let (a, b) = (quoted(a), quoted(b));
        let fact = format!("not all eyes tell the colours of {a} and {b} apart; ");
        let message = Message::new(fact).setting("shapes").text(" adds another sign");
        Some(Note::new(Code::ColoursAlike, message))
    }
}

/// A category, and how many events are of it.
struct Use<'a> {
    name: &'a str,
    events: u64,
}

/// The categories in order of first use.
fn uses<'a>(events: &[Dated<'a>]) -> Vec<Use<'a>> {
    let (mut uses, mut places): (Vec<Use<'a>>, BTreeMap<&str, usize>) = Default::default();
    let has_many = stand_for_many(events);
    for dated in events {
        let Some(name) = dated.event.category.as_deref() else { continue };
        let place = *places.entry(name).or_insert(uses.len());
        if place == uses.len() {
            uses.push(Use { name, events: 0 });
        }
        let is_counted = !has_many || dated.event.count.is_some();
        let weight = if is_counted { dated.weight() } else { 0 };
        uses[place].events = uses[place].events.saturating_add(weight);
    }
    uses
}

/// The colour that the table gives an event, if it is one.
fn paint(event: &Event) -> Option<Paint> {
    event.colour.as_ref()?.parse().ok()
}

/// A note on the colours of events' own that are unknown.
pub(crate) fn unknown_colours(events: &[Dated<'_>]) -> Option<Note> {
    let unknown = events.iter().filter(|dated| paint(dated.event).is_none());
    let mut texts: Vec<&str> = unknown.filter_map(|dated| dated.event.colour.as_deref()).collect();
    texts.sort_unstable();
    texts.dedup();
    let (first, rest) = texts.split_first()?;
    let why = first.parse::<Paint>().err()?;
    let (more, are) = match rest.len() {
        0 => (String::new(), "is"),
        more => (format!(" and {more} more"), "are"),
    };
    let fact = format!("{}{more} in the column of colours {are} not used: {why}", quoted(first));
    Some(Note::new(Code::ColourUnknown, fact))
}

/// All colours of events' own, once each.
fn own_paints(events: &[Dated<'_>]) -> Vec<Paint> {
    let mut paints = Vec::new();
    for paint in events.iter().filter_map(|dated| paint(dated.event)) {
        if !paints.contains(&paint) {
            paints.push(paint);
        }
    }
    paints
}

/// Categories with fixed colours: those of the options, and those of which all events have one
/// colour in the table.
fn painted(events: &[Dated<'_>], options: &FigureOptions) -> Vec<CategoryColour> {
    let mut paints: BTreeMap<&str, Option<Paint>> = BTreeMap::new();
    for event in events.iter().map(|dated| dated.event) {
        let Some(name) = event.category.as_deref() else { continue };
        let own = paint(event);
        let known = paints.entry(name).or_insert(own);
        *known = known.filter(|known| Some(*known) == own);
    }
    let is_free = |name: &str| options.categories.iter().all(|one| one.name != name);
    let of_table = paints
        .into_iter()
        .filter(|(name, _)| is_free(name))
        .filter_map(|(name, paint)| Some(CategoryColour { name: name.to_owned(), paint: paint? }));
    options.categories.iter().cloned().chain(of_table).collect()
}

/// Deals out looks.
struct Dealer {
    theme: Theme,
    is_signed: bool,
    /// What the user has fixed, with the place of its signs.
    fixed: Vec<(CategoryColour, usize)>,
    /// Places of hues that are free, and of signs.
    hues: Vec<usize>,
    signs: Vec<usize>,
}

impl Dealer {
    fn of(fixed: &[CategoryColour], theme: Theme, is_signed: bool) -> Self {
        let taken: Vec<usize> = fixed
            .iter()
            .filter_map(|painted| match painted.paint {
                Paint::Hue(place) => Some(place),
                Paint::Colour(_) => None,
            })
            .collect();
        let mut signs: Vec<usize> = (0..MOST).filter(|place| !taken.contains(place)).collect();
        let own = |painted: &CategoryColour| match painted.paint {
            Paint::Colour(colour) => Some(colour),
            Paint::Hue(_) => None,
        };
        let owns: Vec<Colour> = fixed.iter().filter_map(own).collect();
        // What looks like a colour of the user's own comes last.
        let is_near = |place: &usize| {
            let mark = theme.palette[*place].mark;
            owns.iter().any(|own| theme.hue(*own).mark.least_distance(mark) < NEAR)
        };
        let (near, clear): (Vec<usize>, Vec<usize>) = signs.iter().partition(|&p| is_near(p));
        let mut dealt = Vec::new();
        for painted in fixed {
            let sign = match painted.paint {
                Paint::Hue(place) => place,
                Paint::Colour(_) if signs.is_empty() => MOST,
                Paint::Colour(_) => signs.remove(0),
            };
            dealt.push((painted.clone(), sign));
        }
        let hues = if theme.is_grey { signs.clone() } else { [clear, near].concat() };
        Self { theme, is_signed, fixed: dealt, hues, signs }
    }

    fn fixed(&self, name: &str) -> Option<Hue> {
        let (painted, sign) = self.fixed.iter().find(|(painted, _)| painted.name == name)?;
        let hue = match painted.paint {
            Paint::Colour(colour) if !self.theme.is_grey => self.theme.hue(colour),
            // Without colours the signs must do.
            Paint::Colour(_) => self.theme.palette[*sign],
            Paint::Hue(place) => self.theme.palette[place],
        };
        Some(self.signed(hue, *sign))
    }

    /// The look of a colour that an event has of its own.
    fn own(&self, paint: Paint) -> Hue {
        match paint {
            Paint::Colour(colour) => self.theme.hue(colour),
            Paint::Hue(place) => self.theme.palette[place].plain(),
        }
    }

    fn next(&mut self) -> Option<Hue> {
        if self.hues.is_empty() || self.signs.is_empty() {
            return None;
        }
        let (hue, sign) = (self.hues.remove(0), self.signs.remove(0));
        Some(self.signed(self.theme.palette[hue], sign))
    }

    fn signed(&self, hue: Hue, sign: usize) -> Hue {
        if self.is_signed { hue.signed(sign) } else { hue.plain() }
    }
}
