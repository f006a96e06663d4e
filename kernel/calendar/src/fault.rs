use lianxin_base::{Day, Lang, Refuse};

/// Why dates or hours were not taken, in order of precedence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CalendarFault {
    /// The text is not `{"2027":{"holidays":["2027-01-01",…],"workdays":[…]}}`; holds what the reader said.
    NotJson(String),
    /// Not a year from 1900 to 2200.
    Year(String),
    /// Not a date written `2027-01-01`.
    Date(String),
    /// The notice of a year that names no holiday is not a notice.
    NoHoliday(i32),
    /// The date belongs to another year and is to be given there.
    OtherYear {
        /// The year whose notice named it.
        year: i32,
        /// The date.
        day: Day,
    },
    /// The date stands twice: in one list, or as a holiday and as a working day.
    Twice(Day),
    /// A Monday to Friday cannot be a make-up working day: it is one already.
    NotAWeekend(Day),
    /// Office hours that do not follow each other within one day, or are empty.
    Hours,
}

impl Refuse for CalendarFault {
    fn code(&self) -> &'static str {
        match self {
            Self::NotJson(_) => "calendar.not_json",
            Self::Year(_) => "calendar.year",
            Self::Date(_) => "calendar.date",
            Self::NoHoliday(_) => "calendar.no_holiday",
            Self::OtherYear { .. } => "calendar.other_year",
            Self::Twice(_) => "calendar.twice",
            Self::NotAWeekend(_) => "calendar.not_a_weekend",
            Self::Hours => "calendar.hours",
        }
    }

    fn say(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.zh(),
            Lang::En => self.en(),
        }
    }
}

impl CalendarFault {
    fn zh(&self) -> String {
        match self {
            Self::NotJson(why) => format!("节假日文件读不出来（{why}），请对照格式说明检查。"),
            Self::Year(year) => format!("“{year}”不是 1900 至 2200 之间的年份，请改正。"),
            Self::Date(date) => format!("“{date}”不是日期，请写成 2027-01-01 的样子。"),
            Self::NoHoliday(year) => format!("{year} 年没有写放假日期，请补上。"),
            Self::OtherYear { year, day } => format!("{day} 不在 {year} 年，请写到它自己的年份里。"),
            Self::Twice(day) => format!("{day} 写了两次，请只留一处。"),
            Self::NotAWeekend(day) => format!("{day} 不是周末，不需要写成调休上班，请核对通知。"),
            Self::Hours => "办公时间要在同一天内，按上班、午休开始、午休结束、下班的先后填写。".to_owned(),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::NotJson(why) => format!("The holiday file cannot be read ({why}); compare it with the format."),
            Self::Year(year) => format!("“{year}” is not a year from 1900 to 2200; correct it."),
            Self::Date(date) => format!("“{date}” is not a date; write it like 2027-01-01."),
            Self::NoHoliday(year) => format!("No holidays are given for {year}; add them."),
            Self::OtherYear { year, day } => format!("{day} is not in {year}; put it into its own year."),
            Self::Twice(day) => format!("{day} is given twice; keep one of them."),
            Self::NotAWeekend(day) => format!("{day} is no weekend and needs no make-up work; check the notice."),
            Self::Hours => {
                "Office hours lie within one day, in the order opening, noon break, its end, closing.".into()
            }
        }
    }
}
