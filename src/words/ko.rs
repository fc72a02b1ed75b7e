//! Korean.

use super::{DensityWords, Words};

pub(super) static WORDS: Words = Words {
    more: "외 {}건",
    other: "기타",
    remarks: ["이름 없는 표시: {}.", "표에만 있는 설명: {}.", "설명은 표에 있습니다."],
    today: "오늘",
    events: ["사건 {}건", "사건 {}건", "사건 {}건", "사건 {}건", "사건 {}건"],
    at: "연표: {events}, {from}.",
    over: "연표: {events}, {range}.",
    close: " 몰려 있는 때: {}.",
    crowd: ["{from}에 {n}건", "{range}에 {n}건"],
    half: " 그중 절반은 {range}에 있음.",
    longest: " 가장 긴 기간: {}.",
    in_order: " 순서대로: {}.",
    eras: " 시대: {}.",
    markers: " 표시: {}.",
    holidays: " 휴일: {}.",
    week: "{}주",
    left_out: "{} 생략",
    semicolon: "; ",
    comma: ", ",
    log_scale: ["{}년 이전 햇수, 로그 눈금", "로그 눈금"],
    long_times: [(100_000_000, "{}억 년"), (1_000_000, "{}백만 년")],
    fiscal: "{} 회계연도",
    density: DensityWords {
        per: [
            "초당 사건",
            "분당 사건",
            "시간당 사건",
            "하루당 사건",
            "주당 사건",
            "월별 사건",
            "연도별 사건",
        ],
        per_time: "{}당 사건",
        running: "동시에 진행 중",
        named: ["{events}.", "{events}, 이름 표시 {n}건."],
        spread: "옅은 색: 알려진 기간에 고르게 나눔.",
        most: " 최다: {n}건 ({when}).",
    },
};
