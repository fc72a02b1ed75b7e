//! What is being done, shown on a terminal once it takes longer than a second, and erased at the
//! end.

use std::io::{self, IsTerminal, Write};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// How long nothing is shown.
const PATIENCE: Duration = Duration::from_secs(1);
/// From one look at the clock to the next.
const TICK: Duration = Duration::from_millis(200);

/// Shows what is being done until it is dropped; nothing outside of terminals.
pub struct Progress {
    watcher: Option<(Sender<&'static str>, JoinHandle<()>)>,
}

impl Progress {
    /// Begins to watch if standard error is a terminal.
    pub fn start() -> Self {
        let watch = || {
            let (sender, receiver) = channel();
            let show = move || watch(&receiver, &mut io::stderr(), PATIENCE);
            // Without a thread there is no progress to be seen, and the work goes on.
            let thread = thread::Builder::new().spawn(show).ok()?;
            Some((sender, thread))
        };
        Self { watcher: io::stderr().is_terminal().then(watch).flatten() }
    }

    /// Shows what comes next.
    pub fn stage(&self, words: &'static str) {
        if let Some((sender, _)) = &self.watcher {
            let _ = sender.send(words);
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((sender, thread)) = self.watcher.take() {
            drop(sender);
            let _ = thread.join();
        }
    }
}

/// Shows the stages that come in until there are no more.
fn watch(stages: &Receiver<&'static str>, out: &mut impl Write, patience: Duration) {
    let start = Instant::now();
    let (mut words, mut is_shown) = ("", false);
    loop {
        match stages.recv_timeout(TICK) {
            Ok(next) => words = next,
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break,
        }
        if start.elapsed() >= patience {
            let seconds = start.elapsed().as_secs();
            let _ = write!(out, "\r\u{1b}[Kannals: {words}, {seconds} s");
            let _ = out.flush();
            is_shown = true;
        }
    }
    if is_shown {
        let _ = write!(out, "\r\u{1b}[K");
        let _ = out.flush();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(patience: Duration) -> String {
        let (sender, receiver) = channel();
        sender.send("reading").expect("heard");
        sender.send("placing").expect("heard");
        drop(sender);
        let mut out = Vec::new();
        watch(&receiver, &mut out, patience);
        String::from_utf8(out).expect("UTF-8")
    }

    #[test]
    fn quick_work_shows_nothing_and_long_work_leaves_nothing() {
        assert_eq!(shown(PATIENCE), "");
        let long = shown(Duration::ZERO);
        assert!(long.contains("annals: reading, 0 s\r\u{1b}[Kannals: placing, 0 s"), "{long:?}");
        assert!(long.ends_with("\r\u{1b}[K"));
    }
}
