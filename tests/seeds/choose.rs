//! Choices out of bytes: whatever bytes there are make some table and some options.

/// Bytes that are used up; when there are none left, zeros.
pub(crate) struct Choices<'a>(pub(crate) &'a [u8]);

impl Choices<'_> {
    /// Whether there are more.
    pub(crate) fn any(&self) -> bool {
        !self.0.is_empty()
    }

    /// The next byte.
    pub(crate) fn byte(&mut self) -> u8 {
        let Some((&first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        first
    }

    /// Two bytes as a number.
    pub(crate) fn number(&mut self) -> i64 {
        i64::from(self.byte()) << 8 | i64::from(self.byte())
    }

    /// One of some values.
    pub(crate) fn of<T: Copy>(&mut self, values: &[T]) -> T {
        values[usize::from(self.byte()) % values.len()]
    }

    /// The value that one of some texts stands for; none for the empty text.
    pub(crate) fn parsed<T: std::str::FromStr>(&mut self, texts: &[&str]) -> Option<T> {
        let text = self.of(texts);
        let value = text.parse().ok();
        assert!(text.is_empty() || value.is_some(), "{text} is no such value");
        value
    }
}
