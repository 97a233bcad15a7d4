//! Short forms to write the rows of the table in.

use super::{Emit, Form, Function, FunctionParameter, Pattern, Returns, Signature};

/// A row of that form, to be filled in.
const fn row(name: &'static str, form: Form) -> Function {
    Function {
        name,
        form,
        summary: "",
        edges: "",
        example: "",
        fails: None,
        signatures: &[],
        synonyms: &[],
        since: "0.1.0",
    }
}

pub(super) const fn method(name: &'static str) -> Function {
    row(name, Form::Method)
}

pub(super) const fn property(name: &'static str) -> Function {
    row(name, Form::Property)
}

pub(super) const fn free(name: &'static str) -> Function {
    row(name, Form::Free)
}

pub(super) const fn tag(name: &'static str) -> Function {
    row(name, Form::Tag)
}

impl Function {
    pub(super) const fn does(mut self, summary: &'static str) -> Self {
        self.summary = summary;
        self
    }

    pub(super) const fn edges(mut self, edges: &'static str) -> Self {
        self.edges = edges;
        self
    }

    pub(super) const fn example(mut self, example: &'static str) -> Self {
        self.example = example;
        self
    }

    pub(super) const fn fails(mut self, when: &'static str) -> Self {
        self.fails = Some(when);
        self
    }

    pub(super) const fn also(mut self, synonyms: &'static [&'static str]) -> Self {
        self.synonyms = synonyms;
        self
    }

    pub(super) const fn by(mut self, signatures: &'static [Signature]) -> Self {
        self.signatures = signatures;
        self
    }
}

/// A parameter that must be given.
pub(super) const fn needs(name: &'static str, pattern: Pattern) -> FunctionParameter {
    FunctionParameter {
        name,
        pattern,
        optional: false,
    }
}

/// A parameter that may be left out.
pub(super) const fn takes(name: &'static str, pattern: Pattern) -> FunctionParameter {
    FunctionParameter {
        name,
        pattern,
        optional: true,
    }
}

pub(super) const fn signature(
    parameters: &'static [FunctionParameter],
    returns: Returns,
    emit: Emit,
) -> Signature {
    Signature {
        parameters,
        returns,
        emit,
    }
}
