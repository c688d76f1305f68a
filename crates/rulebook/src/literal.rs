//! Plain values as people write them, read by the type that is declared.

use kernel::{Day, Exact, Money};

use crate::book::{Rulebook, Type};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Literal {
    Number(Exact),
    Day(Day),
    Truth(bool),
    Choice(u8),
}

impl Rulebook {
    /// `None` if the text is not of the type. An amount may lack its currency where the type has one.
    pub(crate) fn literal(&self, of: Type, text: &str) -> Option<Literal> {
        let text = text.trim();
        match of {
            Type::Money(currency) | Type::Exact(currency) => {
                let amount = match text.rsplit_once(' ') {
                    Some((_, code)) if code.starts_with(|first: char| first.is_ascii_alphabetic()) => {
                        let money: Money = text.parse().ok()?;
                        (money.currency() == currency).then(|| money.exact())?
                    }
                    _ => Money::from_exact(&text.parse().ok()?, currency)?.exact(),
                };
                Some(Literal::Number(amount))
            }
            Type::Rate => text.parse().ok().map(Literal::Number),
            Type::Count | Type::Points | Type::Days => {
                let bare = text.strip_suffix("days").map_or(text, str::trim_end);
                bare.parse().ok().filter(Exact::is_whole).map(Literal::Number)
            }
            Type::Date => text.parse().ok().map(Literal::Day),
            Type::Bool => match text {
                "true" => Some(Literal::Truth(true)),
                "false" => Some(Literal::Truth(false)),
                _ => None,
            },
            Type::Choice(list) => {
                let at = self.list(list).iter().position(|name| name == text)?;
                u8::try_from(at).ok().map(Literal::Choice)
            }
            Type::MoneyByCurrency | Type::Key => None,
        }
    }
}
