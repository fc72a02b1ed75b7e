//! annals as a plugin of Typst: one function, which takes a request and a table, and gives the reply.
//!
//! Typst hands the arguments over by two functions of its own, the only imports of the module
//! (see "plugin" in Typst's reference). Request and reply are those of `annals_web`.

#[link(wasm_import_module = "typst_env")]
unsafe extern "C" {
    #[link_name = "wasm_minimal_protocol_write_args_to_buffer"]
    fn write_args_to_buffer(buffer: *mut u8);
    #[link_name = "wasm_minimal_protocol_send_result_to_host"]
    fn send_result_to_host(bytes: *const u8, length: usize);
}

/// Draws the table of the second argument as the first asks. Always gives 0, success: what is wrong
/// with the table is in the reply.
///
/// # Safety
///
/// Typst calls it, with the lengths of the two arguments.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn figure(request: usize, table: usize) -> i32 {
    let mut arguments = vec![0; request + table];
    // SAFETY: Typst writes both arguments, of the lengths that it gave.
    unsafe { write_args_to_buffer(arguments.as_mut_ptr()) };
    let (request, table) = arguments.split_at(request);
    let reply = annals_web::reply::draw(request, table);
    // SAFETY: Typst copies the reply before the call returns.
    unsafe { send_result_to_host(reply.as_ptr(), reply.len()) };
    0
}
