//! Lanes along the time axis: which events share one, their marks, and where their names may be.

pub(crate) mod dates;
pub(crate) mod groups;
pub(crate) mod marks;
pub(crate) mod milestones;
pub(crate) mod names;
pub(crate) mod packed;
pub(crate) mod placed_name;
pub(crate) mod plan;
