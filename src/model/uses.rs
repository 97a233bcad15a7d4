//! Builds the graph from the manifest, and reports cycles and unused declarations.

use std::collections::BTreeSet;

use super::graph::{Graph, Node, NodeId, NodeKind};
use super::words::{self, Mention};
use super::{Environment, systems};
use crate::diagnostics::codes::{names, shape::NOT_SUPPORTED_YET};
use crate::diagnostics::{Diagnostic, Severity, Sink};
use crate::document::Text;
use crate::manifest::{Manifest, MappingFrom, Step, Tree, Verb, Workflow};
use crate::source::{Sources, Span};

/// The graph of everything that the manifest declares.
pub fn graph(
    manifest: &Manifest,
    environments: &[Environment],
    sources: &Sources,
    sink: &mut Sink,
) -> Graph {
    let mut builder = Builder {
        graph: Graph::default(),
    };
    builder.declarations(manifest);
    for environment in environments {
        let name = &environment.name;
        let id = builder
            .graph
            .add(NodeKind::Environment, &name.value, name.span);
        let deployment = builder
            .graph
            .add(NodeKind::Deployment, &name.value, name.span);
        builder.graph.uses(deployment, id, name.span);
        for workflow in &manifest.workflows {
            let workflow = &workflow.name;
            if let Some(used) = builder.graph.find(NodeKind::Workflow, &workflow.name) {
                builder.graph.uses(deployment, used, workflow.span);
            }
        }
    }
    builder.sections(manifest);
    report_cycles(&builder.graph, sink);
    report_unused(&builder.graph, sources, sink);
    builder.graph
}

struct Builder {
    graph: Graph,
}

impl Builder {
    /// A node for each declaration, so that mentions find them in any order.
    fn declarations(&mut self, manifest: &Manifest) {
        for system in &manifest.systems {
            let name = &system.name;
            let id = self.graph.add(NodeKind::System, &name.name, name.span);
            for (auth, suffix) in [(&system.auth, ""), (&system.incoming, "-incoming")] {
                let written = auth.as_ref().map(|auth| auth.span);
                if suffix.is_empty() || written.is_some() {
                    let own = format!("{}{suffix}", name.name);
                    let span = written.unwrap_or(name.span);
                    let scheme = self.graph.add(NodeKind::Scheme, &own, span);
                    let connection = self.graph.add(NodeKind::Connection, &own, span);
                    self.graph.uses(connection, scheme, span);
                    self.graph.uses(scheme, id, span);
                }
            }
        }
        let mut add = |kind, name: &crate::document::Key| {
            self.graph.add(kind, &name.name, name.span);
        };
        manifest
            .variables
            .iter()
            .for_each(|v| add(NodeKind::Variable, &v.name));
        manifest
            .constants
            .iter()
            .for_each(|c| add(NodeKind::Constant, &c.name));
        manifest
            .types
            .iter()
            .for_each(|t| add(NodeKind::Type, &t.name));
        manifest
            .functions
            .iter()
            .for_each(|f| add(NodeKind::Function, &f.name));
        manifest
            .mappings
            .iter()
            .for_each(|m| add(NodeKind::Mapping, &m.name));
        manifest
            .workflows
            .iter()
            .for_each(|w| add(NodeKind::Workflow, &w.name));
    }

    fn sections(&mut self, manifest: &Manifest) {
        for system in &manifest.systems {
            if let Some(user) = self.graph.find(NodeKind::System, &system.name.name) {
                self.pairs(user, &system.headers);
            }
        }
        for function in &manifest.functions {
            if let Some(user) = self.graph.find(NodeKind::Function, &function.name.name) {
                for part in function
                    .params
                    .iter()
                    .map(|(_, part)| part)
                    .chain(&function.returns)
                {
                    self.part(user, part);
                }
            }
        }
        for mapping in &manifest.mappings {
            let Some(user) = self.graph.find(NodeKind::Mapping, &mapping.name.name) else {
                continue;
            };
            match &mapping.from {
                Some(MappingFrom::One(part)) => self.part(user, part),
                Some(MappingFrom::Named(named)) => {
                    for (_, part) in named {
                        self.part(user, part);
                    }
                }
                None => {}
            }
            if let Some(to) = &mapping.to {
                self.part(user, to);
            }
            self.pairs(user, &mapping.lets);
            self.tree(user, mapping.fields.as_ref());
        }
        for workflow in &manifest.workflows {
            self.workflow(workflow);
        }
    }

