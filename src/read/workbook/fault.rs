//! Why a workbook cannot be read as a whole.

use crate::error::{Code, Message};
use crate::read::TableLimits;

/// What a reader of workbooks gives, or why there is nothing.
pub(super) type BookResult<T> = Result<T, WorkbookFault>;

/// Why a workbook cannot be read as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct WorkbookFault {
    /// What is wrong, for programs.
    pub code: Code,
    /// The fact and the remedy.
    pub message: Message,
}

impl WorkbookFault {
    /// The fault of a file that is no workbook that is read.
    pub(super) fn new(message: impl Into<Message>) -> Self {
        Self::coded(Code::OtherFile, message)
    }

    fn coded(code: Code, message: impl Into<Message>) -> Self {
        Self { code, message: message.into() }
    }

    /// The fault of a file that breaks off.
    pub(super) fn broken_off(message: &str) -> Self {
        Self::coded(Code::DamagedWorkbook, message)
    }

    /// The fault of a part that is not what it should be.
    pub(super) fn damaged(part: &str, why: impl AsRef<str>) -> Self {
        let why = why.as_ref();
        Self::coded(
            Code::DamagedWorkbook,
            format!(
                "the workbook is damaged: {why} in its part {part}; open it in a spreadsheet program \
             and save it again"
            ),
        )
    }

    /// The fault of a workbook that is protected by a password.
    pub(super) fn encrypted() -> Self {
        Self::coded(
            Code::EncryptedWorkbook,
            "the workbook is encrypted; save it without a password",
        )
    }

    /// The fault of a workbook that takes too much room once it is unpacked.
    pub(super) fn too_large(limits: TableLimits) -> Self {
        let message = Message::new(format!(
            "the workbook takes more than {} bytes unpacked; leave out what is not needed, or set ",
            unpacked_limit(limits)
        ));
        let message = message.setting("max-bytes").text(format!(" to more than {}", limits.bytes));
        Self { code: Code::TooManyBytes, message }
    }
}

/// Bytes that a workbook may take, packed and unpacked: XML says a cell in some eight times the
/// bytes of its text.
pub(super) fn unpacked_limit(limits: TableLimits) -> u64 {
    limits.bytes.saturating_mul(8)
}
