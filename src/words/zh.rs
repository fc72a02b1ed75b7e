//! Chinese.

use super::{DensityWords, Words};

pub(super) static WORDS: Words = Words {
    more: "另有{}项",
    other: "其他",
    remarks: ["未标注的标记：{}。", "仅见于表格的说明：{}。", "说明见表格。"],
    today: "今天",
    events: ["{}个事件", "{}个事件", "{}个事件", "{}个事件", "{}个事件"],
    at: "时间轴：{events}，{from}。",
    over: "时间轴：{events}，{range}。",
    close: "密集处：{}。",
    crowd: ["{from}有{n}个", "{range}有{n}个"],
    half: "其中一半在{range}。",
    longest: "最长时段：{}。",
    in_order: "依次为：{}。",
    eras: "时代：{}。",
    markers: "标记：{}。",
    holidays: "假日：{}。",
    week: "{}周",
    left_out: "略去{}",
    semicolon: "；",
    comma: "，",
    log_scale: ["距{}年的年数，对数刻度", "对数刻度"],
    long_times: [(100_000_000, "{}亿年"), (1_000_000, "{}百万年")],
    fiscal: "{}财年",
    density: DensityWords {
        per: [
            "每秒事件数",
            "每分钟事件数",
            "每小时事件数",
            "每天事件数",
            "每周事件数",
            "每月事件数",
            "每年事件数",
        ],
        per_time: "每{}事件数",
        running: "同时进行",
        named: ["{events}。", "{events}，其中{n}个标名。"],
        spread: "浅色：均匀分布于已知时段。",
        most: "最多：{n}（{when}）。",
    },
};
