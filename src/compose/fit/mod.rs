pub(crate) mod length;
