//! Makes manifests of any size: systems, workflows of four steps, a mapping of so many
//! rows for each workflow, and a number of types that the mappings share.

use std::fmt::Write as _;

/// How large a manifest is made.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// Systems, and as many workflows and mappings.
    pub count: usize,
    /// Rows of each mapping.
    pub rows: usize,
    pub types: usize,
}

/// A valid manifest without further files.
pub fn manifest(size: Size) -> String {
    let mut text = String::from("[integration]\nname = \"generated\"\n");
    for at in 0..size.count {
        let _ = write!(
            text,
            "\n[systems.system-{at}]\ndomain = \"s{at}.example.com\"\nbase_url = \"https://s{at}.example.com\"\n\
             auth = {{ type = \"api-key\", in = \"header\", name = \"X-Api-Key\" }}\n"
        );
    }
    for at in 0..size.types {
        let _ = write!(text, "\n[types.record_{at}]\ntype = \"object\"\n");
        let names: Vec<String> = (0..size.rows)
            .map(|row| format!("\"field_{row}\""))
            .collect();
        let _ = writeln!(text, "required = [{}]", names.join(", "));
        let _ = writeln!(text, "\n[types.record_{at}.properties]");
        for row in 0..size.rows {
            let ty = ["string", "integer", "number", "boolean"][row % 4];
            let _ = writeln!(text, "field_{row} = {{ type = \"{ty}\" }}");
        }
    }
    for at in 0..size.count {
        let ty = at % size.types.max(1);
        let _ = write!(
            text,
            "\n[mappings.to_record_{at}]\nfrom = \"record_{ty}\"\nto = \"record_{ty}\"\n\n\
             [mappings.to_record_{at}.fields]\n"
        );
        for row in 0..size.rows {
            let expression = match row % 4 {
                0 => format!("source.field_{row}.trim()"),
                1 => format!("source.field_{row} + 1"),
                2 => format!("round(source.field_{row}, 2)"),
                _ => format!("!source.field_{row}"),
            };
            let _ = writeln!(text, "field_{row} = \"{expression}\"");
        }
        let next = (at + 1) % size.count;
        let _ = write!(
            text,
            "\n[workflows.flow-{at}]\nschedule = {{ cron = \"{} {} * * *\" }}\ndurable = {{ attempts = 3 }}\n\
             \n[[workflows.flow-{at}.steps]]\nid = \"read\"\nsystem = \"system-{at}\"\nget = \"/records/latest\"\nreturns = \"record_{ty}\"\n\
             \n[[workflows.flow-{at}.steps]]\nwhen = \"steps.read.body.field_1 == 0\"\nskip = \"nothing new\"\n\
             \n[[workflows.flow-{at}.steps]]\nid = \"write\"\nsystem = \"system-{next}\"\npost = \"/records/{{steps.read.body.field_1}}\"\nbody = \"to_record_{at}(steps.read.body)\"\n\
             \n[[workflows.flow-{at}.steps]]\nlog = \"written\"\ndata = {{ status = \"steps.write.status\" }}\n",
            at % 60,
            at % 24,
        );
    }
    text
}
