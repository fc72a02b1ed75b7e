//! Lanes: names that give way to a height along a horizontal axis, lengths and measures that are
//! tried along a vertical one.

use crate::compose::context::Context;
use crate::compose::fit::{left_out, width};
use crate::compose::forms::lanes::LaneForm;
use crate::compose::lanes::groups::LaneGroup;
use crate::compose::lanes::packed::LaneMarks;
use crate::compose::lanes::plan::{LaneNames, LanePlan, LaneRequest, legend};
use crate::compose::place::frame::{Frame, LegendSigns};
use crate::compose::plot::Plot;
use crate::error::{Note, Result};
use crate::geometry::{Axis, PX, Sub};
use crate::layout::lane_rows::RowRule;
use crate::options::LaneRowRule;
use crate::text::Line;
use std::cmp::Reverse;
use std::rc::Rc;

/// A column of names takes at most one part in so many of the width.
const COLUMN: Sub = 4;
/// Ems that it may take in any case.
const NARROW: Sub = 8;
/// The longest vertical ruler, in lines for each event.
const LONGEST: Sub = 3;
/// Each length that is tried is longer by one part in so many.
const STEP: Sub = 5;
/// A narrower measure is worth a ruler that is shorter by one part in so many.
const NARROWER: i64 = 6;

/// The lanes in the size asked for.
///
/// # Errors
///
/// [`Error::Options`] when the marks alone are too high, or too broad beside a vertical ruler.
pub(crate) fn fit<'a>(request: &LaneRequest<'a>) -> Result<(Plot<'a, LaneForm<'a>>, Option<Note>)> {
    match (request.context.axis, request.context.options.height) {
        (Axis::Horizontal, _) => fit_wide(request),
        (Axis::Vertical, Some(height)) => fit_both(request, height.0),
        (Axis::Vertical, None) => fit_width(request, request.context.options.least_height()),
    }
}

/// Lanes beside a vertical ruler in the height asked for: with all names in the width asked for or
/// in a greater one, else with as few names left out as possible.
fn fit_both<'a>(
    request: &LaneRequest<'a>,
    height: Sub,
) -> Result<(Plot<'a, LaneForm<'a>>, Option<Note>)> {
    let lanes = VerticalLanes::new(request, request.context.width());
    let all = vec![false; request.context.events.len()];
    if let Some(plot) = lanes.filling_in_any_way(height, &all) {
        return Ok((plot, None));
    }
    let (free, note) = fit_width(request, 0)?;
    if free.needed_height() <= height {
        let wider = VerticalLanes::new(request, free.width);
        return Ok((wider.filling_in_any_way(height, &all).unwrap_or(free), note));
    }
    match lanes.with_fewest_left_out(height)? {
        Some(plot) => Ok((plot, None)),
        None => Err(left_out::too_low(height, free.needed_height(), request.context.options)),
    }
}

/// Lanes beside a vertical ruler in the width asked for or, where they do not fit, in a greater
/// one, with a note; in a figure at least so high.
fn fit_width<'a>(
    request: &LaneRequest<'a>,
    least_height: Sub,
) -> Result<(Plot<'a, LaneForm<'a>>, Option<Note>)> {
    let asked = request.context.width();
    let mut width = asked;
    for _ in 0..width::TRIES {
        if let Some(plot) = VerticalLanes::new(request, width).fit_width(least_height)? {
            return Ok((plot, (width > asked).then(|| width::widened(asked, width))));
        }
        width = width / 3 * 4;
    }
    Err(width::too_wide(width))
}

/// Lanes over a horizontal ruler in the width asked for or, where a character is too wide for that, in
/// a greater one, with a note.
fn fit_wide<'a>(request: &LaneRequest<'a>) -> Result<(Plot<'a, LaneForm<'a>>, Option<Note>)> {
    let asked = request.context.width();
    let mut width = asked;
    for _ in 0..width::TRIES {
        let plot = fit_height(request, width)?;
        let over = plot.form.overhang(width);
        if over <= 0 {
            return Ok((plot, (width > asked).then(|| width::widened(asked, width))));
        }
        width = (width / 3 * 4).max(width.saturating_add(over));
        if width > width::WIDEST {
            break;
        }
    }
    Err(width::too_wide(width))
}

