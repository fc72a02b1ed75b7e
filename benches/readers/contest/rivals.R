# Draws events with ggplot2 and ggrepel: Rscript rivals.R EVENTS.csv OUT.png
suppressMessages({library(ggplot2); library(ggrepel)})
args <- commandArgs(trailingOnly = TRUE)
d <- read.csv(args[1], stringsAsFactors = FALSE, encoding = "UTF-8", na.strings = character())
d <- d[order(d$from), ]
kinds <- unique(d$category[d$category != ""])
is_coloured <- length(kinds) >= 2 && length(kinds) <= 8
d$shade <- if (is_coloured) factor(d$category, levels = kinds) else factor("a")
colours <- c("#1f77b4", "#d95f02", "#7a3e9d", "#2e7d32", "#b3261e", "#00838f", "#6d4c41", "#616161")
span <- max(d$to) - min(d$from)
spell <- function(x) ifelse(x > 0, format(round(x), trim = TRUE, big.mark = ""), paste(round(1 - x), "BC"))
if (span < 0.02) spell <- function(x) { h <- (x %% 1) * 365 * 24; sprintf("%02d:%02d", floor(h) %% 24, round((h %% 1) * 60) %% 60) }
base <- theme_minimal(base_size = 9, base_family = "Open Sans") + theme(legend.position = "top", legend.title = element_blank(),
  axis.title = element_blank(), panel.grid.minor = element_blank(), plot.margin = margin(6, 10, 6, 6))
if (any(d$span == "True")) {
  d$row <- factor(seq_len(nrow(d)), levels = rev(seq_len(nrow(d))))
  p <- ggplot(d, aes(y = row, colour = shade)) + geom_segment(aes(x = from, xend = to, yend = row), linewidth = 3.4) +
    geom_text(aes(x = from, label = paste0(date, "  ")), hjust = 1, size = 2.5, colour = "#666666", family = "Open Sans") +
    scale_y_discrete(labels = rev(d$title)) + scale_x_continuous(labels = spell, expand = expansion(mult = c(0.32, 0.03))) +
    theme(panel.grid.major.y = element_blank()) 
  height <- 0.26 * nrow(d) + 0.7
  p <- p + base + theme(panel.grid.major.y = element_blank(), axis.text.y = element_text(colour = "#222222", size = 9))
} else {
  wrap <- function(x, n) vapply(x, function(t) paste(strwrap(t, n), collapse = "\n"), "")
  long <- max(nchar(d$title)) > 40
  d$label <- paste0(d$date, "\n", wrap(d$title, if (long) 34 else 22))
  d$side <- rep(c(1, -1), length.out = nrow(d))
  p <- ggplot(d, aes(x = middle, y = 0, colour = shade)) + geom_hline(yintercept = 0, colour = "#555555") + geom_point(size = 2.2) +
    geom_text_repel(aes(label = label), nudge_y = d$side * 1.2, direction = "both", size = 2.6, lineheight = 0.95, family = "Open Sans",
      segment.size = 0.3, force = 4, max.overlaps = Inf, seed = 1, box.padding = 0.25, max.iter = 40000, max.time = 3) +
    scale_x_continuous(labels = spell, expand = expansion(mult = 0.09)) + scale_y_continuous(limits = c(-3, 3)) + base +
    theme(axis.text.y = element_blank(), panel.grid.major.y = element_blank())
  height <- if (long) 5.2 else min(5.5, 2.6 + 0.11 * nrow(d))
}
p <- p + scale_colour_manual(values = colours, guide = if (is_coloured) "legend" else "none")
ragg::agg_png(args[2], width = 6.5, height = height, units = "in", res = 200)
print(p)
invisible(dev.off())
