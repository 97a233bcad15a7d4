//! The form of a step.

use serde_json::Value;

use super::Address;
use crate::contract::{Arg, Call};

/// Something that the platform must hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    pub at: Address,
    pub layer: Layer,
    /// What must be settled before; while one of them waits for a person, so does this.
    pub needs: Vec<Address>,
    pub ensure: Ensure,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// Of the organisation or the project; writes the lock.
    Setup,
    /// Of one environment; writes no committed file.
    Environment,
}

/// How it is ensured.
#[derive(Clone, Debug, PartialEq)]
pub enum Ensure {
    Find(Find),
    Put(Put),
    Check(Check),
    Manual(Manual),
    Remove(Remove),
}

/// An object with an id, made when it is not there.
#[derive(Clone, Debug, PartialEq)]
pub struct Find {
    /// Where the id may be known from, in this order, before the platform is searched.
    pub known: Vec<Known>,
    /// The search whose result decides.
    pub lookup: Lookup,
    /// The former name, under which it is looked for when there is none of the new one.
    pub moved: Option<Box<Moved>>,
    /// Whether an object of that name is somebody else's until a person binds it.
    pub adopt: bool,
    /// What the found row must hold; else the run is refused.
    pub agree: Vec<Refusal>,
    /// `None` where nothing says how to make it.
    pub create: Option<Call>,
    pub id: IdFrom,
    /// What a person should know when it has just been made.
    pub note: Option<String>,
    /// What a person is to do when it is absent and cannot be made, or may be beyond the
    /// first page.
    pub unknown: String,
    /// Lists the files that `create` would upload; they must be exactly the ledger's.
    pub upload: Option<Call>,
    pub marks: Vec<Mark>,
}

/// An object that had another name.
#[derive(Clone, Debug, PartialEq)]
pub struct Moved {
    /// The former name, for messages.
    pub from: String,
    /// Finds it under that name.
    pub lookup: Lookup,
    /// Renames it; its `Arg::Id` of the step is the id that was found. `None` where it is
    /// taken as it is.
    pub rename: Option<Call>,
}

/// An object that must not be there any more. Absent from a list that is not cut off, it
/// is; and so is one whose search needs an id that nothing gives: it never was set up.
#[derive(Clone, Debug, PartialEq)]
pub struct Remove {
    /// Finds it; the id that is found is the step's, also in `call`.
    pub lookup: Lookup,
    pub call: Call,
    /// What is lost with it, line by line, for people.
    pub gone: Vec<String>,
    pub marks: Vec<Mark>,
}

/// Where an id may be known from.
#[derive(Clone, Debug, PartialEq)]
pub enum Known {
    /// The entry of the lock.
    Lock,
    /// The lock's entry under this former name. It becomes that of the new one.
    Former(String),
    /// An id that the person who runs it gives.
    Given,
    /// A row of another list. Rows with other ids than the first are refused.
    Row(Lookup),
}

/// A search in a list; in the lists of all environments that the project has, where the
/// call holds [`Arg::EachEnvironment`].
#[derive(Clone, Debug, PartialEq)]
pub struct Lookup {
    pub list: Call,
    pub rows: Rows,
    /// Fields with the texts that they must equal.
    pub by: Vec<(&'static str, Arg)>,
    /// The field that holds the id.
    pub id: &'static str,
    pub page: Page,
}

/// Where the rows stand in the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rows {
    /// It is a list.
    Items,
    /// In this field of an object.
    Field(&'static str),
    /// The whole answer is one row.
    Answer,
}

/// What absence from the answer means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// It is not there.
    Whole,
    /// It is not there if there are fewer rows than this; else that is unknown.
    First(usize),
    /// The platform refuses a second one of that name, so it can be made without knowing.
    Unique,
}

/// Where the new object's id comes from. Whatever the command answered, the object is
/// looked up again when the answer has no id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdFrom {
    /// A field of the object that is printed.
    Json(&'static str),
    /// The last word of the sentence that is printed.
    LastWord,
    /// Only the list tells.
    FindAgain,
}

/// An upsert that may be repeated.
#[derive(Clone, Debug, PartialEq)]
pub struct Put {
    pub call: Call,
    /// How it is known to be right already; without, it is sent every time.
    pub read: Option<Read>,
    /// Whether it is sent when the row cannot be read although the lock has its object,
    /// so that it was sent before.
    pub resend: bool,
    /// What must not be the case when it is sent.
    pub guard: Option<Guard>,
    /// Whether the platform takes time, so that the reading is repeated until it holds.
    pub wait: bool,
    /// Whether the run goes on without it where it cannot be read: nothing needs it, and it
    /// may lie where not everybody comes.
    pub optional: bool,
    pub marks: Vec<Mark>,
}

/// A row, and what it must hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Read {
    /// Searched one after the other until there is a row.
    pub lookups: Vec<Lookup>,
    pub test: Test,
}

/// Something that another script or a person has to have done.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    pub read: Read,
    /// What is wrong when it does not hold, and what to do.
    pub message: String,
}

/// A question to a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Test {
    /// That there is one.
    Exists,
    /// It holds this JSON: objects may hold more; absent, null and empty are one.
    Holds(Value),
    /// A field equals this text.
    Equals(&'static str, Arg),
    /// One of its auth schemes has these facts.
    Scheme(Value),
    /// Its first auth scheme, the one that connections use, has this id.
    FirstScheme(String),
    /// Its variable of this name has exactly this value; numbers are compared as such.
    Variable(String, Value),
    /// It is a JSON Schema with variables, required as they are here.
    Schema {
        wanted: Value,
        /// Variables that it must not have.
        removed: Vec<String>,
    },
}

/// A refusal when a row is found.
#[derive(Clone, Debug, PartialEq)]
pub struct Guard {
    /// One row of any of them is enough.
    pub lookups: Vec<Lookup>,
    /// What is wrong then, and what to write.
    pub message: String,
}

/// A refusal when a found row does not hold a value.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    pub field: &'static str,
    pub value: Arg,
    /// What is wrong then, and what to do.
    pub message: String,
    /// Texts are compared without a slash at their end.
    pub is_url: bool,
    /// Whether a person can mend it, so that the run goes on and ends waiting.
    pub is_manual: bool,
}

/// What a person does, because the command line cannot.
#[derive(Clone, Debug, PartialEq)]
pub struct Manual {
    /// One line: what is to be done.
    pub title: String,
    /// What to do, line by line.
    pub instructions: Vec<String>,
    pub done: Done,
}

/// How a manual step is recognised as done.
#[derive(Clone, Debug, PartialEq)]
pub enum Done {
    /// A row is there, in one of these lists; its id is the step's.
    Row {
        lookups: Vec<Lookup>,
        agree: Vec<Refusal>,
    },
    /// No row is there. Where the search needs an id that nothing gives, there is none: the
    /// object never was set up.
    Absent { lookup: Lookup },
    /// Nothing can be read back: a person says so by this variable in the env file.
    Said { variable: String, value: String },
}

/// What settling a step does beside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The lock gets the id of [`Address::Project`], or of the system whose scheme this is:
    /// a system in the lock has had its scheme.
    Lock,
    /// A running deployment has to be renewed when this has changed something.
    Redeploy,
}
