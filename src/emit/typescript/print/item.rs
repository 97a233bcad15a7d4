//! Modules and their items.

use super::super::ast::{
    Export, Function, Import, ImportName, Item, ItemKind, Module, Statement, TypeParameter,
};
use super::super::quote;
use super::statement::{block_opening, is_visible};
use super::writer::{Writer, width};
use super::{WIDTH, flat};

impl Writer {
    pub fn module(&mut self, module: &Module) {
        let mut sections = Sections::default();
        if let Some(header) = &module.header {
            sections.next(self);
            self.line_comment(header);
        }
        for (position, import) in module.imports.iter().enumerate() {
            if position == 0 {
                sections.next(self);
            } else {
                self.newline();
            }
            self.import(import);
        }
        let mut in_statements = false;
        let mut blank = false;
        for item in &module.items {
            match &item.kind {
                ItemKind::Statement(Statement::Blank) => blank = true,
                ItemKind::Statement(statement) if !is_visible(statement) => {}
                ItemKind::Statement(statement) => {
                    if in_statements && !blank {
                        self.newline();
                    } else {
                        sections.next(self);
                    }
                    self.statement(statement);
                    in_statements = true;
                    blank = false;
                }
                _ => {
                    sections.next(self);
                    self.item(item);
                    in_statements = false;
                    blank = false;
                }
            }
        }
        if sections.started {
            self.newline();
        }
    }

    fn import(&mut self, import: &Import) {
        self.text("import ");
        if import.names.is_empty() {
            self.text(&quote::string_literal(&import.module));
            self.text(";");
            return;
        }
        if import.type_only {
            self.text("type ");
        }
        let mut names: Vec<&ImportName> = import.names.iter().collect();
        names.sort_by_cached_key(|name| sort_key(&name.name));
        let names: Vec<String> = names.into_iter().map(import_name).collect();
        self.names(&names, &import.module);
    }

    fn export(&mut self, export: &Export) {
        self.text("export ");
        if export.type_only {
            self.text("type ");
        }
        let mut names: Vec<String> = export.names.clone();
        names.sort_by_cached_key(|name| sort_key(name));
        self.names(&names, &export.module);
    }

    /// `{ names } from "module";` — a single name never breaks.
    fn names(&mut self, names: &[String], module: &str) {
        let from = format!(" from {};", quote::string_literal(module));
        let flat = format!("{{ {} }}", names.join(", "));
        if names.len() == 1 || width(&flat) + width(&from) <= self.room(0) {
            self.text(&flat);
        } else {
            self.text("{");
            self.indented(|writer| {
                for name in names {
                    writer.newline();
                    match name.split_once(" as ") {
                        Some((name, alias)) if width(name) + width(alias) + 5 > writer.room(0) => {
                            writer.text(name);
                            writer.indented(|writer| {
                                writer.newline();
                                writer.text("as ");
                                writer.text(alias);
                            });
                        }
                        _ => writer.text(name),
                    }
                    writer.text(",");
                }
            });
            self.newline();
            self.text("}");
        }
        self.text(&from);
    }

    fn item(&mut self, item: &Item) {
        if let Some(doc) = &item.doc {
            self.doc_comment(doc);
        }
        if item.export && !matches!(item.kind, ItemKind::Export(_) | ItemKind::Statement(_)) {
            self.text("export ");
        }
        match &item.kind {
            ItemKind::Interface(interface) => {
                self.text("interface ");
                self.text(&interface.name);
                self.text(" ");
                self.members(&interface.members);
            }
            ItemKind::TypeAlias { name, ty } => {
                self.text("type ");
                self.text(name);
                self.text(" =");
                self.assigned_type(ty, 1);
                self.text(";");
            }
            ItemKind::Function(function) => self.function(function),
            ItemKind::Const(constant) => {
                self.statement(&Statement::Const {
                    name: constant.name.clone(),
                    ty: constant.ty.clone(),
                    value: constant.value.clone(),
                });
            }
            ItemKind::Export(export) => self.export(export),
            ItemKind::Statement(statement) => self.statement(statement),
        }
    }

    fn function(&mut self, function: &Function) {
        if function.asynchronous {
            self.text("async ");
        }
        self.text("function ");
        self.text(&function.name);
        self.type_parameters(&function.type_parameters);
        let tail = block_opening(&function.body);
        self.signature(&function.parameters, function.returns.as_ref(), tail);
        self.text(" ");
        self.block(&function.body);
    }

    fn type_parameters(&mut self, parameters: &[TypeParameter]) {
        if parameters.is_empty() {
            return;
        }
        self.text("<");
        for (position, parameter) in parameters.iter().enumerate() {
            if position > 0 {
                self.text(", ");
            }
            self.text(&parameter.name);
            if let Some(constraint) = &parameter.constraint {
                self.text(" extends ");
                self.text(&flat::ty(constraint, WIDTH).unwrap_or_default());
            }
        }
        self.text(">");
    }
}

/// Parts of a file with an empty line between them.
#[derive(Default)]
struct Sections {
    started: bool,
}

impl Sections {
    fn next(&mut self, writer: &mut Writer) {
        if self.started {
            writer.blank();
            writer.newline();
        }
        self.started = true;
    }
}

/// `deno fmt` orders names without regard to case, then with it.
fn sort_key(name: &str) -> (String, String) {
    (name.to_lowercase(), name.to_owned())
}

fn import_name(name: &ImportName) -> String {
    let kind = if name.type_only { "type " } else { "" };
    match &name.alias {
        Some(alias) => format!("{kind}{} as {alias}", name.name),
        None => format!("{kind}{}", name.name),
    }
}