/// The lanes in the height asked for, or in that of a page: spans are packed until it suffices, then
/// dates go, then names, the least important first.
fn fit_height<'a>(request: &LaneRequest<'a>, width: Sub) -> Result<Plot<'a, LaneForm<'a>>> {
    let context = request.context;
    let lanes = HorizontalLanes::new(request, width)?;
    let page = context.options.preset().page().0.max(context.options.least_height());
    let room = context.options.height.map_or(page, |height| height.0);
    let packed = match lanes.roomiest(room) {
        Ok(plot) => return Ok(lanes.spread(plot)),
        Err(packed) => packed,
    };
    if context.options.height.is_none() {
        return Ok(lanes.candidate(&packed));
    }
    let places: Vec<Sub> =
        context.events.iter().map(|dated| lanes.marks.along.place(dated.at)).collect();
    let order = left_out::order(context.events, &places);
    let without = |left_out: Vec<bool>| LanePlan { left_out, ..packed.clone() };
    let fitting = |left_out: Vec<bool>| {
        let plot = lanes.candidate(&without(left_out));
        (plot.needed_height() <= room).then_some(plot)
    };
    left_out::fewest(&order, order.len(), fitting).ok_or_else(|| {
        let bare = lanes.candidate(&without(vec![true; order.len()]));
        left_out::too_low(room, bare.needed_height(), context.options)
    })
}

/// Lanes over a horizontal ruler.
struct HorizontalLanes<'r, 'a> {
    request: &'r LaneRequest<'a>,
    /// The width of the canvas.
    width: Sub,
    marks: Rc<LaneMarks<'a>>,
    names: (LaneNames, Vec<Vec<Line>>),
}

/// The lanes of a plan, with the plan.
type Planned<'a> = (LanePlan, Plot<'a, LaneForm<'a>>);

impl<'a> HorizontalLanes<'_, 'a> {
    fn new<'r>(request: &'r LaneRequest<'a>, width: Sub) -> Result<HorizontalLanes<'r, 'a>> {
        let context = request.context;
        let names = lane_names(context, &request.groups, width);
        let column = match names.0 {
            LaneNames::Before(column) => column + context.style.sizes.gap,
            LaneNames::None | LaneNames::Above => 0,
        };
        let ends = [context.style.sizes.margin + column, context.style.right(width)];
        let marks = Rc::new(LaneMarks::new(request, context.along(ends)?, 0));
        Ok(HorizontalLanes { request, width, marks, names })
    }

    fn candidate(&self, plan: &LanePlan) -> Plot<'a, LaneForm<'a>> {
        let (context, width) = (self.request.context, self.width);
        let form = LaneForm::new(self.request, &self.marks, self.names.clone(), plan);
        let frame = Frame::new(
            (context.style, context.options),
            width,
            (&legend(context), form.legend_signs()),
        );
        Plot { context, width, along: Rc::clone(&self.marks.along), frame, form }
    }

    /// The first plan that fits into a height: the fewest lanes packed that are not to be, all
    /// with dates or, if these may go, without. Else that with the least height.
    fn roomiest(&self, height: Sub) -> std::result::Result<Planned<'a>, LanePlan> {
        let full = LanePlan::full(self.request);
        let first = self.candidate(&full);
        if first.needed_height() <= height {
            return Ok((full, first));
        }
        let tight = LanePlan { rows: vec![RowRule::Fewest; full.rows.len()], ..full.clone() };
        let can_pack =
            self.request.context.options.lane_rows.unwrap_or_default() == LaneRowRule::Auto;
        let tight = if can_pack { tight } else { full.clone() };
        let counts =
            first.form.row_counts().into_iter().zip(self.candidate(&tight).form.row_counts());
        let saved: Vec<usize> = counts.map(|(loose, tight)| loose.saturating_sub(tight)).collect();
        let mut order: Vec<usize> = (0..saved.len()).filter(|&lane| saved[lane] > 0).collect();
        order.sort_by_key(|&lane| (Reverse(saved[lane]), lane));
        let mut plan = full;
        for lane in order {
            plan.rows[lane] = tight.rows[lane];
            let plot = self.candidate(&plan);
            if plot.needed_height() <= height {
                return Ok(self.loosened((plan, plot), (lane, saved[lane]), height));
            }
        }
        let Some(bare) = plan.without_dates(self.request) else { return Err(plan) };
        let plot = self.candidate(&bare);
        if plot.needed_height() <= height { Ok((bare, plot)) } else { Err(bare) }
    }

    /// The same with as many rows in a packed lane as a height that was asked for has room for, of those
    /// that it saves: in more rows the order of time is easier to follow.
    fn loosened(
        &self,
        (mut plan, mut plot): Planned<'a>,
        (lane, saved): (usize, usize),
        height: Sub,
    ) -> Planned<'a> {
        let fewest = plot.form.row_counts()[lane];
        let is_asked = self.request.context.options.height.is_some();
        let (mut low, mut high) = (0, if is_asked { saved } else { 0 });
        while low + 1 < high {
            let more = low.midpoint(high);
            let mut rows = plan.rows.clone();
            rows[lane] = RowRule::Rows(fewest + more);
            let looser = LanePlan { rows, ..plan.clone() };
            let found = self.candidate(&looser);
            match found.needed_height() <= height {
                true => (low, plan, plot) = (more, looser, found),
                false => high = more,
            }
        }
        (plan, plot)
    }

    /// The same with rows further apart, if the figure is lower than its frame.
    fn spread(&self, (plan, plot): Planned<'a>) -> Plot<'a, LaneForm<'a>> {
        let context = self.request.context;
        let spare = context.options.least_height() - plot.needed_height();
        let gaps = plot.form.row_counts().iter().map(|rows| rows.saturating_sub(1)).sum::<usize>();
        let spread = (spare / (gaps.max(1) as Sub)).min(context.style.sizes.span);
        if spread <= 0 || gaps == 0 { plot } else { self.candidate(&LanePlan { spread, ..plan }) }
    }
}

