//! The lists that a script reads, each as a function that prints its rows.

use std::collections::BTreeSet;

use super::names::Names;
use crate::contract::{Arg, Call};
use crate::steps::{Lookup, Rows};

/// Names of functions by the call they make.
#[derive(Debug, Default)]
pub(super) struct Lists {
    known: Vec<(Call, Rows, String)>,
    taken: BTreeSet<String>,
}

impl Lists {
    /// The function's name, and whether it is new.
    pub(super) fn of(&mut self, lookup: &Lookup, names: &mut Names) -> (String, bool) {
        let mut known = self.known.iter();
        if let Some((_, _, name)) =
            known.find(|(call, rows, _)| *call == lookup.list && *rows == lookup.rows)
        {
            return (name.clone(), false);
        }
        let base = base(&lookup.list, names);
        let mut name = base.clone();
        let mut number = 2;
        while !self.taken.insert(name.clone()) {
            name = format!("{base}_{number}");
            number += 1;
        }
        self.known
            .push((lookup.list.clone(), lookup.rows, name.clone()));
        (name, true)
    }
}

pub(super) fn is_everywhere(call: &Call) -> bool {
    call.args()
        .iter()
        .any(|(_, arg)| *arg == Arg::EachEnvironment)
}

fn base(call: &Call, names: &mut Names) -> String {
    let of_system = call.args().iter().find_map(|(flag, arg)| match arg {
        Arg::Id(address) if flag.name == "system" => Some(names.of(address)),
        _ => None,
    });
    let of_user = call.args().iter().find_map(|(flag, arg)| match arg {
        Arg::Id(address) if flag.name == "end-user" => Some(names.of(address)),
        _ => None,
    });
    let of_system = match (of_system, of_user) {
        (Some(system), Some(user)) => Some(format!("{system}_{user}")),
        (system, _) => system,
    };
    match (call.command().path, of_system) {
        ("projects list", _) => "list_projects".into(),
        ("projects details", _) => "list_environments".into(),
        ("systems list", _) => "list_systems".into(),
        ("projects systems list", _) if is_everywhere(call) => "list_templates_everywhere".into(),
        ("projects systems list", _) => "list_templates".into(),
        ("projects systems list-connections", _) => "list_linked".into(),
        ("connections list", Some(system)) => format!("list_connections_of_{system}"),
        ("notifications channels list", _) => "list_channels".into(),
        ("notifications project list", _) => "list_alerts".into(),
        ("projects users list", _) => "list_activations".into(),
        ("projects asset list", _) => "list_assets".into(),
        ("projects versions list", _) => "list_versions".into(),
        (other, _) => format!("list_{}", other.replace([' ', '-'], "_")),
    }
}