    fn workflow(&mut self, workflow: &Workflow) {
        let Some(user) = self.graph.find(NodeKind::Workflow, &workflow.name.name) else {
            return;
        };
        if let Some(webhook) = &workflow.webhook {
            webhook.body.iter().for_each(|part| self.part(user, part));
            webhook
                .verify
                .iter()
                .for_each(|name| self.incoming(user, name));
        }
        if let Some(manual) = &workflow.manual {
            manual.body.iter().for_each(|part| self.part(user, part));
            manual
                .verify
                .iter()
                .for_each(|name| self.incoming(user, name));
        }
        for (at, step) in workflow.steps.iter().enumerate() {
            let name = step.id.as_ref().map_or_else(
                || format!("{}/{}", workflow.name.name, at + 1),
                |id| format!("{}/{}", workflow.name.name, id.value),
            );
            let id = self.graph.add(NodeKind::Step, &name, step.span);
            self.graph.uses(user, id, step.span);
            self.step(id, step, &workflow.name.name);
        }
    }

    fn step(&mut self, user: NodeId, step: &Step, workflow: &str) {
        let mut mentions = Vec::new();
        if let Some(when) = &step.when {
            words::in_tree(when, &mut mentions);
        }
        match &step.verb {
            Some(Verb::Request(request)) => {
                words::in_path(&request.path, &mut mentions);
                words::in_pairs(&request.query, &mut mentions);
                words::in_pairs(&request.headers, &mut mentions);
                words::in_pairs(&request.form, &mut mentions);
                for tree in request.body.iter().chain(&request.text) {
                    words::in_tree(tree, &mut mentions);
                }
                request
                    .returns
                    .iter()
                    .for_each(|part| self.part(user, part));
                if let Some(name) = &request.system {
                    self.edge(user, NodeKind::Connection, &name.value, name.span);
                }
            }
            Some(Verb::Value(tree)) => words::in_tree(tree, &mut mentions),
            Some(Verb::Log { data, .. }) => words::in_pairs(data, &mut mentions),
            Some(Verb::Respond(respond)) => {
                words::in_pairs(&respond.headers, &mut mentions);
                respond
                    .body
                    .iter()
                    .for_each(|body| words::in_tree(body, &mut mentions));
            }
            Some(Verb::Skip(_) | Verb::Stop(_) | Verb::Fail(_)) | None => {}
        }
        for mention in &mentions {
            if let ("steps", Some(id)) = (mention.name, mention.member) {
                let name = format!("{workflow}/{id}");
                // A step of this name further down is no use of it: it has not run.
                if let Some(used) = self
                    .graph
                    .find(NodeKind::Step, &name)
                    .filter(|id| *id != user)
                {
                    self.graph.uses(user, used, mention.span);
                }
            }
        }
        self.mentions(user, &mentions);
    }

    fn tree(&mut self, user: NodeId, tree: Option<&Tree>) {
        let mut mentions = Vec::new();
        if let Some(tree) = tree {
            words::in_tree(tree, &mut mentions);
        }
        self.mentions(user, &mentions);
    }

    fn pairs(&mut self, user: NodeId, pairs: &[(crate::document::Key, Tree)]) {
        for (_, tree) in pairs {
            self.tree(user, Some(tree));
        }
    }

