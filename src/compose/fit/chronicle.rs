//! A chronicle in the width asked for: its ruler as long as its rows need, and longer where that
//! brings them nearer to their marks; or in the height asked for.

use crate::compose::context::Context;
use crate::compose::fit::left_out;
use crate::compose::forms::chronicle::{
    self, ChronicleForm, ChronicleMarks, ColumnPlace, PlacedRows,
};
use crate::compose::measure::chronicle::ChronicleTexts;
use crate::compose::place::frame::{Frame, LegendSigns};
use crate::compose::plot::Plot;
use crate::error::{Code, Error, Message, Result};
use crate::geometry::{PX, Sub, to_px};
use crate::layout::cost;
use std::rc::Rc;

/// Each length that is tried is longer by one part in so many.
const STEP: Sub = 8;
/// The longest ruler against the room that all rows take.
const LONGEST: Sub = 2;
/// The same where shorter ones are refused.
const LONGEST_CELLS: Sub = 16;
/// The narrowest column of texts, in ems.
const NARROWEST: Sub = 5;
/// Times that rows are set anew, as leaders take room that is known once rows are placed.
const TRIES: usize = 12;

/// What is to be told in rows.
pub(crate) struct ChronicleRequest<'a> {
    pub(crate) context: &'a Context<'a>,
    pub(crate) texts: Rc<ChronicleTexts>,
    /// Whether rows stand as close as they can.
    pub(crate) is_dense: bool,
}

type ChroniclePlot<'a> = Plot<'a, ChronicleForm<'a>>;

/// The chronicle in the size asked for.
///
/// # Errors
///
/// [`Error::Options`] when rows find no room beside the ruler or in the height, or the cells asked
/// for find none in it.
pub(crate) fn fit<'a>(request: &ChronicleRequest<'a>) -> Result<ChroniclePlot<'a>> {
    let search = ChronicleSearch::new(request);
    match request.context.options.height {
        Some(height) => search.fit_height(height.0),
        None => search.fit_width(),
    }
}

/// The height of a chronicle with the shortest ruler.
pub(crate) fn least_height(context: &Context<'_>) -> Sub {
    let frame = frame(context);
    frame.top + context.style.sizes.shortest_ruler() + frame.foot
}

/// The frame of a chronicle in one column or several.
pub(super) fn frame(context: &Context<'_>) -> Frame {
    let entries = context.categories.legend(context.options.legend.unwrap_or_default());
    // The legend is set before it is known which marks there are.
    let signs = LegendSigns::all(&context.categories);
    let style = context.style;
    let frame = Frame::new((style, context.options), context.width(), (&entries, signs));
    frame.above_vertical(style)
}

/// A search for the length of the ruler.
pub(crate) struct ChronicleSearch<'r, 'a> {
    request: &'r ChronicleRequest<'a>,
    context: &'a Context<'a>,
    frame: Frame,
    /// The width of all from the ruler to the ends of texts.
    room: Sub,
    column: ColumnPlace,
}

/// Which texts are set.
#[derive(Clone)]
pub(crate) struct ShownTexts {
    pub(crate) has_details: bool,
    pub(crate) left_out: Vec<bool>,
    pub(crate) texts: Rc<ChronicleTexts>,
}