/// Where the names of horizontal lanes are, and their lines.
fn lane_names(
    context: &Context<'_>,
    groups: &[LaneGroup<'_>],
    width: Sub,
) -> (LaneNames, Vec<Vec<Line>>) {
    let em = context.style.sizes.lane.style.size;
    let inner = context.style.right(width) - context.style.sizes.margin;
    let lines = wrapped(context, groups, (inner / COLUMN).max(em * NARROW));
    match lines.iter().flatten().map(|line| line.width).max() {
        None => (LaneNames::None, lines),
        Some(column) if column <= inner / COLUMN => (LaneNames::Before(column), lines),
        Some(_) => (LaneNames::Above, wrapped(context, groups, inner)),
    }
}

/// The names of lanes in lines of a measure.
fn wrapped(context: &Context<'_>, groups: &[LaneGroup<'_>], measure: Sub) -> Vec<Vec<Line>> {
    groups.iter().map(|group| wrapped_name(context, group, measure)).collect()
}

fn wrapped_name(context: &Context<'_>, group: &LaneGroup<'_>, measure: Sub) -> Vec<Line> {
    let style = context.style;
    group.name.map_or(Vec::new(), |name| style.fonts.wrap(name, style.sizes.lane.style, measure))
}

/// Lanes as columns beside a vertical ruler.
struct VerticalLanes<'r, 'a> {
    request: &'r LaneRequest<'a>,
    context: &'a Context<'a>,
    /// The width of the canvas.
    width: Sub,
    frame: Frame,
}

