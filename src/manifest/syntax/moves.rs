//! `[[moved]]` and `[[removed]]`.

use crate::document::Text;
use crate::source::Span;

/// One `[[moved]]`. Objects are written as the manifest's own paths: `systems.shop`.
#[derive(Clone, Debug)]
pub struct Moved {
    pub span: Span,
    pub from: Option<Text>,
    pub to: Option<Text>,
    pub reason: Option<Text>,
}

/// One `[[removed]]`.
#[derive(Clone, Debug)]
pub struct Removed {
    pub span: Span,
    pub object: Option<Text>,
    pub reason: Option<Text>,
}
