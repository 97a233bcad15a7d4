//! What an expression can be of, and what is there to be read.

use std::rc::Rc;

use crate::shape::{Flavour, Shape, Slot};

#[derive(Clone, Debug, PartialEq)]
pub enum Sort {
    Text,
    Word,
    Boolean,
    Integer,
    Decimal,
    Date,
    Instant,
    List(Rc<Sort>),
    Map(Rc<Sort>),
    Record(Rc<Vec<Known>>),
}

/// A field that an expression may read.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    pub name: String,
    pub sort: Sort,
    pub optional: bool,
    pub flavour: Option<Flavour>,
}

/// A path with its sort.
#[derive(Clone, Debug)]
pub struct Atom {
    pub text: String,
    pub sort: Sort,
    pub optional: bool,
    pub flavour: Option<Flavour>,
}

pub const SCALARS: [Sort; 7] = [
    Sort::Text,
    Sort::Word,
    Sort::Boolean,
    Sort::Integer,
    Sort::Decimal,
    Sort::Date,
    Sort::Instant,
];

impl Sort {
    /// `None` where only the whole can be handed on.
    pub fn of(shape: &Shape) -> Option<Self> {
        Some(match shape {
            Shape::Text(_) => Self::Text,
            Shape::Word => Self::Word,
            Shape::Boolean => Self::Boolean,
            Shape::Integer(_) => Self::Integer,
            Shape::Decimal(_) => Self::Decimal,
            Shape::Date(_) => Self::Date,
            Shape::Instant(_) => Self::Instant,
            Shape::List(item) if !item.is_optional() => Self::List(Rc::new(Self::of(&item.shape)?)),
            Shape::Map(item) if !item.is_optional() => Self::Map(Rc::new(Self::of(&item.shape)?)),
            Shape::Record(slots) => Self::Record(Rc::new(known(slots))),
            _ => return None,
        })
    }

    pub const fn is_ordered(&self) -> bool {
        matches!(
            self,
            Self::Integer | Self::Decimal | Self::Date | Self::Instant
        )
    }
}

pub fn known(slots: &[(String, Slot)]) -> Vec<Known> {
    slots
        .iter()
        .filter_map(|(name, slot)| {
            Some(Known {
                name: name.clone(),
                sort: Sort::of(&slot.shape)?,
                optional: slot.is_optional(),
                flavour: match slot.shape {
                    Shape::Text(flavour) => Some(flavour),
                    _ => None,
                },
            })
        })
        .collect()
}

/// `base.name`, or `base['na-me']`.
pub fn member(base: &str, name: &str, absent: bool) -> String {
    let plain = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        && !name.starts_with(|c: char| c.is_ascii_digit());
    match (plain, absent) {
        (true, false) => format!("{base}.{name}"),
        (true, true) => format!("{base}?.{name}"),
        (false, false) => format!("{base}['{name}']"),
        (false, true) => format!("{base}?.['{name}']"),
    }
}

/// A path, and the fields of the record that it is.
pub fn atoms(text: &str, sort: &Sort, optional: bool, flavour: Option<Flavour>) -> Vec<Atom> {
    let mut found = vec![Atom {
        text: text.to_owned(),
        sort: sort.clone(),
        optional,
        flavour,
    }];
    if let Sort::Record(fields) = sort {
        for field in fields.iter() {
            let path = member(text, &field.name, optional);
            found.extend(atoms(
                &path,
                &field.sort,
                optional || field.optional,
                field.flavour,
            ));
        }
    }
    found
}
