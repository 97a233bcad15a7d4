//! What holds for every sample.

use gusset::types::conforms_json;
use proptest::prelude::*;
use serde_json::Value;

use crate::support::{Declared, sampled, show};

/// Any JSON, with names that repeat so that merging has work to do.
pub fn json() -> impl Strategy<Value = Value> {
    let number = prop_oneof![
        any::<i32>().prop_map(|number| number.to_string()),
        any::<i64>().prop_map(|number| number.to_string()),
        (any::<i32>(), 0..999u32).prop_map(|(whole, part)| format!("{whole}.{part:03}")),
        any::<f64>()
            .prop_filter("JSON has no infinities", |number| number.is_finite())
            .prop_map(|number| format!("{number:e}")),
    ]
    .prop_map(|digits| serde_json::from_str(&digits).unwrap());
    let name = prop::sample::select(vec![
        "a",
        "b",
        "c",
        "",
        "a.b",
        "@id",
        "__proto__",
        "\"",
        "é",
    ]);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        number,
        "[a-c]{0,2}".prop_map(Value::String),
    ];
    leaf.prop_recursive(4, 40, 5, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::Array),
            prop::collection::vec((name.clone(), inner), 0..5).prop_map(|members| Value::Object(
                members
                    .into_iter()
                    .map(|(name, value)| (name.to_owned(), value))
                    .collect()
            )),
        ]
    })
}

fn infer(samples: &[Value]) -> Declared {
    let texts: Vec<String> = samples.iter().map(Value::to_string).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    sampled(&texts)
}

/// The type with fields in the order of their names.
fn sorted(mut declared: Declared) -> String {
    for record in &mut declared.types.records {
        record.fields.sort_by(|a, b| a.name.cmp(&b.name));
    }
    show(&declared.types, &declared.types.named("t").unwrap().ty)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn every_sample_conforms_to_the_type_inferred(samples in prop::collection::vec(json(), 1..4)) {
        let declared = infer(&samples);
        prop_assert!(declared.diagnostics.iter().all(|found| found.code.id == "GS0408"));
        let ty = &declared.types.named("t").unwrap().ty;
        for sample in &samples {
            let result = conforms_json(sample, ty, &declared.types);
            prop_assert!(result.is_ok(), "{result:?}: {sample} is no {}", declared.show("t"));
        }
    }

    #[test]
    fn the_order_of_samples_does_not_matter(
        samples in prop::collection::vec(json(), 2..4).prop_shuffle(), by in 1..3usize,
    ) {
        let mut turned = samples.clone();
        turned.rotate_left(by);
        prop_assert_eq!(sorted(infer(&samples)), sorted(infer(&turned)));
        turned.reverse();
        prop_assert_eq!(sorted(infer(&samples)), sorted(infer(&turned)));
    }

    #[test]
    fn a_sample_merged_with_itself_changes_nothing(sample in json()) {
        prop_assert_eq!(
            infer(std::slice::from_ref(&sample)).show("t"),
            infer(&[sample.clone(), sample]).show("t")
        );
    }

    #[test]
    fn every_record_is_found_by_its_part(sample in json()) {
        let declared = infer(&[sample]);
        let mut names = std::collections::BTreeSet::new();
        for record in &declared.types.records {
            let mut sink = gusset::diagnostics::Sink::new();
            let found = declared.types.part(&record.part, gusset::source::Span::default(), &mut sink);
            prop_assert!(sink.is_empty(), "{}", record.part);
            let gusset::types::Kind::Record(id) = found.unwrap().kind else {
                return Err(TestCaseError::fail("a record"));
            };
            prop_assert_eq!(&declared.types.record(id).identifier, &record.identifier);
            prop_assert!(names.insert(record.identifier.clone()), "{} twice", record.identifier);
        }
    }

    #[test]
    fn any_json_as_a_schema_is_read_or_reported(schema in json()) {
        super::support::schema(&schema.to_string());
    }
}
