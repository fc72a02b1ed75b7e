pub(crate) mod flag;
pub(crate) mod lane_date;
pub(crate) mod lane_groups;
pub(crate) mod lane_marks;
pub(crate) mod lane_name;
pub(crate) mod padding;
pub(crate) mod placed_name;
pub(crate) mod row;
