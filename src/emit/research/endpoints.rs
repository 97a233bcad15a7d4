//! API Endpoints: only those that the integration uses.

use super::Page;
use super::quote::{code, text};
use crate::ir::Program;
use crate::model::{Action, Body, Request};
use crate::types::Kind;

pub fn write(program: &Program<'_>, page: &mut Page) {
    page.heading(2, "API Endpoints");
    let model = program.model;
    for workflow in &model.workflows {
        for step in &workflow.steps {
            let Action::Request(request) = &step.action else {
                continue;
            };
            let system = &model.systems[request.system];
            page.heading(
                3,
                &format!(
                    "{}: {}",
                    text(&system.name.value),
                    code(&format!(
                        "{} {}",
                        request.method.value.as_str(),
                        request.route
                    ))
                ),
            );
            let id = step.id.as_ref().map_or("a step", |id| id.value.as_str());
            page.item(&format!(
                "Used by: {} of {}.",
                code(id),
                code(&workflow.name.value)
            ));
            parameters(request, page);
            match &request.body {
                Body::None => {}
                Body::Json(typed) => {
                    page.item(&format!(
                        "Request: JSON, {}.",
                        code(&model.types.describe(&typed.ty))
                    ));
                }
                Body::Form(_) => page.item("Request: a form."),
                Body::Text(_) => page.item("Request: text."),
            }
            if request.returns.kind == Kind::Unknown {
                page.item("Response: not read by type.");
                page.gap(format!(
                    "{}: the type of what {} answers (`returns`).",
                    code(&format!("{}/{id}", workflow.name.value)),
                    code(&request.route)
                ));
            } else {
                page.item(&format!(
                    "Response: {}.",
                    code(&model.types.describe(&request.returns))
                ));
            }
            page.item("Status codes: 2xx is success; 401, 403, 404, 408, 429 and 5xx are for a person; other 4xx refuse the data.");
        }
    }
}

fn parameters(request: &Request, page: &mut Page) {
    for (name, _) in &request.query {
        page.item(&format!("Query parameter: {}.", code(&name.value)));
    }
    for (name, _) in &request.headers {
        page.item(&format!("Header: {}.", code(&name.value)));
    }
}
