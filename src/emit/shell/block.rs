//! Each step as a block of a script.

use std::collections::{BTreeMap, BTreeSet};

use super::command::{lines, word};
use super::lists::{Lists, is_everywhere};
use super::names::Names;
use super::quote::{comment, quote};
use crate::contract::{Arg, Call, Output};
use crate::steps::{
    Address, Check, Done, Ensure, Find, Known, Lookup, Manual, Mark, Moved, Page, Put, Read,
    Refusal, Rows, Step, Test,
};

/// Whether a script only speaks of a step: deletion belongs to `apply`.
fn is_told(ensure: &Ensure) -> bool {
    match ensure {
        Ensure::Remove(_) => true,
        Ensure::Manual(manual) => matches!(manual.done, Done::Absent { .. }),
        _ => false,
    }
}

/// A script that grows by blocks.
#[derive(Debug, Default)]
pub(super) struct Writer {
    pub(super) names: Names,
    pub(super) text: String,
    lists: Lists,
    indent: usize,
    /// The objects whose ids are used.
    used: BTreeSet<Address>,
    /// The variables, empty while a person has something to do, that each step waits for.
    waits: BTreeMap<Address, Vec<String>>,
    /// The searches that give what `row` holds at this point of the script.
    fresh: Vec<(Call, Vec<(&'static str, Arg)>)>,
}

impl Writer {
    pub(super) fn line(&mut self, line: &str) {
        if !line.is_empty() {
            self.text.push_str(&" ".repeat(self.indent));
            self.text.push_str(line);
        }
        self.text.push('\n');
    }

    fn call(&mut self, call: &Call, after: &str) {
        let text = lines(call, &mut self.names, self.indent, after);
        self.text.push_str(&text);
        self.text.push('\n');
    }

    fn indented(&mut self, body: impl FnOnce(&mut Self)) {
        self.indent += 2;
        body(self);
        self.indent -= 2;
    }

    /// `if CONDITION; then … fi`
    fn when(&mut self, condition: &str, body: impl FnOnce(&mut Self)) {
        self.line(&format!("if {condition}; then"));
        self.indented(body);
        self.line("fi");
    }

    /// Every step, after the lists that they read.
    pub(super) fn steps(&mut self, steps: &[Step], after: impl Fn(&mut Self, &Address)) {
        let done = || steps.iter().filter(|step| !is_told(&step.ensure));
        self.used = done().flat_map(Step::ids).cloned().collect();
        for lookup in done().flat_map(Step::lookups) {
            if lookup.rows != Rows::Answer {
                self.list_function(lookup);
            }
        }
        for step in steps {
            self.step(step);
            after(self, &step.at);
        }
    }

    /// `list_…() { … }`: prints the list as it is.
    fn list_function(&mut self, lookup: &Lookup) {
        let (name, is_new) = self.lists.of(lookup, &mut self.names);
        if !is_new {
            return;
        }
        self.line("");
        self.line(&format!("{name}() {{"));
        self.indented(|writer| {
            if !is_everywhere(&lookup.list) {
                writer.call(&lookup.list, "");
                return;
            }
            writer.line("local each answer");
            writer.line("environment_names | while IFS= read -r -d '' each; do");
            writer.indented(|writer| {
                writer.line("answer=$(");
                writer.indented(|writer| writer.call(&lookup.list, ""));
                writer.line(") || exit 1");
                writer.line("[[ $answer == '(no items)' ]] || printf '%s\\n' \"$answer\"");
            });
            writer.line("done");
        });
        self.line("}");
    }

    /// Looks for a row; sets `row` and `id`.
    fn look(&mut self, lookup: &Lookup) {
        let (list, _) = self.lists.of(lookup, &mut self.names);
        let by = self.by(lookup);
        self.line(&format!("listed=$({list})"));
        self.line(&format!("find_row {by}"));
        self.fresh = vec![(lookup.list.clone(), lookup.by.clone())];
    }

    fn by(&mut self, lookup: &Lookup) -> String {
        let kind = match (lookup.rows, lookup.list.output()) {
            (Rows::Field(field), _) => format!(".{field}"),
            (_, Output::List(kind)) => kind.to_owned(),
            _ => String::new(),
        };
        let mut words = vec![quote(&kind), quote(lookup.id)];
        for (field, value) in &lookup.by {
            words.push(quote(field));
            words.push(word(value, &mut self.names));
        }
        words.join(" ")
    }

    /// Whether `row` is this search's result already.
    fn is_fresh(&self, lookup: &Lookup) -> bool {
        let mut known = self.fresh.iter();
        known.any(|(list, by)| *list == lookup.list && *by == lookup.by)
    }

    /// The block of one step.
    fn step(&mut self, step: &Step) {
        let title = step.at.to_string();
        self.line("");
        self.line(&format!("# {}", comment(&title)));
        let mut waits: Vec<String> = step
            .needs
            .iter()
            .filter_map(|need| self.waits.get(need))
            .flatten()
            .cloned()
            .collect();
        waits.sort();
        waits.dedup();
        if waits.is_empty() {
            self.ensure(step, &title);
            return;
        }
        let condition: Vec<String> = waits.iter().map(|name| format!("-n ${name}")).collect();
        self.line(&format!("if [[ {} ]]; then", condition.join(" && ")));
        self.indented(|writer| writer.ensure(step, &title));
        self.line("else");
        let waiting = quote(&format!("{title}: waits for what is to be done by hand"));
        self.indented(|writer| writer.line(&format!("say {waiting}")));
        self.line("fi");
        self.fresh.clear();
        self.waits.insert(step.at.clone(), waits);
    }

    fn ensure(&mut self, step: &Step, title: &str) {
        match &step.ensure {
            Ensure::Find(find) => self.find(&step.at, find, title),
            Ensure::Put(put) => self.put(&step.at, put, title),
            Ensure::Check(check) => self.check(check, title),
            Ensure::Manual(manual) => self.manual(&step.at, manual, title),
            Ensure::Remove(_) => {
                let told = format!("note: {title}: to be removed, which gusset apply does");
                self.line(&format!("say {}", quote(&told)));
            }
        }
    }

    /// Starts a block; what `row` holds stays when the block would look for just that.
    fn begin(&mut self, title: &str, lookup: Option<&Lookup>) {
        if lookup.is_some_and(|lookup| self.is_fresh(lookup)) {
            self.line(&format!("what={}", quote(title)));
        } else {
            self.line(&format!("begin {}", quote(title)));
        }
    }

    fn find(&mut self, at: &Address, find: &Find, title: &str) {
        let advice = if find.unknown.is_empty() {
            String::new()
        } else {
            format!(" {}", quote(&find.unknown))
        };
        self.line(&format!("begin {}{advice}", quote(title)));
        for (number, known) in find.known.iter().enumerate() {
            self.known(at, known, number == 0);
        }
        if find.known.is_empty() {
            self.search(find);
        } else {
            self.when("[[ -z $id ]]", |writer| writer.search(find));
        }
        let list = find.lookup.list.clone();
        let by_id = vec![(find.lookup.id, Arg::Id(at.clone()))];
        self.fresh = if find.known.is_empty() {
            vec![(list.clone(), find.lookup.by.clone()), (list, by_id)]
        } else {
            Vec::new()
        };
        if self.used.contains(at) {
            let variable = self.names.of(at);
            self.line(&format!("{variable}=$id"));
        }
        for refusal in &find.agree {
            self.refuse(refusal);
        }
        if find.marks.contains(&Mark::Lock) {
            self.line("bind project \"$id\"");
        }
    }

    fn known(&mut self, at: &Address, known: &Known, is_first: bool) {
        match (known, at) {
            (Known::Lock, Address::System(name)) => {
                self.line(&format!("id=$(locked systems {})", quote(name)));
            }
            (Known::Lock, _) => self.line("id=$(locked project)"),
            (Known::Former(former), Address::System(name)) => {
                let (name, former) = (quote(name), quote(former));
                self.when("[[ -z $id ]]", |writer| {
                    writer.line(&format!("id=$(locked systems {former})"));
                    writer.line(&format!(
                        "[[ -z $id ]] || bind systems {name} \"$id\" {former}"
                    ));
                });
            }
            (Known::Former(_), _) => {}
            (Known::Given, Address::System(name)) => {
                let name = quote(name);
                self.line(&format!(
                    "[[ -n $id ]] || id=$(field {name} \"$given_systems\")"
                ));
            }
            (Known::Given, _) => self.line("[[ -n $id ]] || id=$given_project"),
            (Known::Row(lookup), _) if is_first => self.look(lookup),
            (Known::Row(lookup), _) => {
                self.when("[[ -z $id ]]", |writer| writer.look(lookup));
            }
        }
    }

    /// Looks in the list that decides, and makes what is not there. Whatever the command
    /// answers, the object is looked for again: a command may act and fail to say so.
    fn search(&mut self, find: &Find) {
        self.look(&find.lookup);
        if let Some(moved) = &find.moved {
            self.when("[[ -z $id ]]", |writer| writer.refuse_former(moved));
        }
        let Some(create) = &find.create else {
            self.line("[[ -n $id ]] || fail \"$advice\"");
            return;
        };
        if find.adopt {
            self.line(
                "[[ -z $id ]] || fail \"$what: there is one of this name, and gusset.lock does not bind it. If it is this one, run this again with --adopt $id; else name this one otherwise\"",
            );
            self.make(find, create);
        } else {
            self.when("[[ -z $id ]]", |writer| writer.make(find, create));
        }
    }

    /// Renaming is not a script's: what has the former name still is neither taken nor made
    /// again.
    fn refuse_former(&mut self, moved: &Moved) {
        self.look(&moved.lookup);
        let does = if moved.rename.is_some() {
            "renames it"
        } else {
            "takes it over"
        };
        let told = format!("it was called {}: gusset apply {does}", moved.from);
        self.line(&format!("[[ -z $id ]] || fail \"$what:\" {}", quote(&told)));
    }

    fn make(&mut self, find: &Find, create: &Call) {
        if matches!(find.lookup.page, Page::First(_)) {
            self.line("refuse_full_page");
        }
        if let Some(upload) = &find.upload {
            self.line("listing=$(");
            self.indented(|writer| writer.call(upload, ""));
            self.line(")");
            self.line("same_files \"$listing\"");
        }
        self.line("say \"$what: making it\"");
        self.line("answer=$(");
        self.indented(|writer| writer.call(create, ""));
        self.line(") || say \"$what: the command failed; looking whether it has acted\"");
        self.look(&find.lookup);
        self.line(&format!("settle {} \"$answer\"", quote(find.lookup.id)));
        if find.marks.contains(&Mark::Redeploy) {
            self.line("redeploy=yes");
        }
        if let Some(note) = &find.note {
            self.line(&format!("say {}", quote(&format!("note: {note}"))));
        }
    }

    fn refuse(&mut self, refusal: &Refusal) {
        let value = word(&refusal.value, &mut self.names);
        let message = quote(&refusal.message);
        let action = if refusal.is_manual { "manual" } else { "fail" };
        self.line(&format!(
            "agrees {} {value} || {action} {message}",
            quote(refusal.field)
        ));
    }

    fn put(&mut self, at: &Address, put: &Put, title: &str) {
        let reads = put.read.as_ref();
        self.begin(title, reads.and_then(|read| read.lookups.first()));
        match &put.read {
            Some(Read {
                lookups,
                test: Test::Schema { removed, .. },
            }) => self.put_schema(lookups, put, removed),
            Some(read) => match at {
                Address::Scheme(system) if !put.resend => self.put_once(system, put, read),
                _ if put.optional => self.put_if_readable(put, read),
                _ => self.put_by_reading(put, read),
            },
            None => self.send(put),
        }
        if put.marks.contains(&Mark::Lock)
            && let Address::Scheme(system) = at
        {
            let id = self.names.of(&Address::System(system.clone()));
            self.line(&format!("bind systems {} \"${id}\"", quote(system)));
        }
    }

    /// Sends what differs, but not again what cannot be read: the lock would not have the
    /// system if it had not been sent.
    fn put_once(&mut self, system: &str, put: &Put, read: &Read) {
        let condition = self.read(read);
        self.line(&format!("known=$(locked systems {})", quote(system)));
        self.line("if [[ -z $row && -n $known ]]; then");
        self.indented(|writer| {
            writer.line(
                "say \"$what: the list is cut off, so it cannot be read; it is not sent again\"",
            );
        });
        self.line(&format!("elif [[ -z $row ]] || ! {condition}; then"));
        self.indented(|writer| writer.send_change(put));
        self.line("fi");
    }

    /// Goes on without it where its list cannot be read.
    fn put_if_readable(&mut self, put: &Put, read: &Read) {
        let Some(lookup) = read.lookups.first() else {
            return;
        };
        let (list, _) = self.lists.of(lookup, &mut self.names);
        let by = self.by(lookup);
        self.line(&format!("if listed=$({list}); then"));
        self.indented(|writer| {
            writer.line(&format!("find_row {by}"));
            writer.fresh = vec![(lookup.list.clone(), lookup.by.clone())];
            writer.put_by_reading(put, read);
        });
        self.line("else");
        self.indented(|writer| {
            writer.line("say \"$what: it cannot be read, so it is left as it is\"");
        });
        self.line("fi");
        self.fresh.clear();
    }

    fn put_by_reading(&mut self, put: &Put, read: &Read) {
        let condition = self.read(read);
        let lookup = read.lookups.first();
        let wrong = if put.wait {
            format!("[[ $redeploy == yes ]] || ! {condition}")
        } else {
            format!("! {condition}")
        };
        self.when(&wrong, |writer| {
            writer.send_change(put);
            // What was read before is not so any more.
            if let Some(lookup) = lookup {
                writer.look(lookup);
            }
        });
        if !put.wait {
            return;
        }
        self.line(&format!("until {condition}; do"));
        self.indented(|writer| {
            writer.line(
                "((waits < 120)) || fail \"$what: it does not run yet; see versori projects logs\"",
            );
            writer.line("waits=$((waits + 1))");
            writer.line("sleep \"${GUSSET_POLL_SECONDS-5}\"");
            if let Some(lookup) = lookup {
                writer.look(lookup);
            }
        });
        self.line("done");
    }

    /// Looks for the row; gives the condition that it is as it should be.
    fn read(&mut self, read: &Read) -> String {
        for (at, lookup) in read.lookups.iter().enumerate() {
            if at > 0 {
                self.when("[[ -z $row ]]", |writer| writer.look(lookup));
                self.fresh.clear();
            } else if !self.is_fresh(lookup) {
                self.look(lookup);
            }
        }
        match &read.test {
            Test::Exists | Test::Schema { .. } => "[[ -n $row ]]".to_owned(),
            Test::Holds(facts) => format!("holds \"$row\" {}", quote(&facts.to_string())),
            Test::Equals(field, value) => format!(
                "[[ $(field {} \"$row\") == {} ]]",
                quote(field),
                word(value, &mut self.names)
            ),
            Test::Variable(name, value) => format!(
                "has_variable \"$row\" {} {}",
                quote(name),
                quote(&value.to_string())
            ),
            Test::Scheme(facts) => format!("has_scheme \"$row\" {}", quote(&facts.to_string())),
            Test::FirstScheme(id) => format!("uses_scheme \"$row\" {}", quote(id)),
        }
    }

    fn send_change(&mut self, put: &Put) {
        if let Some(guard) = &put.guard {
            for lookup in &guard.lookups {
                let (list, _) = self.lists.of(lookup, &mut self.names);
                let by = self.by(lookup);
                self.line(&format!("listed=$({list})"));
                self.line(&format!("held=$(pick \"$listed\" {by})"));
                self.line(&format!("[[ -z $held ]] || fail {}", quote(&guard.message)));
            }
        }
        self.send(put);
        self.line("changes=$((changes + 1))");
        if put.marks.contains(&Mark::Redeploy) {
            self.line("redeploy=yes");
        }
    }

    fn send(&mut self, put: &Put) {
        self.line("say \"$what: setting it\"");
        self.call(&put.call, " >/dev/null");
    }

    fn put_schema(&mut self, lookups: &[Lookup], put: &Put, removed: &[String]) {
        for lookup in lookups {
            self.line("schema=$(");
            self.indented(|writer| writer.call(&lookup.list, ""));
            self.line(")");
        }
        let removed = if removed.is_empty() {
            String::new()
        } else {
            format!(" {}", quote(&serde_json::json!(removed).to_string()))
        };
        self.line(&format!("merged=$(merged_schema \"$schema\"{removed})"));
        self.when("[[ -n $merged ]]", |writer| {
            writer.line("scratch=$(mktemp)");
            writer.line("printf '%s\\n' \"$merged\" >\"$scratch\"");
            writer.send_change(put);
        });
    }

    fn check(&mut self, check: &Check, title: &str) {
        self.begin(title, check.read.lookups.first());
        let condition = self.read(&check.read);
        self.line(&format!("{condition} || fail {}", quote(&check.message)));
    }

    fn manual(&mut self, at: &Address, manual: &Manual, title: &str) {
        if let Done::Absent { .. } = &manual.done {
            let told = format!("note: by hand: {}; gusset apply says how", manual.title);
            self.line(&format!("say {}", quote(&told)));
            return;
        }
        self.line(&format!("begin {}", quote(title)));
        let mut told = String::from("manual");
        for line in std::iter::once(&manual.title).chain(&manual.instructions) {
            told.push_str(" \\\n");
            told.push_str(&" ".repeat(self.indent + 4));
            told.push_str(&quote(line));
        }
        match &manual.done {
            Done::Row { lookups, agree } => {
                let variable = self.names.of(at);
                for (number, lookup) in lookups.iter().enumerate() {
                    if number == 0 {
                        self.look(lookup);
                    } else {
                        self.when("[[ -z $id ]]", |writer| writer.look(lookup));
                    }
                }
                self.fresh.clear();
                self.line(&format!("{variable}=$id"));
                for refusal in agree {
                    self.refuse(refusal);
                }
                self.when("[[ -z $id ]]", |writer| writer.line(&told));
                self.waits.insert(at.clone(), vec![variable]);
            }
            Done::Absent { .. } => {}
            Done::Said { variable, value } => {
                self.when(&format!("! said {variable} {}", quote(value)), |writer| {
                    writer.line(&told);
                });
            }
        }
    }
}
