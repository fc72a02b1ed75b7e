//! The search for blocks against every cut, side and form of a few events.

use super::super::tests::{instance, problem};
use super::*;
use crate::geometry::PX;
use crate::options::LabelStyle;

fn limits(problem: &Problem) -> SearchLimits {
    SearchLimits::new(problem.labels.len(), problem.effort)
}

/// The least cost of any blocks at all: every cut, side and form.
fn least(search: &RunSearch<'_>, from: usize, blocks: &mut Vec<RunBlock>) -> Option<i64> {
    let count = search.problem.labels.len();
    if from == count {
        return Arranger::new(search.problem).cost(blocks, i64::MAX);
    }
    let mut least: Option<i64> = None;
    for to in (from + 1..=count).filter(|&to| search.cuts[to]) {
        for side in Side::BOTH {
            for block in search.boxes(from..to, side) {
                blocks.push(block);
                let found = self::least(search, to, blocks);
                least = least.into_iter().chain(found).min();
                blocks.pop();
            }
        }
    }
    least
}

#[test]
fn a_flag_hangs_left_at_the_end_and_keeps_the_next_pole_off() {
    let labels = vec![(520, vec![(100, 20)]), (530, vec![(70, 20)])];
    let problem = Problem { style: LabelStyle::Lists, ..problem(600, labels) };
    let placement = place(&problem).expect("room for two");
    let first = placement.places[0];
    assert_eq!((first.hang, first.pole), (Hang::Left, 520 * PX));
    let search = RunSearch::new(&problem, limits(&problem));
    let boxes = search.boxes(0..1, Side::Above).into_iter();
    let kinds: Vec<Sub> = boxes.map(|block| block.after(&problem)).collect();
    assert!(kinds.contains(&0) && kinds.contains(&problem.pole_step), "{kinds:?}");
}

#[test]
fn of_two_that_touch_one_stays_at_its_date() {
    let labels = vec![(100, vec![(100, 20)]), (150, vec![(100, 20)])];
    let problem = problem(600, labels);
    let search = RunSearch::new(&problem, limits(&problem));
    let blocks = [0..1, 1..2].map(|run| search.boxes(run, Side::Above)[0]);
    let mut arranger = Arranger::new(&problem);
    let places = arranger.placement(&blocks).expect("room for both").places;
    let away = [places[0].pole - 100 * PX, places[1].pole - 150 * PX].map(Sub::abs);
    assert_eq!((away[0].min(away[1]), away[0].max(away[1])), (0, 50 * PX));
}

#[test]
fn few_events_are_cut_as_cheaply_as_can_be() {
    let (mut all, mut best, mut worst) = (0, 0, 1.0_f64);
    let mut sum = 0.0;
    for seed in 0..60 {
        let problem = instance(seed, 2 + seed as usize % 4);
        let search = RunSearch::new(&problem, limits(&problem));
        let Some(least) = least(&search, 0, &mut Vec::new()) else { continue };
        let found = cheapest(&problem, limits(&problem)).expect("as blocks exist").0;
        let ratio = found as f64 / least as f64;
        (all, best) = (all + 1, best + usize::from(found == least));
        (sum, worst) = (sum + ratio, worst.max(ratio));
    }
    let mean = sum / f64::from(all);
    println!("{best} of {all} at the optimum, mean {mean:.4}, worst {worst:.4}");
    assert!(all > 40 && best * 100 >= 90 * all as usize && mean < 1.01, "{best} of {all}, {mean}");
}

/// One event more must not make a figure worse because its search has other limits.
#[test]
fn no_step_of_the_limits_is_dearer_than_the_step_before_it() {
    for (step, count) in effort::STEPS.into_iter().enumerate().take(5) {
        let mean = |limits: SearchLimits| -> f64 {
            let limits = SearchLimits { kinds: 2, ..limits };
            let costs = (0..6).filter_map(|seed| {
                let problem = instance(seed, count);
                cheapest(&problem, limits).map(|found| found.0 as f64)
            });
            costs.sum()
        };
        let (before, after) =
            (mean(SearchLimits::of_step(step)), mean(SearchLimits::of_step(step + 1)));
        println!("{count} events: {:.4}", after / before);
        assert!(after <= before * 1.04, "{count} events: {:.4}", after / before);
    }
}