    fn mentions(&mut self, user: NodeId, mentions: &[Mention<'_>]) {
        for mention in mentions {
            match (mention.name, mention.member) {
                ("variables", Some(name)) => {
                    self.edge(user, NodeKind::Variable, name, mention.span);
                }
                ("constants", Some(name)) => {
                    self.edge(user, NodeKind::Constant, name, mention.span);
                }
                (name, _) => {
                    self.edge(user, NodeKind::Mapping, name, mention.span);
                    self.edge(user, NodeKind::Function, name, mention.span);
                }
            }
        }
    }

    /// A type by its name or part.
    fn part(&mut self, user: NodeId, part: &Text) {
        let name = part.value.split(['.', '[']).next().unwrap_or("");
        self.edge(user, NodeKind::Type, name, part.span);
    }

    fn incoming(&mut self, user: NodeId, system: &Text) {
        let name = systems::incoming_name(&system.value);
        self.edge(user, NodeKind::Connection, &name, system.span);
    }

    fn edge(&mut self, user: NodeId, kind: NodeKind, name: &str, span: Span) {
        if let Some(used) = self.graph.find(kind, name) {
            self.graph.uses(user, used, span);
        }
    }
}

fn report_cycles(graph: &Graph, sink: &mut Sink) {
    for cycle in graph.cycles() {
        let Some((first, span)) = cycle.first() else {
            continue;
        };
        let mut route: Vec<String> = cycle
            .iter()
            .map(|(node, _)| format!("`{}`", node.name))
            .collect();
        route.push(format!("`{}`", first.name));
        let mut diagnostic = Diagnostic::new(
            &names::CYCLE,
            *span,
            format!(
                "{}s use each other in a circle: {}",
                first.kind.word(),
                route.join(" → ")
            ),
        )
        .help("take the part that both need into a mapping of its own");
        for (node, span) in cycle.iter().skip(1) {
            diagnostic = diagnostic.related(*span, format!("`{}` goes on here", node.name));
        }
        sink.push(diagnostic);
    }
}

/// What no workflow reaches. A name that stands where something is already wrong, or
/// that a help proposes, counts as used: the mistake is the other one.
fn report_unused(graph: &Graph, sources: &Sources, sink: &mut Sink) {
    let excused = excused(sources, sink);
    let found: Vec<Diagnostic> = graph
        .unused()
        .into_iter()
        .filter(|node| !excused.holds(node))
        .map(|node| {
            let word = node.kind.word();
            Diagnostic::new(
                &names::UNUSED,
                node.span,
                format!("nothing uses the {word} `{}`", node.name),
            )
            .help(format!(
                "remove it, or use it in a step{}",
                mention(node.kind, &node.name)
            ))
        })
        .collect();
    sink.extend(found);
}

fn mention(kind: NodeKind, name: &str) -> String {
    match kind {
        NodeKind::System => format!(": `system = \"{name}\"`"),
        NodeKind::Variable => format!(": `variables.{name}`"),
        NodeKind::Constant => format!(": `constants.{name}`"),
        NodeKind::Type => format!(": `returns = \"{name}\"`"),
        _ => format!(": `{name}(…)`"),
    }
}

/// What is not reported as unused, since something else is wrong there.
struct Excused {
    words: BTreeSet<String>,
    /// Whether a step has an error: it may be the one that lacks its `system`.
    steps_are_wrong: bool,
}

impl Excused {
    fn holds(&self, node: &Node) -> bool {
        self.words.contains(&node.name) || (self.steps_are_wrong && node.kind == NodeKind::System)
    }
}

/// The words of sections with an error, and those that an error's help has in backticks.
fn excused(sources: &Sources, sink: &Sink) -> Excused {
    let mut words = BTreeSet::new();
    let mut steps_are_wrong = false;
    let errors = sink.iter().filter(|d| d.severity == Severity::Error);
    for diagnostic in errors {
        if let Some(file) = sources.file(diagnostic.span.file) {
            // What a key that is not built yet gives meaning to may stand under headers of
            // its own: the steps of a loop.
            let section = if diagnostic.code == &NOT_SUPPORTED_YET {
                file.sections_around(diagnostic.span)
            } else {
                file.section_around(diagnostic.span)
            };
            collect(section, &mut words);
            steps_are_wrong |= section.starts_with("[[workflows.");
        }
        if let Some(help) = &diagnostic.help {
            for quoted in help.split('`').skip(1).step_by(2) {
                collect(quoted, &mut words);
            }
        }
    }
    Excused {
        words,
        steps_are_wrong,
    }
}

fn collect(text: &str, words: &mut BTreeSet<String>) {
    let separators = |c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '-');
    words.extend(
        text.split(separators)
            .filter(|w| !w.is_empty())
            .map(str::to_owned),
    );
}
