use crate::Column;
use crate::texts::t;
use lianxin_base::{Lang, Refuse};

/// Why one cell cannot be taken, with the name of its column.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Wrong {
    /// The column's name.
    pub column: &'static str,
    /// What is wrong.
    pub what: What,
}

/// What can be wrong with a cell, in order of precedence.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum What {
    /// An identity number stands in it.
    Id,
    /// Its digits were lost in the file.
    Lost,
    /// A formula without its value.
    Bare,
    /// It must be filled.
    Missing,
    /// It has more characters than this.
    Long(usize),
    /// No floor area.
    Area,
    /// No date.
    Day,
    /// No telephone.
    Phone,
    /// None of the words it may hold.
    Word,
}

impl Wrong {
    /// About a column.
    pub const fn of(column: &Column, what: What) -> Self {
        Self { column: column.names[0], what }
    }

    /// One of each, for `docs/refusals.md`.
    pub const ALL: &[Self] = &[
        Self { column: "业主", what: What::Id },
        Self { column: "手机号", what: What::Lost },
        Self { column: "建筑面积", what: What::Bare },
        Self { column: "房号", what: What::Missing },
        Self { column: "业主", what: What::Long(40) },
        Self { column: "建筑面积", what: What::Area },
        Self { column: "起始日期", what: What::Day },
        Self { column: "手机号", what: What::Phone },
        Self { column: "房屋类型", what: What::Word },
    ];
}

impl Refuse for Wrong {
    fn code(&self) -> &'static str {
        match self.what {
            What::Id => "paper.cell_id_number",
            What::Lost => "paper.cell_lost",
            What::Bare => "paper.cell_formula",
            What::Missing => "paper.cell_missing",
            What::Long(_) => "paper.cell_long",
            What::Area => "paper.cell_area",
            What::Day => "paper.cell_day",
            What::Phone => "paper.cell_phone",
            What::Word => "paper.cell_word",
        }
    }

    fn say(&self, lang: Lang) -> String {
        let (t, c) = (t(lang), self.column);
        match self.what {
            What::Id => t.msg_cell_id(c),
            What::Lost => t.msg_cell_lost(c),
            What::Bare => t.msg_cell_bare(c),
            What::Missing => t.msg_cell_missing(c),
            What::Long(most) => t.msg_cell_long(c, most),
            What::Area => t.msg_cell_area(c),
            What::Day => t.msg_cell_day(c),
            What::Phone => t.msg_cell_phone(c),
            What::Word => t.msg_cell_word(c),
        }
    }
}
