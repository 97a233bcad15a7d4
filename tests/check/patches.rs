//! Mistakes do not hide each other, and none brings a second one along.

use gusset::compile::check;
use gusset::source::Sources;

use super::changes::{changes, step};

const BASE: &str = include_str!("orders.toml");

/// Of the changes to a patched text, each of this many is tried by default.
const STEP: usize = 1009;

struct Patch {
    find: &'static str,
    replace: &'static str,
    code: &'static str,
    slice: &'static str,
}

const fn patch(
    find: &'static str,
    replace: &'static str,
    code: &'static str,
    slice: &'static str,
) -> Patch {
    Patch {
        find,
        replace,
        code,
        slice,
    }
}

const PATCHES: [Patch; 12] = [
    patch(
        "books.example.com/docs\"",
        "books.example.com/docs",
        "GS0105",
        "\"https://books.example.com/docs",
    ),
    patch("timeout = ", "timeout ", "GS0102", "timeout"),
    patch("base_url = ", "url = ", "GS0201", "url"),
    patch("\"api-key\"", "\"api-kee\"", "GS0205", "\"api-kee\""),
    patch("\"books\"\nget", "\"boks\"\nget", "GS0301", "\"boks\""),
    patch(
        "item = \"source.sku\"\namount = \"source.price\"\n",
        "item = \"again(source).item\"\namount = \"source.price\"\n\n[mappings.again]\nfrom = \"order.lines[]\"\nto = \"receipt.lines[]\"\n\n[mappings.again.fields]\nitem = \"to_line(source).item\"\n",
        "GS0307",
        "again",
    ),
    patch("source.total", "source.paid", "GS0520", "source.paid"),
    patch(
        "number = \"source.id\"\n",
        "",
        "GS0529",
        "[mappings.to_receipt.fields]",
    ),
    patch(
        "Accept-Language = \"'en'\"",
        "Authorization = \"'Bearer sk_live_51H8x9K2eZvKYlo2CkT7'\"",
        "GS0701",
        "\"'Bearer sk_live_51H8x9K2eZvKYlo2CkT7'\"",
    ),
    patch("0 3 * * *", "0 25 * * *", "GS0703", "\"0 25 * * *\""),
    patch("\"stored\"", "\"receipts\"", "GS0306", "\"receipts\""),
    patch(
        "[mappings.to_receipt]\n",
        "[types.spare]\ntype = \"object\"\nproperties = { a = { type = \"string\" } }\n\n[mappings.to_receipt]\n",
        "GS0308",
        "spare",
    ),
];

/// Codes and what their spans cover, sorted; the same finding twice is twice in it.
type Found = Vec<(String, String)>;

fn found(text: &str) -> Found {
    let mut sources = Sources::new();
    sources.add("integration.toml", text);
    let compiled = check(&sources, "integration.toml");
    assert!(compiled.needs.is_empty(), "{:?}", compiled.needs);
    let mut found: Found = compiled
        .diagnostics
        .iter()
        .map(|one| (one.code.id.to_owned(), sources.slice(one.span).to_owned()))
        .collect();
    found.sort();
    found
}

/// What is left of `all` when each of `less` takes one away.
fn without<'a>(all: &'a Found, less: &Found) -> Vec<&'a (String, String)> {
    let mut less = less.clone();
    all.iter()
        .filter(|one| match less.iter().position(|other| other == *one) {
            Some(at) => {
                less.remove(at);
                false
            }
            None => true,
        })
        .collect()
}

/// What differs from the expectation when these patches are applied together.
fn difference(patches: &[&Patch]) -> Option<String> {
    let mut text = BASE.to_owned();
    for patch in patches {
        assert_eq!(BASE.matches(patch.find).count(), 1, "{}", patch.find);
        text = text.replacen(patch.find, patch.replace, 1);
    }
    let mut expected: Found = patches
        .iter()
        .map(|patch| (patch.code.to_owned(), patch.slice.to_owned()))
        .collect();
    expected.sort();
    let found = found(&text);
    (found != expected).then(|| {
        format!(
            "{:?}\n  too much: {:?}\n  missing: {:?}",
            patches.iter().map(|patch| patch.code).collect::<Vec<_>>(),
            without(&found, &expected),
            without(&expected, &found)
        )
    })
}

fn none_differs(differences: impl Iterator<Item = String>) {
    let all: Vec<String> = differences.collect();
    assert!(all.is_empty(), "{} differ\n{}", all.len(), all.join("\n"));
}

#[test]
fn the_base_is_right() {
    assert_eq!(found(BASE), Found::new());
}

#[test]
fn each_mistake_alone() {
    none_differs(PATCHES.iter().filter_map(|patch| difference(&[patch])));
}

#[test]
fn every_pair_of_mistakes() {
    none_differs(PATCHES.iter().enumerate().flat_map(|(at, first)| {
        PATCHES[at + 1..]
            .iter()
            .filter_map(move |second| difference(&[first, second]))
    }));
}

#[test]
fn all_mistakes_together() {
    let all: Vec<&Patch> = PATCHES.iter().collect();
    none_differs(difference(&all).into_iter());
}

/// Lost text explains what is missed because of it, and no more: a mistake in another
/// table is told whatever else is wrong.
#[test]
fn lost_text_hides_no_mistake_of_another_table() {
    let (mut broken, mut hidden) = (0_usize, Vec::new());
    for patch in PATCHES
        .iter()
        .filter(|patch| !patch.code.starts_with("GS01"))
    {
        let text = BASE.replacen(patch.find, patch.replace, 1);
        let mistake = (patch.code.to_owned(), patch.slice.to_owned());
        let place = BASE.find(patch.find).unwrap();
        let table = text[..place].rfind("\n[").unwrap();
        let end = place + patch.replace.len();
        let end = text[end..]
            .find("\n[")
            .map_or(text.len(), |next| end + next);
        for change in changes(&text).step_by(step(STEP)) {
            let changed = change.apply(&text);
            if (table..=end).contains(&change.at) || changed.parse::<toml::Table>().is_ok() {
                continue;
            }
            broken += 1;
            if !found(&changed).contains(&mistake) {
                hidden.push(format!("{} by {change:?}", patch.code));
            }
        }
    }
    println!("{} of {broken} hidden\n{}", hidden.len(), hidden.join("\n"));
    assert!(broken > 500, "{broken}");
    assert!(hidden.len() * 25 <= broken, "{hidden:#?}");
}
