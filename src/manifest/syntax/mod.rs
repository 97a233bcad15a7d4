//! The typed manifest. A part that is missing or has the wrong shape is `None`, and
//! has its diagnostic already where one is due. Names are not resolved here.

mod data;
mod integration;
mod moves;
mod steps;
mod systems;
mod tree;
mod workflows;

pub use data::{
    Constant, Function, Mapping, MappingFrom, MappingTest, OpenApiPart, OperationBody,
    TypeDeclaration, TypePart, TypeSource, Variable,
};
pub use integration::{
    Alerts, Environment, Integration, Manifest, Resources, SystemOverride, User,
};
pub use moves::{Moved, Removed};
pub use steps::{Effect, LogLevel, Request, Respond, Step, Verb};
pub use systems::{
    Auth, Grant, HmacAlgorithm, HmacEncoding, HmacInput, Input, KeyLocation, Scheme, System,
};
pub use tree::{Duration, Tree, TreeKind};
pub use workflows::{
    Durable, Manual, Method, ResponseMode, Schedule, Smoke, Users, Webhook, Workflow,
};
