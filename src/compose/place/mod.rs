pub(crate) mod frame;
pub(crate) mod lists;
pub(crate) mod ruler;
pub(crate) mod uncertainty;
