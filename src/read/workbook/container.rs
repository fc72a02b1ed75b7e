//! The zip container of a workbook: its parts by name, unpacked within bounds.

use super::fault::{BookResult, WorkbookFault, unpacked_limit};
use crate::read::TableLimits;
use encoding_rs::Encoding;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};
use rawzip::{
    CompressionMethod, ZipArchive, ZipArchiveEntryWayfinder, ZipSliceArchive, ZipVerification,
    crc32,
};
use std::collections::BTreeMap;

/// Parts that a workbook may have.
const MOST_PARTS: usize = 10_000;

/// A workbook's parts, of which some will be read.
pub(super) struct Container<'b> {
    archive: ZipSliceArchive<&'b [u8]>,
    /// By their names in small letters, as programs do not agree on letters.
    parts: BTreeMap<String, PackedPart>,
    limits: TableLimits,
    /// Bytes that may still be unpacked.
    left: usize,
}

/// Where a part is, and how it is packed.
#[derive(Clone, Copy, Debug)]
struct PackedPart {
    place: ZipArchiveEntryWayfinder,
    method: CompressionMethod,
    is_encrypted: bool,
}

impl<'b> Container<'b> {
    /// Reads the directory of a zip file.
    pub(super) fn open(bytes: &'b [u8], limits: TableLimits) -> BookResult<Self> {
        let archive = ZipArchive::from_slice(bytes).map_err(|_| broken_off())?;
        let mut parts = BTreeMap::new();
        let mut entries = archive.entries();
        while let Some(entry) = entries.next_entry().map_err(|_| broken_off())? {
            if parts.len() >= MOST_PARTS {
                let message = format!("the workbook has more parts than {MOST_PARTS}; remove some");
                return Err(WorkbookFault::new(message));
            }
            let name = String::from_utf8_lossy(entry.file_path().as_bytes()).into_owned();
            let part = PackedPart {
                place: entry.wayfinder(),
                method: entry.compression_method(),
                is_encrypted: entry.flags().is_encrypted(),
            };
            parts.insert(key(&name), part);
        }
        let left = usize::try_from(unpacked_limit(limits)).unwrap_or(usize::MAX);
        Ok(Self { archive, parts, limits, left })
    }

    /// Whether there is a part of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.parts.contains_key(&key(name))
    }

    /// Whether a part's name begins so.
    pub(super) fn has_folder(&self, folder: &str) -> bool {
        self.parts.keys().any(|name| name.starts_with(folder))
    }

    /// The text of a part; none if it is missing.
    pub(super) fn text(&mut self, name: &str) -> BookResult<Option<String>> {
        let Some(bytes) = self.bytes(name)? else { return Ok(None) };
        let no_text = || WorkbookFault::damaged(name, "there is text that is not UTF-8");
        if let Some((encoding, _)) = Encoding::for_bom(&bytes) {
            let (text, _, is_damaged) = encoding.decode(&bytes);
            return if is_damaged { Err(no_text()) } else { Ok(Some(text.into_owned())) };
        }
        String::from_utf8(bytes).map(Some).map_err(|_| no_text())
    }

    /// The bytes of a part; none if it is missing.
    fn bytes(&mut self, name: &str) -> BookResult<Option<Vec<u8>>> {
        let Some(part) = self.parts.get(&key(name)) else { return Ok(None) };
        if part.is_encrypted {
            return Err(WorkbookFault::encrypted());
        }
        let is_cut = |_| WorkbookFault::damaged(name, "bytes are missing");
        let entry = self.archive.get_entry(part.place).map_err(is_cut)?;
        let packed = entry.data();
        let bytes = match part.method {
            CompressionMethod::STORE if packed.len() <= self.left => packed.to_vec(),
            CompressionMethod::DEFLATE => match decompress_to_vec_with_limit(packed, self.left) {
                Ok(bytes) => bytes,
                Err(error) if error.status == TINFLStatus::HasMoreOutput => {
                    return Err(WorkbookFault::too_large(self.limits));
                }
                Err(_) => return Err(WorkbookFault::damaged(name, "bytes cannot be unpacked")),
            },
            CompressionMethod::STORE => return Err(WorkbookFault::too_large(self.limits)),
            _ => return Err(WorkbookFault::damaged(name, "there is an unknown compression")),
        };
        let found = ZipVerification { crc: crc32(&bytes), uncompressed_size: bytes.len() as u64 };
        if entry.claim_verifier().valid(found).is_err() {
            return Err(WorkbookFault::damaged(name, "bytes have changed"));
        }
        self.left -= bytes.len();
        Ok(Some(bytes))
    }
}

/// A name as parts are looked up by it.
fn key(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_ascii_lowercase()
}

fn broken_off() -> WorkbookFault {
    WorkbookFault::broken_off(
        "this is a zip container that breaks off or is damaged; if it is a workbook, copy or \
         download it again",
    )
}
