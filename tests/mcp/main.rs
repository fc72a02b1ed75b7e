//! An exchange with `annals mcp` as a program has it: what there is, a table checked with faults,
//! mended and drawn.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at a surprise")]

#[path = "../support/folder.rs"]
mod folder;
#[path = "../support/schema.rs"]
mod schema;

use annals::Format;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use folder::Folder;
use serde_json::{Value, json};
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

const TABLE: &str = "date,title,kind\n2009,First,\n2011-05-06,Second,markr\n2013,Third,\n";

/// The server, and what was asked so far.
struct Client {
    child: Child,
    to: Option<ChildStdin>,
    from: BufReader<ChildStdout>,
    asked: u64,
}

impl Client {
    fn new(folder: &Folder, args: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_annals"));
        command.current_dir(&folder.0).arg("mcp").args(args);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let (to, from) = (child.stdin.take(), child.stdout.take().unwrap());
        let mut client = Self { child, to, from: BufReader::new(from), asked: 0 };
        let hello = json!({ "protocolVersion": "2025-03-26", "capabilities": {}, "clientInfo": { "name": "test", "version": "0" } });
        let answer = client.ask("initialize", &hello);
        assert_eq!(answer["result"]["protocolVersion"], "2025-03-26");
        assert_eq!(answer["result"]["serverInfo"]["name"], "annals");
        client
            .send(&json!({ "jsonrpc": "2.0", "method": "notifications/initialized" }).to_string());
        client
    }

    fn send(&mut self, line: &str) {
        writeln!(self.to.as_mut().unwrap(), "{line}").unwrap();
    }

    fn answer(&mut self) -> Value {
        let mut line = String::new();
        self.from.read_line(&mut line).unwrap();
        serde_json::from_str(&line).unwrap()
    }

    fn ask(&mut self, method: &str, params: &Value) -> Value {
        self.asked += 1;
        let asked =
            json!({ "jsonrpc": "2.0", "id": self.asked, "method": method, "params": params });
        self.send(&asked.to_string());
        let answer = self.answer();
        assert_eq!(answer["id"], self.asked, "{answer}");
        answer
    }

    /// What a tool gives, and whether it is an error.
    fn call(&mut self, tool: &str, arguments: Value) -> (Vec<Value>, bool) {
        let answer = self.ask("tools/call", &json!({ "name": tool, "arguments": arguments }));
        let result = &answer["result"];
        let content = result["content"].as_array().unwrap_or_else(|| panic!("{answer}"));
        (content.clone(), result["isError"].as_bool().unwrap())
    }

    /// Closes the stream; the server ends.
    fn end(mut self) {
        self.to = None;
        assert!(self.child.wait().unwrap().success());
    }
}

fn text(content: &Value) -> &str {
    content["text"].as_str().unwrap()
}

