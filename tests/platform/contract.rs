//! The contract table agrees with the recorded facts, and calls keep to it.

use std::collections::BTreeMap;

use gusset::contract::{Arg, Call, ContractError, Kind, Need, Positional, table};
use libtest_mimic::Trial;

use super::trial;
use stand_in::Contract;

pub fn trials() -> Vec<Trial> {
    vec![
        trial("table_has_every_command_and_flag", agrees),
        trial("calls_outside_the_contract_are_refused", refuses),
        trial("secrets_are_passed_by_reference_only", secrets),
    ]
}

fn agrees() {
    let facts = Contract::load();
    let runnable: Vec<&String> = facts
        .commands
        .iter()
        .filter(|(_, command)| !command.group)
        .map(|(path, _)| path)
        .collect();
    assert_eq!(runnable.len(), 74);
    assert_eq!(table::all().count(), 74);
    for path in runnable {
        let command = table::find(path).unwrap_or_else(|| panic!("no `{path}` in the table"));
        let fact = &facts.commands[path];
        let ours: BTreeMap<&str, _> = command.flags.iter().map(|f| (f.name, f)).collect();
        assert_eq!(ours.len(), command.flags.len(), "{path}: a flag twice");
        assert!(ours.keys().copied().eq(fact.flags.keys()), "{path}");
        for (name, flag) in &fact.flags {
            let held = ours[name.as_str()];
            let kind = match flag.kind.as_str() {
                "bool" => Kind::Switch,
                "int" | "int64" => Kind::Number,
                "stringArray" => Kind::Repeated,
                "stringSlice" => Kind::Csv,
                _ => Kind::Text,
            };
            assert_eq!(held.kind, kind, "{path} --{name}");
            assert_eq!(held.short, flag.short, "{path} --{name}");
            assert_eq!(held.default, flag.default, "{path} --{name}");
            if flag.required {
                assert!(
                    matches!(held.need, Need::Required | Need::Prompts),
                    "{path} --{name}"
                );
            } else {
                assert_ne!(held.need, Need::Required, "{path} --{name}");
            }
        }
        let words = match fact.positional.as_str() {
            "ignored" => Positional::None,
            "at-most-one" => Positional::AtMostOne,
            _ => Positional::One,
        };
        assert_eq!(command.positional, words, "{path}");
    }
    for (name, short) in &facts.global {
        let flag = table::projects::LIST.flag(name).expect("a global flag");
        assert_eq!(flag.short, short.chars().next());
    }
}

fn text(value: &str) -> Arg {
    Arg::Text(value.into())
}

fn refuses() {
    let create = &table::systems::CREATE;
    let full = || {
        vec![
            ("name", text("s")),
            ("domain", text("d")),
            ("template-base-url", text("https://s")),
        ]
    };
    assert!(Call::new(create, full()).is_ok());
    for left_out in 0..3 {
        let mut args = full();
        let (flag, _) = args.remove(left_out);
        let refused = Call::new(create, args);
        assert!(
            matches!(&refused, Err(ContractError::Missing { flag: f, prompts: true, .. }) if *f == flag),
            "{refused:?}"
        );
    }
    let mut args = full();
    args.push(("base-url", text("x")));
    assert!(matches!(
        Call::new(create, args),
        Err(ContractError::UnknownFlag { .. })
    ));
    let mut args = full();
    args.push(("name", text("again")));
    assert!(matches!(
        Call::new(create, args),
        Err(ContractError::Twice { .. })
    ));
    let mut args = full();
    args[0].1 = text("");
    assert!(matches!(
        Call::new(create, args),
        Err(ContractError::WrongValue { .. })
    ));
    let mut args = full();
    args[0].1 = text("a\0b");
    assert!(matches!(
        Call::new(create, args),
        Err(ContractError::Nul { .. })
    ));
    let scheme = |kind: &str, more: Vec<(&'static str, Arg)>| {
        let mut args = vec![
            ("system-id", text("1")),
            ("name", text("key")),
            ("type", text(kind)),
        ];
        args.extend(more);
        Call::new(&table::systems::ADD_AUTH_SCHEME, args)
    };
    assert!(matches!(
        scheme("api-key", vec![]),
        Err(ContractError::Missing {
            flag: "api-key.name",
            prompts: false,
            ..
        })
    ));
    assert!(matches!(
        scheme("bearer", vec![]),
        Err(ContractError::WrongValue { .. })
    ));
    assert!(scheme("none", vec![]).is_ok());
    let details = &table::projects::DETAILS;
    assert!(Call::with_word(details, text("1"), vec![]).is_ok());
    assert!(matches!(
        Call::new(details, vec![]),
        Err(ContractError::Positional { .. })
    ));
    assert!(matches!(
        Call::new(&table::projects::FILES, vec![]),
        Err(ContractError::Missing {
            flag: "project",
            ..
        })
    ));
}

fn secrets() {
    let create = |flag: &'static str, arg: Arg| {
        Call::new(
            &table::connections::CREATE,
            vec![
                ("project", text("p")),
                ("environment", text("e")),
                ("name", text("n")),
                ("template-id", text("t")),
                (flag, arg),
            ],
        )
    };
    assert!(create("api-key", Arg::EnvRef("KEY".into())).is_ok());
    assert!(create("token-url", text("https://x")).is_ok());
    for refused in [
        create("api-key", text("sesame")),
        create("token-url", text("$HOME")),
        create("external-id", Arg::EnvRef("KEY".into())),
    ] {
        assert!(matches!(refused, Err(ContractError::Reference { .. })));
    }
    let exposed = Call::new(
        &table::systems::ADD_AUTH_SCHEME,
        vec![
            ("system-id", text("1")),
            ("name", text("n")),
            ("type", text("oauth2")),
            ("oauth2.token-url", text("https://x")),
            ("oauth2.client-secret", text("s")),
        ],
    );
    assert!(matches!(exposed, Err(ContractError::Reference { .. })));
}