impl<'a> ChronicleSearch<'_, 'a> {
    fn new<'r>(request: &'r ChronicleRequest<'a>) -> ChronicleSearch<'r, 'a> {
        let context = request.context;
        let frame = frame(context);
        let room = context.style.right(context.width()) - context.style.sizes.margin;
        let column = ColumnPlace::default();
        ChronicleSearch { request, context, frame, room, column }
    }

    /// That of a column of several, in the frame of all.
    pub(crate) fn of_column<'r>(
        request: &'r ChronicleRequest<'a>,
        frame: Frame,
        room: Sub,
        column: ColumnPlace,
    ) -> ChronicleSearch<'r, 'a> {
        ChronicleSearch { request, context: request.context, frame, room, column }
    }

    pub(crate) fn all(&self) -> ShownTexts {
        ShownTexts {
            has_details: true,
            left_out: vec![false; self.context.events.len()],
            texts: Rc::clone(&self.request.texts),
        }
    }

    /// The length of least cost.
    fn fit_width(&self) -> Result<ChroniclePlot<'a>> {
        let sizes = &self.context.style.sizes;
        let fixed = self.frame.top + self.frame.foot;
        let least = (self.context.options.least_height() - fixed).max(sizes.shortest_ruler());
        let shown = self.all();
        let mut best: Option<(i64, ChroniclePlot<'a>)> = None;
        let mut refusal = None;
        let (mut length, mut longest) = (least, None);
        while longest.is_none_or(|longest| length <= longest) {
            match self.candidate(length, &shown) {
                Err(error) if best.is_some() => {
                    refusal = Some(error);
                    break;
                }
                Err(error) => {
                    refusal = Some(error);
                    longest.get_or_insert(length.saturating_mul(LONGEST_CELLS));
                }
                Ok(RowsFit::TooShort(needed)) => {
                    length = needed.max(length + PX);
                    continue;
                }
                Ok(RowsFit::Placed(plot)) => {
                    if best.is_none() {
                        longest = Some(length.max(least).saturating_mul(LONGEST));
                    }
                    let cost = self.cost(&plot);
                    if best.as_ref().is_none_or(|best| cost < best.0) {
                        best = Some((cost, *plot));
                    }
                }
            }
            length = (length + length / STEP) / PX * PX;
        }
        best.map(|best| best.1).ok_or_else(|| refusal.unwrap_or_else(|| self.too_narrow()))
    }

    /// What a figure costs its readers.
    fn cost(&self, plot: &ChroniclePlot<'a>) -> i64 {
        let [start, end] = plot.along.ends;
        let page = self.context.options.preset().page().0;
        let over = (plot.needed_height() - page).max(0);
        let many = self.context.events.len();
        plot.form.rows.cost()
            + cost::chronicle_length((end - start - plot.form.rows.saved() / 2).max(0), many)
            + cost::over_page(over, many)
    }

    /// Rows beside a ruler of that length.
    pub(crate) fn candidate(&self, length: Sub, shown: &ShownTexts) -> Result<RowsFit<'a>> {
        let context = self.context;
        let ends = [self.frame.top, self.frame.top + length];
        let along = context.along(ends)?;
        let marks = Rc::new(ChronicleMarks::new(context, &along));
        let room = self.room - along.breadth(context) - marks.breadth();
        let texts = &shown.texts;
        let mut tracks = 1;
        for _ in 0..TRIES {
            let room = room - chronicle::channel(tracks, self.request.is_dense, context);
            if room < texts.roles().em() * NARROWEST {
                return Err(self.too_narrow());
            }
            let columns = texts.columns(room, shown.has_details);
            let rows = texts.set(columns);
            let gap = texts.roles().gap(&rows, columns, self.request.is_dense);
            let needed = chronicle::height(&rows, &shown.left_out, gap);
            let set = (rows, columns, gap);
            let Some(rows) = PlacedRows::new(set, (&marks, &shown.left_out), ends, context) else {
                return Ok(RowsFit::TooShort(needed));
            };
            if rows.tracks() > tracks {
                tracks = rows.tracks();
                continue;
            }
            let form = ChronicleForm {
                context,
                along: Rc::clone(&along),
                texts: Rc::clone(texts),
                marks,
                rows,
                left_out: shown.left_out.clone(),
                tracks,
                is_dense: self.request.is_dense,
                column: self.column,
            };
            let (width, frame) = (context.width(), self.frame.clone());
            return Ok(RowsFit::Placed(Box::new(Plot { context, width, along, frame, form })));
        }
        Err(self.too_narrow())
    }

    /// Everything in a figure of that height: without descriptions if need be, and then with as few
    /// rows left out as possible.
    fn fit_height(&self, height: Sub) -> Result<ChroniclePlot<'a>> {
        let along = self.context.along([0, height])?;
        let events = self.context.events;
        let all = self.all();
        let bare = ShownTexts { has_details: false, ..all.clone() };
        if let Some(plot) = self.filling(height, &all).or_else(|| self.filling(height, &bare)) {
            return Ok(plot);
        }
        let places: Vec<Sub> = events.iter().map(|dated| along.place(dated.at)).collect();
        let order = left_out::order(events, &places);
        let fitting = |left_out: Vec<bool>| {
            let drawn = (events, self.context.style);
            let texts = Rc::new(self.request.texts.without(&left_out, drawn));
            self.filling(height, &ShownTexts { has_details: false, left_out, texts })
        };
        left_out::fewest(&order, left_out::most_left_out(self.context), fitting).ok_or_else(|| {
            let px = height / PX;
            let fact =
                format!(": {px} px is too low for this figure; give it more, or leave it out");
            Error::options(Code::TooLow, Message::default().unset("height").text(fact))
        })
    }

    /// The rows in a figure of that height, beside the longest ruler that it has room for; none if
    /// it is too low.
    fn filling(&self, height: Sub, shown: &ShownTexts) -> Option<ChroniclePlot<'a>> {
        let least = (self.context.style.sizes.shortest_ruler() / PX).max(1);
        let most = (height - self.frame.top - self.frame.foot) / PX;
        // Lengths in whole px: shorter ones have no room for the rows, longer ones none in the height.
        let (mut low, mut high) = (least, most);
        let mut best = None;
        // The longest first: leaders that take turns may refuse a shorter one.
        let mut next = Some(most).filter(|most| least <= *most);
        while low <= high {
            let length = next.take().unwrap_or(low.midpoint(high));
            match self.candidate(length * PX, shown) {
                Ok(RowsFit::TooShort(_)) | Err(_) => low = length + 1,
                Ok(RowsFit::Placed(plot)) if plot.needed_height() <= height => {
                    best = Some(*plot);
                    low = length + 1;
                }
                Ok(RowsFit::Placed(_)) => high = length - 1,
            }
        }
        best
    }

    fn too_narrow(&self) -> Error {
        let wide = to_px(self.context.width()).ceil();
        let fact = format!("{wide} px is too narrow for a chronicle; give a greater ");
        let message = Message::new(fact).setting("width").text(" or another ");
        Error::options(Code::TooNarrow, message.setting("style"))
    }
}

/// What becomes of rows beside a ruler.
pub(crate) enum RowsFit<'a> {
    Placed(Box<ChroniclePlot<'a>>),
    /// Their height, for which the ruler is too short.
    TooShort(Sub),
}
