//! What a person does in the platform's own pages. Each panics on a name that is not there.

use super::state::{Connection, Environment, Log, Project, State, Version};

impl State {
    /// The project of this name.
    #[track_caller]
    pub fn project(&mut self, name: &str) -> &mut Project {
        let mut projects = self.projects.iter_mut();
        projects
            .find(|project| project.name == name)
            .unwrap_or_else(|| panic!("no project {name}"))
    }

    /// An environment of a project.
    #[track_caller]
    pub fn environment(&mut self, project: &str, environment: &str) -> &mut Environment {
        let mut environments = self.project(project).environments.iter_mut();
        environments
            .find(|held| held.name == environment)
            .unwrap_or_else(|| panic!("no environment {environment}"))
    }

    /// Makes a connection and links it to a template; gives its id.
    #[track_caller]
    pub fn connect_by_hand(
        &mut self,
        (project, environment, template): (&str, &str, &str),
        connection: &str,
    ) -> String {
        let id = self.id();
        let mut templates = self.environment(project, environment).templates.iter();
        let (template, system) = templates
            .find(|held| held.name == template)
            .map(|held| (held.id.clone(), held.system.clone()))
            .unwrap_or_else(|| panic!("no template {template}"));
        self.connections.push(Connection {
            id: id.clone(),
            name: connection.to_owned(),
            system,
            base_url: String::new(),
            credential: "by-hand".into(),
            templates: vec![template],
            user: String::new(),
        });
        id
    }

    /// Gives a system of the organisation another name.
    #[track_caller]
    pub fn rename_system(&mut self, name: &str, new: &str) {
        let mut systems = self.systems.iter_mut();
        let system = systems.find(|system| system.name == name);
        new.clone_into(&mut system.expect("a system of that name").name);
    }

    /// Takes a system out of the organisation, with its connections and templates.
    #[track_caller]
    pub fn delete_system(&mut self, name: &str) {
        let mut systems = self.systems.iter();
        let at = systems.position(|system| system.name == name);
        let id = self.systems.remove(at.expect("a system of that name")).id;
        self.connections
            .retain(|connection| connection.system != id);
        for project in &mut self.projects {
            for environment in &mut project.environments {
                environment.templates.retain(|held| held.system != id);
            }
        }
    }

    #[track_caller]
    pub fn delete_connection(&mut self, name: &str) {
        let before = self.connections.len();
        self.connections
            .retain(|connection| connection.name != name);
        assert_ne!(before, self.connections.len(), "no connection {name}");
    }

    /// Changes the base URL of the systems and connections of this name.
    #[track_caller]
    pub fn set_base_url(&mut self, name: &str, url: &str) {
        let systems = self.systems.iter_mut();
        let systems = systems.filter(|system| system.name == name);
        let connections = self.connections.iter_mut();
        let connections = connections.filter(|connection| connection.name == name);
        let mut changed = 0;
        for held in systems
            .map(|system| &mut system.base_url)
            .chain(connections.map(|connection| &mut connection.base_url))
        {
            url.clone_into(held);
            changed += 1;
        }
        assert_ne!(changed, 0, "nothing is called {name}");
    }

    /// Writes a file of the project; the versions keep theirs.
    #[track_caller]
    pub fn edit_file(&mut self, project: &str, path: &str, content: &str) {
        let files = &mut self.project(project).files;
        match files.iter_mut().find(|(held, _)| held == path) {
            Some((_, held)) => content.clone_into(held),
            None => files.push((path.to_owned(), content.to_owned())),
        }
    }

    /// Deploys the project's files as a version of this name; gives its id.
    #[track_caller]
    pub fn deploy_foreign(&mut self, project: &str, environment: &str, name: &str) -> String {
        let id = self.id();
        let created = self.clock;
        let held = self.project(project);
        let files = held.files.clone();
        held.versions.insert(
            0,
            Version {
                id: id.clone(),
                name: name.to_owned(),
                description: String::new(),
                state: "ready".into(),
                created,
                files,
            },
        );
        let environment = self.environment(project, environment);
        environment.deployed = Some(id.clone());
        environment.status = "running".into();
        environment.pending = 0;
        id
    }

    /// The deployed project logs a line; those of one environment are kept oldest first.
    #[track_caller]
    pub fn log(&mut self, (project, environment): (&str, &str), age: u64, line: (&str, &str)) {
        let environment = self.environment(project, environment).id.clone();
        let (severity, message) = line;
        self.logs.push(Log {
            environment,
            age,
            fields: serde_json::Map::new(),
            message: message.to_owned(),
            severity: severity.to_owned(),
            timestamp: format!(
                "2026-01-02T00:00:00.{:09}Z",
                999_999_999 - age.min(999_999_999)
            ),
            error: String::new(),
        });
        self.logs.sort_by_key(|log| std::cmp::Reverse(log.age));
    }
}
