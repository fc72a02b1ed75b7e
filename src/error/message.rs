//! Messages made of parts, so that each host prints the names of settings as its users write them.

use super::Code;
use std::fmt;

/// A message for people: text, and references to settings.
///
/// It is lower case, gives the fact first and the remedy in the same sentence. The library names a
/// setting by its key in a file of options; a host prints it as its own users write it:
///
/// ```
/// use annals::{Message, Setting};
///
/// let message = Message::new("the labels do not fit; give a greater ").setting("width");
/// assert_eq!(message.to_string(), "the labels do not fit; give a greater `width`");
///
/// let flag = |setting: &Setting| format!("--{}", setting.key);
/// assert_eq!(message.print(flag), "the labels do not fit; give a greater --width");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Message {
    parts: Vec<MessagePart>,
    code: Option<Code>,
}

/// A part of a message.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum MessagePart {
    /// Text to print as it is.
    Text(String),
    /// A setting to print as the host spells it.
    Setting(Setting),
    /// A text to write into the cell at fault in place of its own; printed as it is.
    Cell(String),
}

/// A setting that a message refers to, perhaps with the value to give it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Setting {
    /// Its key in a file of options, as `date-order`.
    pub key: &'static str,
    /// The value, as a file of options has it without quotes.
    pub value: Option<String>,
    /// Whether what mends it is to leave the setting out, or this value of it.
    pub is_unset: bool,
}

impl Message {
    /// A message that begins with `text`.
    pub fn new(text: impl Into<String>) -> Self {
        Self::default().text(text)
    }

    /// The message followed by `text`.
    pub fn text(mut self, text: impl Into<String>) -> Self {
        let text = text.into();
        match self.parts.last_mut() {
            _ if text.is_empty() => {}
            Some(MessagePart::Text(before)) => before.push_str(&text),
            _ => self.parts.push(MessagePart::Text(text)),
        }
        self
    }

    /// The message followed by the name of the setting with this key, which is to be set.
    pub fn setting(self, key: &'static str) -> Self {
        self.followed(Setting { key, value: None, is_unset: false })
    }

    /// The message followed by the setting with this key and a value for it.
    pub fn setting_to(self, key: &'static str, value: impl Into<String>) -> Self {
        self.followed(Setting { key, value: Some(value.into()), is_unset: false })
    }

    /// The message followed by the name of a setting that is at fault, or is to be left out.
    pub fn unset(self, key: &'static str) -> Self {
        self.followed(Setting { key, value: None, is_unset: true })
    }

    /// The same of one value of a setting.
    pub fn unset_value(self, key: &'static str, value: impl Into<String>) -> Self {
        self.followed(Setting { key, value: Some(value.into()), is_unset: true })
    }

    fn followed(mut self, setting: Setting) -> Self {
        self.parts.push(MessagePart::Setting(setting));
        self
    }

    /// The message followed by a text that can be written into the cell at fault.
    pub fn cell(mut self, text: impl Into<String>) -> Self {
        self.parts.push(MessagePart::Cell(text.into()));
        self
    }

    /// The message followed by `other`, whose code it takes if it has none.
    pub fn and(self, other: impl Into<Message>) -> Self {
        let Message { parts, code } = other.into();
        let whole = parts.into_iter().fold(self, |mut message, part| match part {
            MessagePart::Text(text) => message.text(text),
            part => {
                message.parts.push(part);
                message
            }
        });
        Message { code: whole.code.or(code), ..whole }
    }

    /// The message with this code in place of its own.
    pub fn coded(self, code: Code) -> Self {
        Self { code: Some(code), ..self }
    }

    /// What it says, for programs, as far as it was said.
    pub fn code(&self) -> Option<Code> {
        self.code
    }

    /// The parts in their order.
    pub fn parts(&self) -> &[MessagePart] {
        &self.parts
    }

    /// Whether the message has no part.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// The message as one text, settings printed by `name`.
    pub fn print(&self, name: impl Fn(&Setting) -> String) -> String {
        let texts = self.parts.iter().map(|part| match part {
            MessagePart::Text(text) | MessagePart::Cell(text) => text.clone(),
            MessagePart::Setting(setting) => name(setting),
        });
        texts.collect()
    }
}

impl From<String> for Message {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

impl From<&str> for Message {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.print(Setting::to_string))
    }
}

impl fmt::Display for Setting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.value {
            Some(value) => write!(f, "`{} {value}`", self.key),
            None => write!(f, "`{}`", self.key),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flag(setting: &Setting) -> String {
        let value = setting.value.as_ref().map(|value| format!(" {value}"));
        format!("--{}{}", setting.key, value.unwrap_or_default())
    }

    #[test]
    fn each_host_prints_settings_in_its_own_spelling() {
        let message = Message::new("two readings; choose ")
            .setting_to("date-order", "dmy")
            .text(" or leave out ")
            .setting("strict");
        let library = "two readings; choose `date-order dmy` or leave out `strict`";
        assert_eq!(message.to_string(), library);
        let command = "two readings; choose --date-order dmy or leave out --strict";
        assert_eq!(message.print(flag), command);
    }

    #[test]
    fn text_of_the_user_is_never_taken_for_a_setting() {
        let message = Message::new("\"`width` --width\" is no date");
        assert_eq!(message.print(flag), "\"`width` --width\" is no date");
    }

    #[test]
    fn messages_of_the_same_text_are_equal() {
        let parts = Message::new("a").text("").and("b").and(Message::new("c").setting("dpi"));
        assert_eq!(parts, Message::new("abc").setting("dpi"));
        assert!(Message::new("").is_empty());
    }
}
