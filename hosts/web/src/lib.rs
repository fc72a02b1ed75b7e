//! annals as a module of WebAssembly: five plain exports, no imports.
//!
//! What goes in and out are buffers of bytes in the module's memory, each named by a handle:
//!
//! 1. `alloc(length)` makes a buffer; `pointer(buffer)` says where its bytes are, to be filled.
//! 2. `draw(request, bytes)` takes a buffer of the request in JSON (see [`Request`]) and one of the
//!    table and the fonts, frees both and gives a buffer of the reply (see [`draw`](reply::draw)).
//! 3. `pointer(buffer)` and `length(buffer)` say where the reply is; `free(buffer)` ends it.
//!
//! Nothing unwinds: a fault of the program ends the call with a trap, and the host makes a new instance.

pub mod reply;
mod request;

pub use request::Request;

/// A buffer of `length` zero bytes.
#[unsafe(no_mangle)]
pub extern "C" fn alloc(length: usize) -> *mut Vec<u8> {
    Box::into_raw(Box::new(vec![0; length]))
}

/// Where the bytes of a buffer are.
///
/// # Safety
///
/// `buffer` is one that [`alloc`] or [`draw`] gave, and has not been freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pointer(buffer: *mut Vec<u8>) -> *mut u8 {
    // SAFETY: the caller holds the buffer, and nothing else runs.
    unsafe { (*buffer).as_mut_ptr() }
}

/// How many bytes a buffer has.
///
/// # Safety
///
/// As [`pointer`].
#[unsafe(no_mangle)]
pub unsafe extern "C" fn length(buffer: *mut Vec<u8>) -> usize {
    // SAFETY: the caller holds the buffer, and nothing else runs.
    unsafe { (*buffer).len() }
}

/// Draws: takes two buffers and gives one.
///
/// # Safety
///
/// As [`pointer`], of both; they are freed here.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn draw(request: *mut Vec<u8>, bytes: *mut Vec<u8>) -> *mut Vec<u8> {
    // SAFETY: the caller gives both up.
    let (request, bytes) = unsafe { (Box::from_raw(request), Box::from_raw(bytes)) };
    Box::into_raw(Box::new(reply::draw(&request, &bytes)))
}

/// Ends a buffer.
///
/// # Safety
///
/// As [`pointer`]; the buffer is gone then.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn free(buffer: *mut Vec<u8>) {
    // SAFETY: the caller gives it up.
    drop(unsafe { Box::from_raw(buffer) });
}
