//! Milestones: points on the bar that they belong to, with their names under it.
//!
//! Names hang to the right of their poles, those of later dates nearer to the bar, so that no pole
//! runs through a name.

use crate::compose::dated::Dated;
use crate::compose::lanes::marks::{LaneEntry, LaneMark};
use crate::compose::lanes::names::NameRoom;
use crate::compose::lanes::placed_name::{PlacedName, around, start_text};
use crate::geometry::{Point, Sub};
use crate::layout::Hang;
use crate::text::{Line, TextRole};
use crate::theme::Sizes;

/// The milestones of an entry.
#[derive(Default)]
pub(crate) struct Milestones {
    names: Vec<MilestoneName>,
    /// What the names take under the bar.
    pub(crate) below: Sub,
    nameless: Vec<usize>,
}

/// The name of a milestone, and what is said of its date.
struct MilestoneName {
    event: usize,
    /// Where its pole is.
    at: Sub,
    /// None where there is no room, or where the name is that of the bar.
    lines: Option<(Line, Option<Line>)>,
    hang: Hang,
    level: usize,
    /// From where to where it takes room.
    room: [Sub; 2],
}

impl Milestones {
    /// The milestones of an entry, without the names of those that are left out.
    pub(crate) fn of(
        entry: &LaneEntry,
        events: &[Dated<'_>],
        (marks, left_out, has_dates): (&[LaneMark], &[bool], bool),
        room: &NameRoom<'_>,
    ) -> Self {
        let own = &events[entry.parts[0]].event.name;
        let name = |&index: &usize| {
            let event = events[index].event;
            let role = role(&room.style.sizes);
            let is_named = event.name != *own && !left_out[index];
            let lines = is_named.then(|| {
                let date = room.dates.text(event, event).filter(|_| has_dates);
                let date = date.map(|date| room.style.texts.line(&date, role.style));
                (room.style.texts.line(&event.name, role.style), date)
            });
            let (at, hang) = (marks[index].at, Hang::Right);
            MilestoneName { event: index, at, lines, hang, level: 0, room: [at, at] }
        };
        let names = entry.milestones.iter().map(name).collect();
        let mut all = Self { names, ..Self::default() };
        all.place(room);
        all
    }

    fn place(&mut self, room: &NameRoom<'_>) {
        let sizes = &room.style.sizes;
        let ats: Vec<Sub> = self.names.iter().map(|name| name.at).collect();
        for index in (0..self.names.len()).rev() {
            let name = &mut self.names[index];
            let Some(wide) = name.lines.as_ref().map(|lines| width(lines, sizes)) else { continue };
            let reach = gap(sizes) + wide;
            let (after, before) = (name.at + reach, name.at - reach);
            let is_free = |&at: &Sub| at <= before - sizes.label_gap || at >= name.at;
            if after <= room.ends[1] {
                name.room = [name.at, after + sizes.label_gap];
            } else if before >= room.ends[0] && ats.iter().all(is_free) {
                (name.hang, name.room) = (Hang::Left, [before - sizes.label_gap, name.at]);
            } else {
                name.lines = None;
                self.nameless.push(name.event);
                continue;
            }
            let [from, to] = name.room;
            let later = self.names[index + 1..].iter().filter(|later| later.lines.is_some());
            let over = later.filter(|later| from < later.room[1] && later.room[0] < to);
            self.names[index].level = over.map(|later| later.level + 1).max().unwrap_or(0);
        }
        let levels =
            self.names.iter().filter(|name| name.lines.is_some()).map(|name| name.level + 1);
        let levels = levels.max().unwrap_or(0) as Sub;
        self.below = if levels > 0 { 2 * sizes.halo + levels * role(sizes).leading } else { 0 };
    }

    /// The events whose names find no room.
    pub(crate) fn nameless(&self) -> &[usize] {
        &self.nameless
    }

    /// A room with that of all names.
    pub(crate) fn around(&self, room: [Sub; 2]) -> [Sub; 2] {
        self.names
            .iter()
            .fold(room, |[from, to], name| [from.min(name.room[0]), to.max(name.room[1])])
    }

    /// The milestones with their names under a bar that ends at `bottom`; the marks are of these
    /// breadths around `middle`.
    pub(crate) fn placed(
        &self,
        (middle, bottom): (Sub, Sub),
        marks: &[LaneMark],
        room: &NameRoom<'_>,
    ) -> Vec<(usize, PlacedName)> {
        let placed = |name: &MilestoneName| {
            let start = middle + marks[name.event].breadth / 2;
            (name.event, name.placed(start, bottom, room))
        };
        self.names.iter().map(placed).collect()
    }
}

impl MilestoneName {
    fn placed(&self, start: Sub, bottom: Sub, room: &NameRoom<'_>) -> PlacedName {
        let (sizes, theme) = (&room.style.sizes, &room.style.theme);
        let Some(lines) = &self.lines else { return PlacedName::default() };
        let role = role(sizes);
        let top = bottom + 2 * sizes.halo + self.level as Sub * role.leading;
        let y = top + role.baseline();
        let x = match self.hang {
            Hang::Right => self.at + gap(sizes),
            Hang::Left => self.at - gap(sizes) - width(lines, sizes),
        };
        let mut texts = vec![start_text((x, y), &lines.0, theme.ink)];
        let after = x + lines.0.width + sizes.list_gap;
        texts.extend(lines.1.as_ref().map(|date| start_text((after, y), date, theme.muted)));
        let pole = [Point::new(self.at, start), Point::new(self.at, y)];
        let label = around(&texts, 0);
        PlacedName { lines: texts, name: 0..1, label, pole: Some(pole), ..PlacedName::default() }
    }
}

fn role(sizes: &Sizes) -> TextRole {
    sizes.list_date
}

/// From a pole to its name.
fn gap(sizes: &Sizes) -> Sub {
    sizes.pole_gap / 2
}

fn width(lines: &(Line, Option<Line>), sizes: &Sizes) -> Sub {
    lines.0.width + lines.1.as_ref().map_or(0, |date| sizes.list_gap + date.width)
}
