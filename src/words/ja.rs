//! Japanese.

use super::{DensityWords, Words};

pub(super) static WORDS: Words = Words {
    more: "ほか{}件",
    other: "その他",
    remarks: ["名称のない印：{}。", "表にのみある説明：{}。", "説明は表にあります。"],
    today: "今日",
    events: ["{}件の出来事", "{}件の出来事", "{}件の出来事", "{}件の出来事", "{}件の出来事"],
    at: "年表：{events}、{from}。",
    over: "年表：{events}、{range}。",
    close: "集中している時期：{}。",
    crowd: ["{from}に{n}件", "{range}に{n}件"],
    half: "その半数は{range}にある。",
    longest: "最も長い期間：{}。",
    in_order: "順に：{}。",
    eras: "時代：{}。",
    markers: "目印：{}。",
    holidays: "休日：{}。",
    week: "{}週",
    left_out: "{}を省略",
    semicolon: "；",
    comma: "、",
    log_scale: ["{}年より前の年数、対数目盛", "対数目盛"],
    long_times: [(100_000_000, "{}億年"), (1_000_000, "{}百万年")],
    fiscal: "{}年度",
    density: DensityWords {
        per: [
            "1秒あたりの出来事",
            "1分あたりの出来事",
            "1時間あたりの出来事",
            "1日あたりの出来事",
            "1週間あたりの出来事",
            "1か月あたりの出来事",
            "1年あたりの出来事",
        ],
        per_time: "{}あたりの出来事",
        running: "同時に進行中",
        named: ["{events}。", "{events}、うち名称表示{n}件。"],
        spread: "淡色：わかっている期間に均等配分。",
        most: "最多：{n}件（{when}）。",
    },
};
