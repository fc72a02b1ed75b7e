//! Korean.

use super::printed::{Exceptions, PrintedWords, SideWords, bare, plain};
use super::{Language, Token};
use crate::date::{DateSide, Third};

pub(super) const KOREAN: Language = Language {
    words: &[
        ("봄", Token::Season(0)),
        ("여름", Token::Season(1)),
        ("가을", Token::Season(2)),
        ("겨울", Token::Season(3)),
        ("월", Token::MonthSign),
        ("월요일", Token::Weekday(0)),
        ("화요일", Token::Weekday(1)),
        ("수요일", Token::Weekday(2)),
        ("목요일", Token::Weekday(3)),
        ("금요일", Token::Weekday(4)),
        ("토요일", Token::Weekday(5)),
        ("일요일", Token::Weekday(6)),
        ("초반", Token::Third(Third::Early)),
        ("초기", Token::Third(Third::Early)),
        ("초", Token::Third(Third::Early)),
        ("중반", Token::Third(Third::Mid)),
        ("중기", Token::Third(Third::Mid)),
        ("중엽", Token::Third(Third::Mid)),
        ("후반", Token::Third(Third::Late)),
        ("말기", Token::Third(Third::Late)),
        ("말", Token::Third(Third::Late)),
        ("세기", Token::Century),
        ("천년기", Token::Millennium),
        ("년대", Token::DecadeWord),
        ("분기", Token::QuarterWord),
        ("반기", Token::HalfWord),
        ("주", Token::Week),
        ("주차", Token::Week),
        ("남반구", Token::South),
        ("상반기", Token::Half(1)),
        ("하반기", Token::Half(2)),
        ("기원전", Token::Bc),
        ("서기", Token::Ad),
        ("기원후", Token::Ad),
    ],
    ignored: &["년", "일", "제"],
    about: &["대략", "약"],
    perhaps: &["아마도", "아마"],
    about_after: &["무렵", "경", "쯤"],
    present: &["현재", "오늘", "지금"],
    one_of: &["또는"],
    all_of: &["및", "과"],
    sides: &[(&["늦어도"], DateSide::By), (&["빨라도"], DateSide::InOrAfter)],
    sides_after: &[
        (&["이전", "전"], DateSide::Before),
        (&["이후", "후"], DateSide::After),
        (&["부터", "이래"], DateSide::Since),
        (&["까지"], DateSide::Until),
    ],
    ranges: &[],
    ..Language::EMPTY
};

/// Korean as dates are printed in it.
pub(in crate::date) static WORDS: PrintedWords = PrintedWords {
    seasons: [
        ["봄", "여름", "가을", "겨울"],
        ["남반구 봄", "남반구 여름", "남반구 가을", "남반구 겨울"],
    ],
    season_of_year: "{y} {s}",
    halves: ["상반기", "하반기"],
    week: "{y} {n}주",
    decade: ["{d}년대", "{d}년대"],
    century: ["{o}세기", "{o}세기"],
    millennium: ["{o}천년기", "{o}천년기"],
    decade_ending: bare,
    ordinal: plain,
    thirds: ["{} 초", "{} 중반", "{} 말"],
    of: "{}",
    about: "{}경",
    between: ["", ""],
    sides: SideWords::all(["{} 이전", "{} 이후", "늦어도 {}", "빨라도 {}", "{}부터", "{}까지"]),
    present: "현재",
    exceptions: Exceptions::NONE,
};
