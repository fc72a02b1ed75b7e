//! The fenced blocks of the language `annals` in a chapter.

use std::ops::Range;

/// A fenced table.
#[derive(Debug, PartialEq)]
pub(crate) struct Fence<'t> {
    /// Where it stands in the text, with its fences.
    pub(crate) range: Range<usize>,
    /// The line of its first fence, from 1.
    pub(crate) line: usize,
    /// What follows the language.
    pub(crate) info: &'t str,
    /// The lines between its fences.
    pub(crate) body: String,
}

/// The fences of a text, in their order. Blocks of other languages are passed over as a whole.
pub(crate) fn found(text: &str) -> Vec<Fence<'_>> {
    let mut fences = Vec::new();
    let mut open: Option<(Fence, Mark, bool)> = None;
    let mut at = 0;
    for (index, line) in text.split_inclusive('\n').enumerate() {
        let start = at;
        at += line.len();
        match open.take() {
            None => {
                if let Some((mark, info)) = Mark::opening(line) {
                    let (language, info) = info.split_once([' ', '\t', ',']).unwrap_or((info, ""));
                    let fence = Fence {
                        range: start..at,
                        line: index + 1,
                        info: info.trim(),
                        body: String::new(),
                    };
                    open = Some((fence, mark, language == "annals"));
                }
            }
            Some((mut fence, mark, is_ours)) if mark.is_closed_by(line) => {
                fence.range.end = at;
                fences.extend(is_ours.then_some(fence));
            }
            Some((mut fence, mark, is_ours)) => {
                fence.body.push_str(mark.unindented(line));
                open = Some((fence, mark, is_ours));
            }
        }
    }
    // A block without an end lasts to that of the text.
    if let Some((mut fence, _, true)) = open {
        fence.range.end = at;
        fences.push(fence);
    }
    fences
}

/// The fence that opens a block.
struct Mark {
    sign: char,
    count: usize,
    indent: usize,
}

impl Mark {
    /// The fence that a line is, and what stands behind it.
    fn opening(line: &str) -> Option<(Self, &str)> {
        let rest = line.trim_start_matches(' ');
        let indent = line.len() - rest.len();
        let sign = rest.chars().next().filter(|sign| "`~".contains(*sign))?;
        let info = rest.trim_start_matches(sign);
        let count = rest.len() - info.len();
        let is_fence = count >= 3 && indent < 4 && !(sign == '`' && info.contains('`'));
        is_fence.then(|| (Self { sign, count, indent }, info.trim()))
    }

    fn is_closed_by(&self, line: &str) -> bool {
        let rest = line.trim();
        let is_indented = line.starts_with("    ");
        !is_indented && rest.len() >= self.count && rest.chars().all(|sign| sign == self.sign)
    }

    /// A line of the block without the blanks that its fence stands behind.
    fn unindented<'l>(&self, line: &'l str) -> &'l str {
        let blanks = line.len() - line.trim_start_matches(' ').len();
        &line[blanks.min(self.indent)..]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_of_the_language_are_found_with_their_options() {
        let text =
            "a\n```annals title=\"A b\"\ndate,title\n2010,A\n```\n~~~~ annals\n~~~\nx\n~~~~~\nb\n";
        let fences = found(text);
        assert_eq!(fences.len(), 2);
        assert_eq!((fences[0].line, fences[0].info), (2, "title=\"A b\""));
        assert_eq!(fences[0].body, "date,title\n2010,A\n");
        assert_eq!(&text[fences[1].range.end..], "b\n");
        assert_eq!(fences[1].body, "~~~\nx\n");
    }

    #[test]
    fn other_blocks_hide_what_is_in_them() {
        for text in [
            "````md\n```annals\nx\n```\n````\n",
            "    ```annals\n    x\n    ```\n",
            "```annalsx\n```\n",
            "``annals``\n",
            "```annals` x\n",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
        let open = found("  ```annals,a=b\n  date,title\n   x");
        assert_eq!((open[0].info, open[0].body.as_str()), ("a=b", "date,title\n x"));
    }
}
