//! A strict reader of the XML that the writer makes: no comments, no DOCTYPE, no CDATA.

/// An element: its name, its attributes and the text in it.
#[derive(Debug, Default)]
pub(crate) struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub text: String,
    /// How deep it lies in the document, the root at 0.
    pub depth: usize,
}

impl Element {
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// Every element in the order of its beginning, or what is wrong.
pub(crate) fn elements(text: &str) -> Result<Vec<Element>, String> {
    let mut rest = text
        .strip_prefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        .ok_or("no declaration")?;
    if let Some(c) = text.chars().find(|&c| !is_allowed(c)) {
        return Err(format!("the character {c:?}"));
    }
    let mut found: Vec<Element> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    while let Some(at) = rest.find('<') {
        content(&rest[..at], &mut found, &open)?;
        let end = rest[at..].find('>').ok_or("a tag without end")? + at;
        let tag = &rest[at + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            let index = open.pop().ok_or("an end too many")?;
            if found[index].name != name {
                return Err(format!("{} ended by {name}", found[index].name));
            }
            continue;
        }
        if open.is_empty() && !found.is_empty() {
            return Err("a second root".into());
        }
        let (tag, is_empty) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
        found.push(Element { depth: open.len(), ..begin(tag)? });
        if !is_empty {
            open.push(found.len() - 1);
        }
    }
    match open.is_empty() && rest.trim().is_empty() {
        true => Ok(found),
        false => Err("an element without end".into()),
    }
}

fn is_allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\u{20}'..='\u{7E}' | '\u{A0}'..='\u{FDCF}' | '\u{FDF0}'..='\u{10FFFF}')
        && (c as u32) & 0xFFFE != 0xFFFE
}

fn content(text: &str, found: &mut [Element], open: &[usize]) -> Result<(), String> {
    match open.last() {
        Some(&index) => found[index].text.push_str(&unescaped(text)?),
        None if text.trim().is_empty() => {}
        None => return Err("text outside of the root".into()),
    }
    Ok(())
}

fn begin(tag: &str) -> Result<Element, String> {
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | ':' | '_');
    if name.is_empty() || !name.chars().all(is_name) {
        return Err(format!("the name {name:?}"));
    }
    let mut attributes: Vec<(String, String)> = Vec::new();
    while !rest.is_empty() {
        let (key, after) = rest.split_once("=\"").ok_or("an attribute without value")?;
        let (value, after) = after.split_once('"').ok_or("a value without end")?;
        if !key.chars().all(is_name) || attributes.iter().any(|(known, _)| known == key) {
            return Err(format!("the attribute {key:?}"));
        }
        if value.contains(['\n', '\t']) {
            return Err(format!("a blank that is lost in {key}"));
        }
        attributes.push((key.to_owned(), unescaped(value)?));
        rest = after.strip_prefix(' ').unwrap_or(after);
    }
    Ok(Element { name: name.to_owned(), attributes, ..Element::default() })
}

fn unescaped(text: &str) -> Result<String, String> {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['&', '"', '\'']) {
        out.push_str(&rest[..at]);
        let reference = rest[at..].strip_prefix('&').ok_or("a quote unescaped")?;
        let (name, after) = reference.split_once(';').ok_or("a reference without end")?;
        out.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            "#9" => '\t',
            "#10" => '\n',
            "#13" => '\r',
            _ => return Err(format!("the reference {name:?}")),
        });
        rest = after;
    }
    out.push_str(rest);
    Ok(out)
}

#[test]
fn what_is_ill_formed_is_refused() {
    let read =
        |body: &str| elements(&format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{body}"));
    assert!(read("<a b=\"1\">x<c/></a>").is_ok());
    for bad in [
        "<a>",
        "<a></b>",
        "<a/><b/>",
        "<a b=\"1\" b=\"2\"/>",
        "<a>&</a>",
        "<a>&nbsp;</a>",
        "<a>\"</a>",
        "<a>\u{1}</a>",
        "<a>\u{FFFE}</a>",
        "<!-- -->",
        "<a b=\"\t\"/>",
        "x<a/>",
        "<a b/>",
        "<a/></a>",
    ] {
        assert!(read(bad).is_err(), "{bad}");
    }
}
