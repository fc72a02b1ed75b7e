pub(crate) mod chronicle;
pub(crate) mod flag;
pub(crate) mod padding;
pub(crate) mod row;
