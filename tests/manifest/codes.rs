//! The pages of the shape codes.

use super::tools::{listed, read};
use gusset::diagnostics::codes::shape;

fn example(page: &str, heading: &str) -> String {
    let (_, after) = page.split_once(heading).expect("the heading");
    let (_, after) = after.split_once("```toml\n").expect("an example");
    let (example, _) = after.split_once("```").expect("its end");
    example.to_owned()
}

#[test]
fn the_wrong_example_gives_the_code_alone_and_the_right_one_nothing() {
    for code in shape::ALL {
        let wrong = example(code.page, "## Wrong");
        let (_, found) = read(&wrong);
        let codes: Vec<_> = found.iter().map(|found| found.code.id).collect();
        assert_eq!(codes, [code.id], "{}", listed(&wrong, &found));
        let right = example(code.page, "## Right");
        let (_, found) = read(&right);
        assert!(found.is_empty(), "{}:\n{}", code.id, listed(&right, &found));
        assert!(
            code.page
                .starts_with(&format!("# {}: {}\n", code.id, code.summary))
        );
    }
}