#[test]
fn a_table_is_checked_mended_and_drawn() {
    let folder = Folder::new("mcp-exchange");
    let mut client = Client::new(&folder, &[]);
    let tools = client.ask("tools/list", &json!({}))["result"]["tools"].clone();
    let names: Vec<&str> =
        tools.as_array().unwrap().iter().map(|tool| tool["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["check", "mend", "draw", "draft", "explain_dates"]);

    let (content, is_error) = client.call("check", json!({ "table": TABLE }));
    assert!(is_error, "{content:?}");
    let fault: Value = serde_json::from_str(text(&content[0])).unwrap();
    assert_eq!((&fault["code"], &fault["row"]), (&"E032".into(), &3.into()));
    assert_eq!(fault["fix"][0]["cell"], "marker");

    let (content, is_error) = client.call("mend", json!({ "table": TABLE }));
    assert!(!is_error, "{content:?}");
    let mended = text(&content[0]).to_owned();
    assert_eq!(mended, TABLE.replace("markr", "marker"));

    let options = json!({ "title": "War", "width": "5in", "dpi": 96 });
    let arguments = json!({ "table": mended, "options": options });
    let schema = &tools[2]["inputSchema"];
    assert_eq!(schema::faults(schema, &arguments), [""; 0]);
    let (content, is_error) = client.call("draw", arguments);
    assert!(!is_error, "{content:?}");
    assert_eq!(content[0]["mimeType"], "image/png");
    let report: Value = serde_json::from_str(text(&content[1])).unwrap();
    assert_eq!((&report["width_in"], &report["markers"]), (&json!(5.0), &json!(1)));

    // The command draws the same.
    folder.file("t.csv", &mended);
    let mut command = Command::new(env!("CARGO_BIN_EXE_annals"));
    let args = ["t.csv", "--title", "War", "--width", "5in", "--dpi", "96", "-o", "t.png"];
    assert!(command.current_dir(&folder.0).args(args).status().unwrap().success());
    let drawn = STANDARD.decode(content[0]["data"].as_str().unwrap()).unwrap();
    assert!(drawn == fs::read(folder.0.join("t.png")).unwrap());
    client.end();
}

#[test]
fn every_format_is_offered_and_drawn() {
    let folder = Folder::new("mcp-formats");
    let mut client = Client::new(&folder, &[]);
    let tools = client.ask("tools/list", &json!({}))["result"]["tools"].clone();
    for format in Format::ALL {
        let name = format.name();
        let arguments = json!({ "table": "date,title\n2010,A\n", "format": name });
        assert_eq!(schema::faults(&tools[2]["inputSchema"], &arguments), [""; 0], "{name}");
        let (content, is_error) = client.call("draw", arguments);
        assert!(!is_error, "{name}: {content:?}");
        let drawn = &content[0];
        let kind = drawn["mimeType"].as_str().or(drawn["resource"]["mimeType"].as_str());
        match name {
            "svg" => assert!(text(drawn).contains("<svg"), "{drawn}"),
            _ => assert_eq!(kind, Some(format.media_type()), "{name}"),
        }
    }
    client.end();
}

#[test]
fn files_are_written_only_where_a_folder_was_named() {
    let folder = Folder::new("mcp-files");
    fs::create_dir(folder.0.join("out")).unwrap();
    let draw = |client: &mut Client, file: &str| {
        client
            .call("draw", json!({ "table": "date,title\n2010,A\n", "format": "svg", "file": file }))
    };
    let mut client = Client::new(&folder, &[]);
    let (content, is_error) = draw(&mut client, "a.svg");
    assert!(is_error && text(&content[0]).contains("--dir"), "{content:?}");
    client.end();
    let mut client = Client::new(&folder, &["--dir", "out"]);
    for file in ["../a.svg", "/tmp/annals-mcp.svg", "", "nowhere/a.svg"] {
        let (content, is_error) = draw(&mut client, file);
        assert!(is_error, "{file}: {content:?}");
    }
    let (content, is_error) = draw(&mut client, "a.svg");
    assert!(!is_error, "{content:?}");
    assert_eq!(fs::read_to_string(folder.0.join("out/a.svg")).unwrap(), text(&content[0]));
    let font = json!({ "table": "date,title\n2010,A\n", "options": { "font": "/etc/passwd" } });
    let answer = client.ask("tools/call", &json!({ "name": "check", "arguments": font }));
    assert!(answer["error"]["message"].as_str().unwrap().contains("no file is read"), "{answer}");
    client.end();
    assert_eq!(folder.names(), ["out"]);
}

#[test]
fn articles_and_dates_are_read() {
    let folder = Folder::new("mcp-draft");
    let mut client = Client::new(&folder, &[]);
    let article = json!({ "article": "The war began in 1914. It ended on 11 November 1918." });
    let (content, is_error) = client.call("draft", article);
    assert!(!is_error && text(&content[0]).contains("1918-11-11"), "{content:?}");
    let table = json!({ "table": "date,title\n12 March 2010,A\n" });
    let (content, is_error) = client.call("explain_dates", table);
    assert!(!is_error && text(&content[0]).contains("\"lo\":\"2010-03-12\""), "{content:?}");
    client.end();
}

#[test]
fn resources_are_pages() {
    let folder = Folder::new("mcp-resources");
    let mut client = Client::new(&folder, &[]);
    let pages = client.ask("resources/list", &json!({}))["result"]["resources"].clone();
    for page in pages.as_array().unwrap() {
        let answer = client.ask("resources/read", &json!({ "uri": page["uri"] }));
        let text = answer["result"]["contents"][0]["text"].as_str().unwrap();
        assert!(text.len() > 100, "{page}");
    }
    assert_eq!(pages.as_array().unwrap().len(), 5);
    let answer = client.ask("resources/read", &json!({ "uri": "file:///etc/passwd" }));
    assert_eq!(answer["error"]["code"], -32602);
    client.end();
}

#[test]
fn what_is_no_request_is_refused_and_the_next_is_answered() {
    let folder = Folder::new("mcp-refused");
    let mut client = Client::new(&folder, &[]);
    for (line, code) in [("{", -32700), ("[]", -32600), ("7", -32600), ("{\"id\": 3}", -32600)] {
        client.send(line);
        assert_eq!(client.answer()["error"]["code"], code, "{line}");
    }
    client.send("");
    assert_eq!(client.ask("tools/none", &json!({}))["error"]["code"], -32601);
    for wrong in [
        json!({}),
        json!({ "name": "draw" }),
        json!({ "name": "draw", "arguments": { "table": 7 } }),
        json!({ "name": "check", "arguments": { "table": "a", "options": { "titel": "A" } } }),
    ] {
        assert_eq!(client.ask("tools/call", &wrong)["error"]["code"], -32602, "{wrong}");
    }
    assert_eq!(client.ask("ping", &json!({}))["result"], json!({}));
    client.end();
}
