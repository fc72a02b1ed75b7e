//! Ukrainian.

use super::Words;

pub(super) static WORDS: Words = Words {
    more: "+ ще {}",
    other: "Інше",
    today: "Сьогодні",
    events: ["{} подія", "{} події", "{} події", "{} подій", "{} події"],
    at: "Стрічка часу: {events}, {from}.",
    over: "Стрічка часу: {events}, {range}.",
    close: " Близько одна до одної: {}.",
    crowd: ["{n} ({from})", "{n} ({range})"],
    half: " Половина з них припадає на період {range}.",
    longest: " Найдовший період: {}.",
    in_order: " За порядком: {}.",
    eras: " Епохи: {}.",
    markers: " Позначки: {}.",
    holidays: " Свята: {}.",
    week: "Т{}",
    left_out: "пропущено: {}",
    semicolon: "; ",
    comma: ", ",
    log_scale: ["років до {} р., логарифмічна шкала", "логарифмічна шкала"],
    long_times: [(1_000_000_000, "{} млрд років"), (1_000_000, "{} млн років")],
    fiscal: "фін. рік {}",
};
