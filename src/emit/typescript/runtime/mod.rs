//! The helpers that generated TypeScript imports: their sources, and the choice of
//! those that are used.
//!
//! In the sources each top-level declaration follows a line `//# name: needs a, b`,
//! which names every other declaration that it uses; `type` before a name says that it
//! is a type, or that a class is used as a type only. Imports are made from these
//! lines, so that a selection holds and imports what it uses and nothing else.

mod parts;
mod select;

pub use select::{RuntimeFile, select};

/// One source: a concern, and a file of the output where any of it is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Module {
    /// The file's name: `decimal.ts`.
    pub file: &'static str,
    source: &'static str,
}

macro_rules! modules {
    ($($constant:ident = $file:literal),* $(,)?) => {
        $(const $constant: Module = Module {
            file: $file,
            source: include_str!($file),
        };)*
        /// All sources, in the order of their files' names.
        pub const MODULES: &[Module] = &[$($constant),*];
    };
}

modules! {
    ASSERT = "assert.ts",
    CURRENCY = "currency.ts",
    DATA_ERROR = "data-error.ts",
    DATES = "dates.ts",
    DECIMAL = "decimal.ts",
    DECODE = "decode.ts",
    HASH = "hash.ts",
    LISTS = "lists.ts",
    REQUEST = "request.ts",
    RUN = "run.ts",
    STATE = "state.ts",
    TEXT = "text.ts",
    VALUES = "values.ts",
    WIRES = "wires.ts",
}

macro_rules! helpers {
    ($($module:ident { $($helper:ident = $name:literal),* $(,)? })*) => {
        /// A declaration that generated code can import.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Helper {
            $($(
                #[doc = concat!("`", $name, "`")]
                $helper,
            )*)*
        }

        impl Helper {
            /// Every helper, by module.
            pub const ALL: &[Self] = &[$($(Self::$helper),*),*];

            /// Its name in TypeScript, unique among all modules.
            pub const fn name(self) -> &'static str {
                match self {
                    $($(Self::$helper => $name,)*)*
                }
            }

            /// Where it is declared.
            pub const fn module(self) -> Module {
                match self {
                    $($(Self::$helper => $module,)*)*
                }
            }
        }
    };
}