impl<'a> VerticalLanes<'_, 'a> {
    fn new<'r>(request: &'r LaneRequest<'a>, width: Sub) -> VerticalLanes<'r, 'a> {
        let context = request.context;
        let signs = LegendSigns::all(&context.categories);
        let frame = Frame::new((context.style, context.options), width, (&legend(context), signs));
        VerticalLanes { request, context, width, frame }
    }

    /// The lanes in the width: a ruler as short, and lines as wide, as may be; none if no length
    /// and no measure fits.
    fn fit_width(&self, least_height: Sub) -> Result<Option<Plot<'a, LaneForm<'a>>>> {
        let full = LanePlan::full(self.request);
        match (self.fit_plan(&full, least_height)?, full.without_dates(self.request)) {
            (None, Some(bare)) => self.fit_plan(&bare, least_height),
            (found, _) => Ok(found),
        }
    }

    fn fit_plan(
        &self,
        plan: &LanePlan,
        least_height: Sub,
    ) -> Result<Option<Plot<'a, LaneForm<'a>>>> {
        let (lengths, measures) = (self.lengths(least_height), self.measures());
        // The longer the ruler, the fewer names are side by side.
        if let (Some(&longest), Some(&narrowest)) = (lengths.last(), measures.last())
            && !self.is_fitting(&self.candidate(longest, narrowest, plan)?)
        {
            return Ok(None);
        }
        let mut best: Option<(i64, Plot<'a, LaneForm<'a>>)> = None;
        let mut refusal = None;
        for length in lengths {
            for (rank, &measure) in measures.iter().enumerate() {
                let cost = i64::from(length) * (NARROWER + rank as i64) / NARROWER;
                if best.as_ref().is_some_and(|best| best.0 <= cost) {
                    break;
                }
                match self.candidate(length, measure, plan) {
                    Ok(plot) if self.is_fitting(&plot) => best = Some((cost, plot)),
                    Ok(_) => {}
                    Err(error) => refusal = Some(error),
                }
            }
        }
        match (best, refusal) {
            (None, Some(error)) => Err(error),
            (best, _) => Ok(best.map(|best| best.1)),
        }
    }

    /// The lanes in a height with as few names left out as possible; none if that is too low for
    /// the marks.
    fn with_fewest_left_out(&self, height: Sub) -> Result<Option<Plot<'a, LaneForm<'a>>>> {
        let length = self.context.along([0, height])?;
        let places: Vec<Sub> =
            self.context.events.iter().map(|dated| length.place(dated.at)).collect();
        let order = left_out::order(self.context.events, &places);
        Ok(left_out::fewest(&order, order.len(), |out| self.filling_in_any_way(height, &out)))
    }

    /// The lanes in a figure of that height: with dates if these fit, in the widest lines with which
    /// they fit.
    fn filling_in_any_way(&self, height: Sub, left_out: &[bool]) -> Option<Plot<'a, LaneForm<'a>>> {
        let full = LanePlan { left_out: left_out.to_vec(), ..LanePlan::full(self.request) };
        let bare = full.without_dates(self.request);
        std::iter::once(full).chain(bare).find_map(|plan| {
            let mut measures = self.measures().into_iter();
            measures.find_map(|measure| self.filling(height, measure, &plan))
        })
    }

    /// The lanes in a figure of that height, if they fit.
    fn filling(
        &self,
        height: Sub,
        measure: Sub,
        plan: &LanePlan,
    ) -> Option<Plot<'a, LaneForm<'a>>> {
        let mut length = height;
        for _ in 0..4 {
            let plot = self.candidate(length, measure, plan).ok()?;
            let over = plot.needed_height() - height;
            if over <= 0 {
                return self.is_fitting(&plot).then_some(plot);
            }
            length -= over;
            if length < self.context.style.sizes.shortest_ruler() {
                return None;
            }
        }
        None
    }

    fn is_fitting(&self, plot: &Plot<'a, LaneForm<'a>>) -> bool {
        let margin = self.context.style.sizes.margin;
        plot.breadth() <= self.context.style.right(self.width) - margin
    }

    /// Lengths of the ruler to try in a figure at least so high, from the shortest on.
    fn lengths(&self, least_height: Sub) -> Vec<Sub> {
        let sizes = &self.context.style.sizes;
        let least = least_height - self.frame.top - self.frame.foot;
        let low = least.max(sizes.shortest_ruler());
        let lines = (self.context.events.len() as i64 * i64::from(LONGEST * sizes.date.leading))
            .min(i64::from(Sub::MAX / 16));
        let high = (lines as Sub).max(low + low / 2);
        let longer = |length: &Sub| Some(length + length / STEP).filter(|&longer| longer <= high);
        std::iter::successors(Some(low), longer).map(|length| length / PX * PX).collect()
    }

    /// Measures of the names to try, the widest first.
    fn measures(&self) -> Vec<Sub> {
        let mut measures = self.context.style.sizes.measures.to_vec();
        measures.sort_unstable_by(|a, b| b.cmp(a));
        measures.dedup();
        measures
    }

    /// The lanes on a ruler of a length, names in lines of a measure. The names of lanes are over
    /// them, in lines as wide as they are.
    fn candidate(
        &self,
        length: Sub,
        measure: Sub,
        plan: &LanePlan,
    ) -> Result<Plot<'a, LaneForm<'a>>> {
        let context = self.context;
        let unnamed = || (LaneNames::None, vec![Vec::new(); self.request.groups.len()]);
        let along = context.along([self.frame.top, self.frame.top + length])?;
        let marks = Rc::new(LaneMarks::new(self.request, along, measure));
        let bare = LaneForm::new(self.request, &marks, unnamed(), plan);
        let (names, lines) = self.names_over(&bare.lane_breadths());
        let LaneNames::Before(height) = names else {
            return Ok(self.plot(&marks, bare));
        };
        // The marks are the same, further down.
        let start = self.frame.top + height + context.style.sizes.gap;
        let along = context.along([start, start + length])?;
        let marks = Rc::new(LaneMarks::new(self.request, along, measure));
        let form = LaneForm::new(self.request, &marks, (names, lines), plan);
        Ok(self.plot(&marks, form))
    }

    fn plot(&self, marks: &LaneMarks<'a>, form: LaneForm<'a>) -> Plot<'a, LaneForm<'a>> {
        let (context, width) = (self.context, self.width);
        Plot { context, width, along: Rc::clone(&marks.along), frame: self.frame.clone(), form }
    }

    /// The names of lanes of these breadths, and their height.
    fn names_over(&self, breadths: &[Sub]) -> (LaneNames, Vec<Vec<Line>>) {
        let sizes = &self.context.style.sizes;
        let least = sizes.lane.style.size * NARROW / 2;
        let lines: Vec<Vec<Line>> = self
            .request
            .groups
            .iter()
            .zip(breadths)
            .map(|(group, breadth)| {
                wrapped_name(self.context, group, (breadth - 2 * sizes.lane_pad).max(least))
            })
            .collect();
        match lines.iter().map(Vec::len).max() {
            None | Some(0) => (LaneNames::None, lines),
            Some(most) => (LaneNames::Before(most as Sub * sizes.lane.leading), lines),
        }
    }
}
