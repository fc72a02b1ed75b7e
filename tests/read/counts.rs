//! Times that are counted from an origin which is not said: they stay counts, of one unit.

use super::shapes::{reads, refuses};

/// What every such table is told.
const TOLD: &[&str] = &["counts from an origin that is not said", "`origin 2025-03-01`"];

#[test]
fn clock_units_are_counted_from_an_origin() {
    reads(&[
        (
            "Time (h),Event\n0,Dose\n4.5,Sample\n120,End\n",
            &["0 h: Dose", "4.5 h: Sample", "120 h: End"],
            TOLD,
        ),
        ("Time (ms),Event\n0,Sent\n180,Answer\n", &["0 ms: Sent", "180 ms: Answer"], TOLD),
        ("time_s,event\n0,a\n3.2,b\n", &["0 s: a", "3.2 s: b"], TOLD),
        ("Minute,Event,Team\n12,Goal,A\n90,End,B\n", &["Minute 12: Goal", "Minute 90: End"], TOLD),
        ("Hours,Step\n0,Inoculate\n24,Harvest\n", &["0 h: Inoculate", "24 h: Harvest"], TOLD),
        ("Zeit (min),Ereignis\n0,Start\n15,Probe\n", &["0 min: Start", "15 min: Probe"], TOLD),
        (
            "Elapsed (min),Observation\n0,Start\n5,Red\n30,End\n",
            &["0 min: Start", "5 min: Red", "30 min: End"],
            TOLD,
        ),
        (
            "Time post infection (hours),Event\n0,Entry\n24,Lysis\n",
            &["0 h: Entry", "24 h: Lysis"],
            TOLD,
        ),
        (
            "Days since launch,Milestone\n1,Light\n365,Year\n",
            &["Day 1: Light", "Day 365: Year"],
            TOLD,
        ),
        ("When,What\n+0h,Alarm\n+24h,Report\n", &["+0h: Alarm", "+24h: Report"], TOLD),
    ]);
}

#[test]
fn distances_of_several_units_stand_on_one_ruler() {
    reads(&[
        (
            "Time,Event\nT-10 min,Poll\nT-0,Lift-off\nT+00:02:30,Stage\n",
            &["T-10 min: Poll", "T-0: Lift-off", "T+00:02:30: Stage"],
            TOLD,
        ),
        (
            "Time,Event\nT-3:00:00,Fuel\nT+0:02:30,Stage\n",
            &["T-3:00:00: Fuel", "T+0:02:30: Stage"],
            TOLD,
        ),
        (
            "Time,Event\nT-3 days,Rollout\nT-10 h,Fuel\nT+2 days,Dock\n",
            &["T-3 days: Rollout", "T-10 h: Fuel", "T+2 days: Dock"],
            TOLD,
        ),
        (
            "Offset,Event\n-2 h,Doors\n-30 min,Check\n+1h 30min,Encore\n",
            &["-2 h: Doors", "-30 min: Check", "+1h 30min: Encore"],
            TOLD,
        ),
        ("T+,Event\nT+0:58,Max q\nT+9:23,Orbit\n", &["T+0:58: Max q", "T+9:23: Orbit"], TOLD),
    ]);
    // Two numbers beside three may be hours and minutes; a distance without a unit may be of any.
    refuses(&[
        (
            "Time,Event\nT-10:00,Hold\nT+00:02:30,Stage\n",
            &["counts from an origin", "alike, as T+00:02:30"],
        ),
        ("Time,Event\nT-3,Fuel\nT-10 min,Poll\n", &["counts from an origin", "alike"]),
        ("Server,Response time (ms)\nA,30\nB,40\n", &["no date column"]),
        ("Step,Duration\nA,3d\nB,2 weeks\n", &["no date column"]),
        ("Time (h),Event\n0,a\n500000,b\n", &["t.csv:"]),
    ]);
}

#[test]
fn numbers_beside_counts_are_of_their_unit() {
    // Day 0 and First dose are like headers, but below another row.
    let visits =
        "Visit,Day,Procedure\nScreen,-14,Consent\nBase,Day 0,First dose\nTwo,Day 7,Second\n";
    let points = "Visit,Point,Procedure\nScreen,-14,Consent\nBase,Day 0,Dose\nTwo,Day 7,Second\n";
    let days = ["Day -14: Screen", "Day 0: Base", "Day 7: Two"];
    reads(&[(visits, &days, TOLD), (points, &days, TOLD)]);
}

#[test]
fn a_start_that_nobody_knows_leaves_the_others_counts() {
    let rows = ["..,Day 7,A", "Day 3,Day 5,B", "Day 9,Day 12,C"];
    let expected = ["Until Day 7: A", "Day 3 – Day 5: B", "Day 9 – Day 12: C"];
    for first in 0..3 {
        let order = [0, 1, 2].map(|n| (first + n) % 3);
        let text = order.map(|n| rows[n]).join("\n");
        let events = order.map(|n| expected[n]);
        reads(&[(&format!("start,end,title\n{text}\n"), &events, TOLD)]);
    }
}

#[test]
fn a_duration_ends_what_begins_with_a_count() {
    reads(&[
        (
            "Step,Start (min),Duration (min)\nMix,0,10\nRise,25,60\n",
            &["0 min – 10 min: Mix", "25 min – 85 min: Rise"],
            TOLD,
        ),
        (
            "Task,Start day,Duration (days)\nA,1,5\nB,6,10\n",
            &["Day 1 – Day 5: A", "Day 6 – Day 15: B"],
            TOLD,
        ),
        (
            "Task,Start (h),End (h)\nHeat,0,2\nHold,2,10\n",
            &["0 h – 2 h: Heat", "2 h – 10 h: Hold"],
            TOLD,
        ),
        (
            "Task,Start month,Duration (months)\nA,1,6\nB,7,6\n",
            &["Month 1 – Month 6: A", "Month 7 – Month 12: B"],
            TOLD,
        ),
    ]);
}

#[test]
fn hours_beside_days_are_their_time() {
    reads(&[(
        "Date,Hour,Event\n2020-01-05,9,Start\n2020-01-05,13,Lunch\n",
        &["5 Jan 2020, 09:00: Start", "5 Jan 2020, 13:00: Lunch"],
        &["\"Hour\" is used as the time"],
    )]);
}