helpers! {
    ASSERT {
        AssertJson = "assertJson",
        AssertContains = "assertContains",
        AssertFails = "assertFails",
    }
    CURRENCY {
        CurrencyPlaces = "currencyPlaces",
        FromMinor = "fromMinor",
        ToMinor = "toMinor",
    }
    DATA_ERROR {
        DataErrorCode = "DataErrorCode",
        DataError = "DataError",
        Located = "located",
    }
    DATES {
        Duration = "Duration",
        EpochMilliseconds = "epochMilliseconds",
        Instant = "instant",
        Iso = "iso",
        CompareInstants = "compareInstants",
        Plus = "plus",
        Minus = "minus",
        Date = "date",
        DateIn = "dateIn",
        StartOfDay = "startOfDay",
        StartOfDate = "startOfDate",
        LocalInstant = "localInstant",
        EpochSeconds = "epochSeconds",
        FromEpochMilliseconds = "fromEpochMilliseconds",
        FromEpochSeconds = "fromEpochSeconds",
        AddToDate = "addToDate",
        DaysBetween = "daysBetween",
        FormatDate = "formatDate",
        FormatInstant = "formatInstant",
        ParseDate = "parseDate",
        SortByInstant = "sortByInstant",
    }
    DECIMAL {
        Rounding = "Rounding",
        Decimal = "Decimal",
        DecimalOf = "decimal",
        Sum = "sum",
    }
    DECODE {
        Decoder = "Decoder",
        WrongType = "wrongType",
        Decode = "decode",
        AsString = "asString",
        AsBoolean = "asBoolean",
        AsNull = "asNull",
        AsInteger = "asInteger",
        AsIntegerText = "asIntegerText",
        AsDecimal = "asDecimal",
        AsDecimalText = "asDecimalText",
        AsDate = "asDate",
        AsDateTime = "asDateTime",
        AsOneOf = "asOneOf",
        AsJson = "asJson",
        AsRecord = "asRecord",
        AsArray = "asArray",
        AsMap = "asMap",
        AsEither = "asEither",
        AsTagged = "asTagged",
        Nullable = "nullable",
        Field = "field",
        OptionalField = "optionalField",
    }
    HASH {
        Json = "json",
        Sha256 = "sha256",
    }
    LISTS {
        Compact = "compact",
        Only = "only",
        Distinct = "distinct",
        Chunk = "chunk",
        SortBy = "sortBy",
        GroupBy = "groupBy",
        Entries = "entries",
    }
    REQUEST {
        RequestContext = "RequestContext",
        Scalar = "Scalar",
        RequestOptions = "Request",
        Answer = "Answer",
        RequestFailure = "RequestFailure",
        RequestError = "RequestError",
        RejectedError = "RejectedError",
        Segment = "segment",
        Request = "request",
        RequestOnly = "requestOnly",
    }
    RUN {
        Reply = "Reply",
        Ended = "Ended",
        StepContext = "StepContext",
        HasEnded = "hasEnded",
        Skip = "skip",
        Stop = "stop",
        Fail = "fail",
        Respond = "respond",
        Attempt = "attempt",
        Step = "step",
        ReplyTo = "reply",
        Accepted = "accepted",
        FailureReply = "failure",
    }
    STATE {
        State = "State",
        Run = "Run",
        RunContext = "RunContext",
        CallContext = "CallContext",
        VariableSource = "VariableSource",
        Begin = "begin",
        BeginCall = "beginCall",
        AsState = "asState",
        Keep = "keep",
        TriggerBody = "triggerBody",
        OptionalTriggerBody = "optionalTriggerBody",
        TriggerTexts = "triggerTexts",
        StepResult = "result",
        OptionalResult = "optionalResult",
        AsAnswer = "asAnswer",
        VariableError = "VariableError",
        OptionalVariable = "optionalVariable",
        Variable = "variable",
    }
    TEXT {
        Nonblank = "nonblank",
        Truncate = "truncate",
        Digits = "digits",
        Literally = "literally",
        OneOf = "oneOf",
        QboText = "qboText",
        SoqlText = "soqlText",
    }
    VALUES {
        JsonValue = "JsonValue",
        SafeInteger = "safeInteger",
        Integer = "integer",
        Remainder = "remainder",
        SumIntegers = "sumIntegers",
        Min = "min",
        Max = "max",
        Smaller = "smaller",
        Greater = "greater",
        Required = "required",
        Attempted = "attempted",
        Present = "present",
        Lookup = "lookup",
        IsList = "isList",
        MapValues = "mapValues",
    }
    WIRES {
        AsEpochSeconds = "asEpochSeconds",
        WriteEpochSeconds = "writeEpochSeconds",
        AsEpochMilliseconds = "asEpochMilliseconds",
        WriteEpochMilliseconds = "writeEpochMilliseconds",
        AsSlashDateTime = "asSlashDateTime",
        WriteSlashDateTime = "writeSlashDateTime",
        AsSlashDate = "asSlashDate",
        WriteSlashDate = "writeSlashDate",
        AsMinorUnits = "asMinorUnits",
        AsMinorUnitsOf = "asMinorUnitsOf",
        WriteMinorUnits = "writeMinorUnits",
        WriteMinorUnitsOf = "writeMinorUnitsOf",
    }
}

impl Helper {
    /// The helper of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|helper| helper.name() == name)
    }

    /// Whether it is a type: `import type`.
    pub const fn is_type(self) -> bool {
        matches!(
            self,
            Self::DataErrorCode
                | Self::Duration
                | Self::Rounding
                | Self::Decoder
                | Self::RequestContext
                | Self::Scalar
                | Self::RequestOptions
                | Self::Answer
                | Self::RequestFailure
                | Self::Reply
                | Self::Ended
                | Self::StepContext
                | Self::State
                | Self::Run
                | Self::RunContext
                | Self::CallContext
                | Self::VariableSource
                | Self::JsonValue
        )
    }
}
