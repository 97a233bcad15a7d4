//! What uses what: the graph behind order, unused parts, cycles and `gusset graph`.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fmt::Write as _;

use petgraph::Direction;
use petgraph::algo::tarjan_scc;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::{Dfs, EdgeRef};

use crate::source::Span;

/// A node of a [`Graph`].
pub type NodeId = NodeIndex<u32>;

/// What a node stands for, in the order in which a platform is set up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NodeKind {
    Deployment,
    Environment,
    System,
    Scheme,
    Connection,
    Variable,
    Constant,
    Type,
    Function,
    Mapping,
    Workflow,
    Step,
}

impl NodeKind {
    /// Whether it is a declaration that something should use.
    pub const fn is_declared(self) -> bool {
        matches!(
            self,
            Self::System
                | Self::Variable
                | Self::Constant
                | Self::Type
                | Self::Function
                | Self::Mapping
        )
    }

    pub const fn word(self) -> &'static str {
        match self {
            Self::Deployment => "deployment",
            Self::Environment => "environment",
            Self::System => "system",
            Self::Scheme => "scheme",
            Self::Connection => "connection",
            Self::Variable => "variable",
            Self::Constant => "constant",
            Self::Type => "type",
            Self::Function => "function",
            Self::Mapping => "mapping",
            Self::Workflow => "workflow",
            Self::Step => "step",
        }
    }
}

#[derive(Clone, Debug)]
pub struct Node {
    pub kind: NodeKind,
    /// Unique within its kind; a step's is `workflow/id` or `workflow/3`.
    pub name: String,
    pub span: Span,
}

/// One cycle: each node with the place where it uses the next, the last using the first.
pub type Cycle = Vec<(Node, Span)>;

/// Nodes in the order they were added; an edge runs from the user to what it uses.
#[derive(Clone, Debug, Default)]
pub struct Graph {
    nodes: DiGraph<Node, Span>,
    /// By kind, so that a name is looked up without a copy of it.
    index: BTreeMap<NodeKind, BTreeMap<String, NodeId>>,
    edges: BTreeSet<(NodeId, NodeId)>,
}

impl Graph {
    /// Adds a node; one of that kind and name that is there already stays.
    pub fn add(&mut self, kind: NodeKind, name: &str, span: Span) -> NodeId {
        if let Some(id) = self.find(kind, name) {
            return id;
        }
        let id = self.nodes.add_node(Node {
            kind,
            name: name.to_owned(),
            span,
        });
        self.index
            .entry(kind)
            .or_default()
            .insert(name.to_owned(), id);
        id
    }

    pub fn find(&self, kind: NodeKind, name: &str) -> Option<NodeId> {
        self.index.get(&kind)?.get(name).copied()
    }

    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id]
    }

    /// Notes that `user` uses `used`, at `span`. The first place of a pair is kept.
    pub fn uses(&mut self, user: NodeId, used: NodeId, span: Span) {
        if self.edges.insert((user, used)) {
            self.nodes.add_edge(user, used, span);
        }
    }

    /// The declarations that no deployment reaches, in the order they were added; of
    /// those that only such a one uses, it alone.
    pub fn unused(&self) -> Vec<&Node> {
        let mut reached = vec![false; self.nodes.node_count()];
        for root in self
            .nodes
            .node_indices()
            .filter(|id| self.nodes[*id].kind == NodeKind::Deployment)
        {
            let mut walk = Dfs::new(&self.nodes, root);
            while let Some(id) = walk.next(&self.nodes) {
                if let Some(seen) = reached.get_mut(id.index()) {
                    *seen = true;
                }
            }
        }
        let is_reached = |id: &NodeId| reached.get(id.index()).copied().unwrap_or(false);
        let unused = |id: &NodeId| !is_reached(id) && self.nodes[*id].kind.is_declared();
        self.nodes
            .node_indices()
            .filter(unused)
            .filter(|id| {
                let mut users = self.nodes.neighbors_directed(*id, Direction::Incoming);
                !users.any(|user| user != *id && unused(&user))
            })
            .map(|id| &self.nodes[id])
            .collect()
    }

    /// One cycle for each knot of nodes that use each other: the shortest through the
    /// node that was added first.
    pub fn cycles(&self) -> Vec<Cycle> {
        let mut knots: Vec<Vec<NodeId>> = tarjan_scc(&self.nodes)
            .into_iter()
            .filter(|knot| match knot.as_slice() {
                [one] => self.edges.contains(&(*one, *one)),
                _ => true,
            })
            .collect();
        for knot in &mut knots {
            knot.sort_unstable();
        }
        knots.sort_unstable();
        knots
            .iter()
            .filter_map(|knot| self.shortest_cycle(*knot.first()?, knot))
            .collect()
    }

    fn shortest_cycle(&self, start: NodeId, knot: &[NodeId]) -> Option<Cycle> {
        let mut before: BTreeMap<NodeId, (NodeId, Span)> = BTreeMap::new();
        let mut queue = VecDeque::from([start]);
        while let Some(at) = queue.pop_front() {
            let mut edges: Vec<_> = self.nodes.edges(at).collect();
            edges.sort_by_key(EdgeRef::target);
            for edge in edges {
                let next = edge.target();
                if next == start {
                    return Some(self.path(start, at, *edge.weight(), &before));
                }
                if knot.binary_search(&next).is_ok() && !before.contains_key(&next) {
                    before.insert(next, (at, *edge.weight()));
                    queue.push_back(next);
                }
            }
        }
        None
    }

    fn path(
        &self,
        start: NodeId,
        last: NodeId,
        closing: Span,
        before: &BTreeMap<NodeId, (NodeId, Span)>,
    ) -> Cycle {
        let mut cycle = vec![(self.nodes[last].clone(), closing)];
        let mut at = last;
        while at != start {
            let Some((from, span)) = before.get(&at) else {
                break;
            };
            cycle.push((self.nodes[*from].clone(), *span));
            at = *from;
        }
        cycle.reverse();
        cycle
    }

    /// One line a node with what it uses, as `gusset graph` prints it.
    pub fn to_text(&self) -> String {
        let mut ids: Vec<NodeId> = self.nodes.node_indices().collect();
        ids.sort_by_key(|id| (self.nodes[*id].kind, *id));
        let mut text = String::new();
        for id in ids {
            let node = &self.nodes[id];
            let mut used: Vec<NodeId> = self
                .nodes
                .neighbors_directed(id, Direction::Outgoing)
                .collect();
            used.sort_by_key(|id| (self.nodes[*id].kind, *id));
            let used: Vec<String> = used
                .into_iter()
                .map(|id| format!("{} {}", self.nodes[id].kind.word(), self.nodes[id].name))
                .collect();
            let arrow = if used.is_empty() { "" } else { " -> " };
            let _ = writeln!(
                text,
                "{} {}{arrow}{}",
                node.kind.word(),
                node.name,
                used.join(", ")
            );
        }
        text
    }
}
