//! The verb `mcp`: tools for programs that speak the Model Context Protocol, over standard input and
//! standard output. One message of JSON-RPC 2.0 is a line; nothing is kept from one to the next.

mod input;
mod resources;
mod tools;

use crate::mcp_args::McpArgs;
use crate::print::json as shown;
use annals::{Code, Error, Note, Result};
use serde_json::{Value, json};
use std::io::{self, BufRead, ErrorKind, Read, Write};

/// Versions of the protocol that are spoken, the newest first.
const VERSIONS: [&str; 3] = ["2025-06-18", "2025-03-26", "2024-11-05"];
/// Bytes that a message may have.
const MOST: u64 = 64 << 20;

const UNREADABLE: i64 = -32700;
const NO_REQUEST: i64 = -32600;
const NO_METHOD: i64 = -32601;
const WRONG_PARAMS: i64 = -32602;

/// What cannot be done, by its number in JSON-RPC, in words.
struct Refusal(i64, String);

type Answer = std::result::Result<Value, Refusal>;

/// Answers messages until there are no more.
///
/// # Errors
///
/// [`Error::System`] if standard input cannot be read or standard output not be written.
pub(crate) fn serve(args: &McpArgs) -> Result<Vec<Note>> {
    let failed = |error: &io::Error| {
        let message =
            format!("cannot talk to the program at the other end: {error}; start it again");
        Error::system(Code::CannotRead, error.kind(), message)
    };
    let (mut input, mut output) = (io::stdin().lock(), io::stdout().lock());
    loop {
        let mut line = Vec::new();
        let read = input.by_ref().take(MOST).read_until(b'\n', &mut line);
        if read.map_err(|error| failed(&error))? == 0 {
            return Ok(Vec::new());
        }
        let is_cut = line.len() as u64 == MOST;
        let Some(answer) = answer(&line, is_cut, args) else { continue };
        let written = writeln!(output, "{}", shown(&answer.to_string()));
        match written.and_then(|()| output.flush()) {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => return Ok(Vec::new()),
            written => written.map_err(|error| failed(&error))?,
        }
        if is_cut {
            // What follows is no message.
            return Ok(Vec::new());
        }
    }
}

/// The answer to a message; none to a notification.
fn answer(line: &[u8], is_cut: bool, args: &McpArgs) -> Option<Value> {
    if line.trim_ascii().is_empty() {
        return None;
    }
    let unreadable = |words: String| Some(refused(&Value::Null, &Refusal(UNREADABLE, words)));
    if is_cut {
        return unreadable(format!("the message has more than {MOST} bytes"));
    }
    let message: Value = match serde_json::from_slice(line) {
        Ok(message) => message,
        Err(error) => return unreadable(error.to_string()),
    };
    let id = message.get("id");
    let Some(method) = message.get("method").and_then(Value::as_str) else {
        let words = "a request has a method, an id and perhaps params".to_owned();
        return Some(refused(id.unwrap_or(&Value::Null), &Refusal(NO_REQUEST, words)));
    };
    // A notification wants no answer.
    let id = id?;
    let params = message.get("params").unwrap_or(&Value::Null);
    Some(match result(method, params, args) {
        Ok(result) => json!({ "jsonrpc": "2.0", "id": id, "result": result }),
        Err(refusal) => refused(id, &refusal),
    })
}

fn refused(id: &Value, Refusal(code, message): &Refusal) -> Value {
    json!({ "jsonrpc": "2.0", "id": id, "error": { "code": code, "message": message } })
}

fn result(method: &str, params: &Value, args: &McpArgs) -> Answer {
    match method {
        "initialize" => Ok(hello(params)),
        "ping" => Ok(json!({})),
        "tools/list" => Ok(json!({ "tools": tools::list() })),
        "tools/call" => tools::call(params, args.dir.as_deref()),
        "resources/list" => Ok(json!({ "resources": resources::list() })),
        "resources/templates/list" => Ok(json!({ "resourceTemplates": [] })),
        "resources/read" => resources::read(params),
        _ => Err(Refusal(NO_METHOD, format!("there is no method {method}"))),
    }
}

/// What is said to begin with: the version that the other side asked for, if it is spoken.
fn hello(params: &Value) -> Value {
    let asked = params.get("protocolVersion").and_then(Value::as_str);
    let version = VERSIONS.into_iter().find(|one| Some(*one) == asked).unwrap_or(VERSIONS[0]);
    json!({
        "protocolVersion": version,
        "capabilities": { "tools": {}, "resources": {} },
        "serverInfo": { "name": "annals", "version": env!("CARGO_PKG_VERSION") },
        "instructions": "annals draws a table of dated events as a timeline. Check a table first; \
            errors name the row, the value and what mends it. Then draw it, and judge the figure by \
            the report and the picture. The resources list the columns and the options.",
    })
}
