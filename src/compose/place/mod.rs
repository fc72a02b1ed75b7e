pub(crate) mod backdrop;
pub(crate) mod days_off;
pub(crate) mod flags;
pub(crate) mod frame;
pub(crate) mod lines;
pub(crate) mod lists;
pub(crate) mod ruler;
pub(crate) mod uncertainty;
