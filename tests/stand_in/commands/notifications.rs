//! Notification channels and their links to environments.

use serde_json::json;

use super::{environment, project};
use crate::arguments::Call;
use crate::output::{Failure, first_page, list as print_list};
use crate::state::{Channel, Notification, State};

pub fn channels(state: &mut State, call: &Call) -> Result<String, Failure> {
    let rows = state.channels.iter().map(|channel| {
        json!({ "name": channel.name, "id": channel.id, "type": "email", "to": channel.to })
    });
    print_list(call, "printableChannel", first_page(rows))
}

pub fn create_channel(state: &mut State, call: &Call) -> Result<String, Failure> {
    if call.text("email").is_empty() {
        return Err(Failure::message("--email is required"));
    }
    let channel = Channel {
        id: state.id(),
        name: call.text("name").to_owned(),
        to: call.text("email").to_owned(),
        cc: call.all("cc").to_vec(),
    };
    let text = format!(
        "Created notification channel {:?} (id: {}, to: {})\n",
        channel.name, channel.id, channel.to
    );
    state.channels.push(channel);
    Ok(text)
}

pub fn links(state: &mut State, call: &Call) -> Result<String, Failure> {
    let channels = state.channels.clone();
    let notifications = state.notifications.clone();
    let project = project(state, call)?;
    let wanted = if call.is_given("environment") {
        Some(environment(project, call)?.id.clone())
    } else {
        None
    };
    let rows = notifications
        .iter()
        .filter(|held| held.project == project.id)
        .filter(|held| wanted.as_ref().is_none_or(|id| held.environment == *id))
        .map(|held| {
            let channel = channels.iter().find(|channel| channel.id == held.channel);
            json!({
                "name": held.name,
                "id": held.id,
                "channelName": channel.map_or("", |channel| channel.name.as_str()),
                "channelId": held.channel,
                "environmentId": held.environment,
            })
        });
    print_list(call, "printableProjectNotification", first_page(rows))
}

pub fn link(state: &mut State, call: &Call) -> Result<String, Failure> {
    for flag in ["channel-id", "environment"] {
        if call.text(flag).is_empty() {
            return Err(Failure::prompt(&format!("--{flag}")));
        }
    }
    let id = state.id();
    let channel = state
        .channels
        .iter()
        .find(|channel| channel.id == call.text("channel-id"))
        .cloned()
        .ok_or_else(|| Failure::message("notification channel not found"))?;
    let project = project(state, call)?;
    let environment = environment(project, call)?.clone();
    let name = match call.text("name") {
        "" => channel.name.clone(),
        name => name.to_owned(),
    };
    let text = format!(
        "Linked channel {:?} to environment {:?} on project {} (notification id: {id}, name: {name:?}).\n",
        channel.name, environment.name, project.id
    );
    let notification = Notification {
        id,
        name,
        channel: channel.id,
        project: project.id.clone(),
        environment: environment.id.clone(),
    };
    state.notifications.push(notification);
    Ok(text)
}

/// Without this, a form would ask whether it is meant.
fn confirmed(call: &Call) -> Result<(), Failure> {
    if call.is_on("yes") {
        return Ok(());
    }
    Err(Failure::prompt("--yes"))
}

pub fn unlink(state: &mut State, call: &Call) -> Result<String, Failure> {
    for flag in ["notification-id", "environment"] {
        if call.text(flag).is_empty() {
            return Err(Failure::prompt(&format!("--{flag}")));
        }
    }
    let id = call.text("notification-id");
    let project = project(state, call)?;
    let project_id = project.id.clone();
    let name = call.text("environment");
    let mut environments = project.environments.iter();
    let environment = environments
        .find(|environment| environment.name == name)
        .map(|environment| environment.id.clone())
        .ok_or_else(|| {
            let message = format!("environment {name:?} not found on project {project_id}");
            Failure::message(&message)
        })?;
    let at = state
        .notifications
        .iter()
        .position(|held| {
            held.id == id && held.project == project_id && held.environment == environment
        })
        .ok_or_else(|| {
            Failure::message(&format!(
                "notification {id} not found on project {project_id} (env {environment})"
            ))
        })?;
    confirmed(call)?;
    let link = state.notifications.remove(at);
    Ok(format!(
        "Unlinked binding {:?} from environment {name:?} on project {project_id}.\n",
        link.name
    ))
}

/// The links of the channel stay, and alert nobody.
pub fn delete_channel(state: &mut State, call: &Call) -> Result<String, Failure> {
    let id = call.text("channel-id");
    if id.is_empty() {
        return Err(Failure::prompt("--channel-id"));
    }
    let at = state
        .channels
        .iter()
        .position(|channel| channel.id == id)
        .ok_or_else(|| {
            Failure::message(&format!("channel {id} not found in current organisation"))
        })?;
    confirmed(call)?;
    let channel = state.channels.remove(at);
    Ok(format!("Deleted channel {:?}.\n", channel.name))
}
