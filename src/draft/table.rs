//! The rows of a draft as CSV.

use super::DraftRow;

/// The rows as a table in CSV, under a header.
pub fn to_csv(rows: &[DraftRow]) -> String {
    let mut out = String::from("date,end,title,description,check,line\n");
    for row in rows {
        let line = row.line.to_string();
        let cells = [&row.date, &row.end, &row.title, &row.description, &row.check, &line];
        let cells = cells.map(|cell| field(cell));
        out.push_str(&cells.join(","));
        out.push('\n');
    }
    out
}

/// A cell as it is written: in quotes where it needs them, and never a formula of a spreadsheet.
fn field(text: &str) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@']);
    let text = if is_formula { format!(" {text}") } else { text.to_owned() };
    if text.contains([',', '"', '\n', '\r', ';', '\t', '|']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::field;

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        for (text, cell) in
            [("a b", "a b"), ("a, \"b\"", "\"a, \"\"b\"\"\""), ("=1+1", " =1+1"), ("", "")]
        {
            assert_eq!(field(text), cell);
        }
    }
}
