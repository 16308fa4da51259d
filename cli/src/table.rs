//! Items of a list as a table for people.

use std::collections::BTreeSet;

use console::{Alignment, measure_text_width, pad_str, truncate_str};
use serde_json::Value;

use crate::exit::one_line;

/// The rows that decide how wide columns are.
const ROWS: usize = 50;

/// The width of a cell, except of ids, which people copy.
const WIDTH: usize = 40;

/// Collects rows, and formats them when there are enough to see how wide columns are.
#[derive(Default)]
pub struct Table {
    rows: Vec<Row>,
    columns: Vec<(String, usize)>,
}

/// Cells by the paths of their values.
type Row = Vec<(String, String)>;

impl Table {
    /// Adds an item, and returns lines that are ready.
    pub fn add(&mut self, item: &Value) -> Vec<String> {
        let mut row = Vec::new();
        cells("", item, &mut row);
        // Ids come first.
        row.sort_by_key(|(name, _)| name != "id");
        self.rows.push(row);
        match self.rows.len() >= ROWS {
            true => self.take(),
            false => Vec::new(),
        }
    }

    /// Returns the lines of the rows that were added since the last time, the first time with a header.
    pub fn take(&mut self) -> Vec<String> {
        let rows = std::mem::take(&mut self.rows);
        let mut lines = Vec::new();
        if self.columns.is_empty() && !rows.is_empty() {
            self.columns = columns(&rows);
            let names = self.columns.iter().map(|(name, _)| name.to_uppercase());
            lines.push(self.line(names.collect()));
        }
        lines.extend(rows.iter().map(|row| {
            let cells = self
                .columns
                .iter()
                .map(|(name, _)| cell(row, name).to_owned());
            self.line(cells.collect())
        }));
        lines
    }

    fn line(&self, cells: Vec<String>) -> String {
        let cells = cells
            .iter()
            .zip(&self.columns)
            .map(|(cell, (name, width))| {
                let cell = match is_id(name) {
                    true => cell.into(),
                    false => truncate_str(cell, WIDTH, "…"),
                };
                pad_str(&cell, *width, Alignment::Left, None).into_owned()
            });
        let line = cells.collect::<Vec<_>>().join("  ");
        line.trim_end().to_owned()
    }
}

/// The single values within a value, by their paths. What has several is left to JSON.
fn cells(path: &str, value: &Value, row: &mut Row) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                let path = match path {
                    "" => name.clone(),
                    path => format!("{path}.{name}"),
                };
                cells(&path, value, row);
            }
        }
        Value::Null | Value::Array(_) => {}
        Value::String(text) => row.push((path.to_owned(), one_line(text))),
        value => row.push((path.to_owned(), value.to_string())),
    }
}

fn cell<'r>(row: &'r Row, name: &str) -> &'r str {
    let found = row.iter().find(|(known, _)| known == name);
    found.map_or("", |(_, cell)| cell)
}

fn is_id(name: &str) -> bool {
    name == "id" || name.ends_with("Id")
}

/// The columns of rows with their widths, without those that say the same as one before.
fn columns(rows: &[Row]) -> Vec<(String, usize)> {
    let mut names: Vec<&str> = Vec::new();
    for (name, _) in rows.iter().flatten() {
        if !names.contains(&name.as_str()) {
            names.push(name);
        }
    }
    let mut seen = BTreeSet::new();
    names.retain(|name| seen.insert(rows.iter().map(|row| cell(row, name)).collect::<Vec<_>>()));
    let width = |name: &str| {
        let cells = rows.iter().map(|row| measure_text_width(cell(row, name)));
        let widest = cells.max().unwrap_or_default();
        let widest = if is_id(name) {
            widest
        } else {
            widest.min(WIDTH)
        };
        widest.max(measure_text_width(name))
    };
    let columns = names.iter().map(|name| ((*name).to_owned(), width(name)));
    columns.collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_table_has_a_column_for_each_single_value() {
        let mut table = Table::default();
        let long = "x".repeat(50);
        for item in [
            json!({ "content": { "message": "Noon,\nby the river?" }, "id": "1", "version": "1", "tags": ["a"] }),
            json!({ "content": { "message": long }, "id": "2", "version": "2", "isLast": true }),
        ] {
            assert_eq!(table.add(&item), Vec::<String>::new());
        }
        let cut = format!("2   {}…  true", "x".repeat(39));
        assert_eq!(
            table.take(),
            [
                format!("ID  CONTENT.MESSAGE{}ISLAST", " ".repeat(27)),
                "1   Noon, by the river?".to_owned(),
                cut
            ]
        );
        table.add(&json!({ "id": "3", "new": 1 }));
        assert_eq!(table.take(), ["3"], "the header comes once");
        assert_eq!(table.take(), Vec::<String>::new());
    }

    #[test]
    fn long_lists_are_written_in_parts() {
        let mut table = Table::default();
        let parts = (0..ROWS * 2).map(|number| table.add(&json!({ "id": number })).len());
        let parts: Vec<usize> = parts.filter(|lines| *lines > 0).collect();
        assert_eq!(parts, [ROWS + 1, ROWS]);
    }
}
