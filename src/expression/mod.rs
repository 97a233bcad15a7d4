//! Expressions: a typed, pure subset of TypeScript's expression syntax.
