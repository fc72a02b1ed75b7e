pub(crate) mod bars;
pub(crate) mod chronicle;
pub(crate) mod density;
pub(crate) mod labels;
pub(crate) mod lanes;
mod stems;
