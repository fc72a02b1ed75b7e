pub(crate) mod labels;
pub(crate) mod lanes;
