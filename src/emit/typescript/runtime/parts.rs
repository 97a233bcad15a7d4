//! A source cut at its `//# ` lines.

use super::{MODULES, Module};

/// One declaration with its comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub name: &'static str,
    /// It is a type, not a value.
    pub is_type: bool,
    pub module: Module,
    pub needs: Vec<Need>,
    /// Without the `//# ` line and blank lines around.
    pub text: &'static str,
}

/// A declaration that another one uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Need {
    pub name: &'static str,
    /// Used in types only.
    pub as_type: bool,
}

const MARK: &str = "//# ";

/// Every declaration of every module, in file order.
pub fn all() -> Vec<Part> {
    MODULES.iter().flat_map(|module| of(*module)).collect()
}

fn of(module: Module) -> Vec<Part> {
    module
        .source
        .split(MARK)
        .skip(1) // the imports, which are made anew
        .filter_map(|chunk| {
            let (mark, text) = chunk.split_once('\n')?;
            let (name, needs) = mark.split_once(':')?;
            let need = name_and_kind(name);
            let needs = needs.trim().strip_prefix("needs").unwrap_or_default();
            Some(Part {
                name: need.name,
                is_type: need.as_type,
                module,
                needs: needs
                    .split(',')
                    .map(name_and_kind)
                    .filter(|need| !need.name.is_empty())
                    .collect(),
                text: text.trim(),
            })
        })
        .collect()
}

fn name_and_kind(text: &'static str) -> Need {
    let text = text.trim();
    match text.strip_prefix("type ") {
        Some(name) => Need {
            name: name.trim(),
            as_type: true,
        },
        None => Need {
            name: text,
            as_type: false,
        },
    }
}
