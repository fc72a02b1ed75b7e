pub(crate) mod backdrop;
pub(crate) mod flags;
pub(crate) mod frame;
pub(crate) mod lines;
pub(crate) mod lists;
mod overlaps;
pub(crate) mod ruler;
