//! Deploying a version that is there already, instead of the present files: an earlier one,
//! or the one that another environment has.

use serde_json::json;

use super::lookups::text;
use super::{Address, Ensure, Step, Test};

/// Has the steps of an environment deploy the version of this name.
pub fn release(steps: &mut [Step], name: &str) {
    for step in steps {
        match (&step.at, &mut step.ensure) {
            (Address::Version, Ensure::Find(find)) => {
                find.lookup.by = vec![("name", text(name))];
                find.create = None;
                find.upload = None;
                find.unknown = format!(
                    "the project has no version {name}: `versori projects versions list` lists them"
                );
            }
            (Address::Deployment, Ensure::Put(put)) => {
                if let Some(read) = &mut put.read {
                    read.test = Test::Holds(json!({
                        "status": "running",
                        "deployedVersion": { "name": name },
                    }));
                }
            }
            _ => {}
        }
    }
}
