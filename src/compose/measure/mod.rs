pub(crate) mod flag;
pub(crate) mod lane_name;
pub(crate) mod row;
