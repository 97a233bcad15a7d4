//! What the README shows of a plan is what is printed.

use libtest_mimic::Trial;
use stand_in::state::State;

use super::super::shims::World;
use super::super::trial;
use crate::support::page::Example;

pub fn trials() -> Vec<Trial> {
    vec![trial("the_readme_shows_a_plan_as_it_is", readme)]
}

fn readme() {
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    let page = std::fs::read_to_string(page).unwrap();
    let first = Example::read(&page, "A first manifest").unwrap();
    let world = World::new(&State::new());
    for (path, text) in &first.files {
        world.write(path, text);
    }
    super::rebuild(&world, &first.manifest.unwrap());
    let plan = world.gusset(&["plan", "--setup"]).ends(0);
    let shown = Example::read(&page, "Onto the platform").unwrap();
    let shown = shown.commands.first().unwrap();
    assert_eq!(*shown, format!("$ gusset plan --setup\n{}", plan.stdout));
}
