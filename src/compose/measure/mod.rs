pub(crate) mod flag;
pub(crate) mod padding;
pub(crate) mod row;
