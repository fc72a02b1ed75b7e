//! What events may be set as.

use super::model::{Block, EIGHTHS, Form, Label, Problem, Size, Weights};
use std::ops::Range;

/// Columns of a list, and flags over each other, at most.
const COLUMNS: usize = 4;
const LEVELS: usize = 4;

impl Problem {
    pub(super) fn flags(&self, index: usize) -> Vec<Block> {
        let label = &self.labels[index];
        let (x, widest) = (label.x, label.variants.iter().map(|one| one.0[0]).max());
        let is_near_end = x + widest.unwrap_or(0) > self.right;
        let flag = |variant: usize, hangs_left: bool| {
            let ([width, height], cost) = label.variants[variant];
            let (pole, hang) =
                if hangs_left { (width, Weights::HANG_LEFT * self.weights.px) } else { (0, 0) };
            Block {
                run: index..index + 1,
                form: Form::Flag(variant, hangs_left),
                width,
                height,
                cost: EIGHTHS * (cost + hang),
                near: [x - pole; 2],
                straight: [x - pole; 2],
                leaders: vec![pole],
                dates: vec![[x; 2]],
                // The pole of what follows must not touch one at the right edge.
                after: if hangs_left { self.pole_step } else { 0 },
            }
        };
        let hangs = [Some(false), is_near_end.then_some(true)].into_iter().flatten();
        hangs
            .flat_map(|hang| (0..label.variants.len()).map(move |variant| (variant, hang)))
            .map(|(variant, hang)| flag(variant, hang))
            .collect()
    }

    pub(super) fn stacks(&self, run: Range<usize>) -> Vec<Block> {
        let labels = &self.labels[run.clone()];
        let first = labels[0].x;
        let is_close = labels.windows(2).any(|pair| pair[1].x - pair[0].x < self.pole_step);
        if is_close || !(2..=LEVELS).contains(&labels.len()) {
            return Vec::new();
        }
        let most = labels.iter().map(|label| label.variants.len()).max().unwrap_or(0);
        let stack = |variant: usize| {
            let (mut width, mut height, mut level, mut cost) = (0, 0, 0, 0);
            for label in labels.iter().rev() {
                let ([w, h], own) = label.variants[variant.min(label.variants.len() - 1)];
                width = width.max(label.x - first + w);
                height = level + h;
                cost += own + level / Weights::LEVEL;
                level = height + self.gap;
            }
            Block {
                run: run.clone(),
                form: Form::Stack(variant),
                width,
                height,
                cost: EIGHTHS * cost,
                near: [first; 2],
                straight: [first; 2],
                leaders: labels.iter().map(|label| label.x - first).collect(),
                dates: labels.iter().map(|label| [label.x; 2]).collect(),
                after: 0,
            }
        };
        (0..most).map(stack).collect()
    }

    pub(super) fn lists(&self, run: Range<usize>) -> Vec<Block> {
        let labels = &self.labels[run.clone()];
        let (first, last) = (labels[0].x, labels[labels.len() - 1].x);
        let is_headed = labels.len() > 1 && first == last;
        let most = if is_headed || self.has_every_column { COLUMNS.min(labels.len()) } else { 1 };
        let list = |measure: usize, columns: usize| {
            let head = if is_headed { labels[0].head } else { [0, 0] };
            // Each column has the room of the head, which stands over the first of them.
            let size = |label: &Label| {
                let [w, h] = if is_headed { label.bare[measure] } else { label.rows[measure] };
                [w.max(head[0]), h]
            };
            let sizes: Vec<Size> = labels.iter().map(size).collect();
            let column = |rows: &[Size]| rows.iter().map(|row| row[1]).sum::<i64>();
            let many = sizes.len().div_ceil(columns);
            let height = sizes.chunks(many).map(column).max().unwrap_or(0);
            let widest = sizes.iter().map(|row| row[0]).max().unwrap_or(0);
            let columns_of = columns as i64;
            Block {
                run: run.clone(),
                form: Form::List(measure, columns, is_headed),
                width: columns_of * widest + (columns_of - 1) * self.column_gap + self.edge,
                height: height + head[1],
                cost: self.list_cost(labels, measure),
                near: [first, last],
                straight: [first - self.slack, last + self.slack],
                leaders: vec![0],
                dates: vec![[first, last]],
                after: 0,
            }
        };
        (0..labels[0].rows.len())
            .flat_map(|measure| (1..=most).map(move |columns| (measure, columns)))
            .map(|(measure, columns)| list(measure, columns))
            .collect()
    }

    fn list_cost(&self, labels: &[Label], measure: usize) -> i64 {
        let weights = &self.weights;
        let row = |label: &Label| {
            let detail = if label.has_detail { weights.detail } else { 0 };
            let wraps = label.rows[measure][1] > label.rows[0][1];
            weights.row + detail + if wraps { Weights::WRAPPED } else { 0 }
        };
        let rows: i64 = labels.iter().map(row).sum();
        let lone = if labels.len() == 1 { weights.lone } else { 0 };
        let spread = (labels[labels.len() - 1].x - labels[0].x) / Weights::SPREAD;
        EIGHTHS * ((rows + lone) * weights.px + spread)
    }

    /// Whether runs may be cut before an event: only between dates that differ.
    pub(crate) fn is_cut(&self, at: usize) -> bool {
        at == 0 || at == self.count() || self.labels[at - 1].x < self.labels[at].x
    }

    /// All blocks that events may be set as, without those that another beats.
    pub(crate) fn blocks(&self) -> Vec<Block> {
        let count = self.count();
        let cuts: Vec<usize> = (0..=count).filter(|&at| self.is_cut(at)).collect();
        let mut found = Vec::new();
        for (place, &start) in cuts.iter().enumerate() {
            for &end in &cuts[place + 1..] {
                if end - start == 1 {
                    let (left, right): (Vec<Block>, Vec<Block>) = self
                        .flags(start)
                        .into_iter()
                        .partition(|flag| matches!(flag.form, Form::Flag(_, true)));
                    found.extend(useful(right).into_iter().chain(useful(left)));
                }
                found.extend(useful(self.stacks(start..end)));
                found.extend(useful(self.lists(start..end)));
            }
        }
        found.retain(|block| block.width <= self.right - self.left);
        found
    }
}

/// Of blocks of one kind and run those that no other beats.
fn useful(mut blocks: Vec<Block>) -> Vec<Block> {
    blocks.sort_by_key(|block| (block.width, block.height, block.cost));
    let mut kept: Vec<Block> = Vec::new();
    for block in blocks {
        if !kept.iter().any(|known| block.is_beaten_by(known)) {
            kept.push(block);
        }
    }
    kept
}
