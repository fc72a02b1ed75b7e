//! What the user may choose about labels.

use super::named;
use std::str::FromStr;

/// What events are set as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LabelStyle {
    /// Flags where they suffice, lists where it is dense.
    #[default]
    Auto,
    /// Flags alone: each event at its own date.
    Flags,
    /// Lists, and flags for what stands alone.
    Lists,
}

impl LabelStyle {
    /// All kinds with their names.
    pub const ALL: [(LabelStyle, &str); 3] =
        [(LabelStyle::Auto, "auto"), (LabelStyle::Flags, "flags"), (LabelStyle::Lists, "lists")];
}

impl FromStr for LabelStyle {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        named(&LabelStyle::ALL, text, "kind of label")
    }
}
