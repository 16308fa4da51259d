//! Items of a list as a table for people.

use std::collections::BTreeSet;

use console::{Alignment, measure_text_width, pad_str, truncate_str};
use serde_json::Value;

use crate::text::one_line;

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
            let headings = self.columns.iter().map(|(name, _)| heading(name));
            lines.push(self.line(headings));
        }
        lines.extend(rows.iter().map(|row| {
            let cells = self.columns.iter().map(|(name, _)| cell(row, name));
            self.line(cells)
        }));
        lines
    }

    fn line(&self, cells: impl Iterator<Item = impl AsRef<str>>) -> String {
        let cells = cells.zip(&self.columns).map(|(cell, (_, width))| {
            pad_str(cell.as_ref(), *width, Alignment::Left, None).into_owned()
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
        Value::String(text) => {
            let text = one_line(text);
            let cell = match is_id(path) {
                true => text,
                false => truncate_str(&text, WIDTH, "…").into_owned(),
            };
            row.push((path.to_owned(), cell));
        }
        value => row.push((path.to_owned(), value.to_string())),
    }
}

fn cell<'r>(row: &'r Row, name: &str) -> &'r str {
    let found = row.iter().find(|(known, _)| known == name);
    found.map_or("", |(_, cell)| cell)
}

fn is_id(name: &str) -> bool {
    let last = name.rsplit('.').next().unwrap_or_default();
    last == "id" || last.ends_with("Id")
}

/// The columns of rows with their widths: first the id of the item, last those of others, which are long. Of columns
/// that say the same, the one with the shortest path stays.
fn columns(rows: &[Row]) -> Vec<(String, usize)> {
    let mut names: Vec<&str> = Vec::new();
    for (name, _) in rows.iter().flatten() {
        if !names.contains(&name.as_str()) {
            names.push(name);
        }
    }
    names.sort_by_key(|name| name.matches('.').count());
    let mut seen = BTreeSet::new();
    names.retain(|name| seen.insert(rows.iter().map(|row| cell(row, name)).collect::<Vec<_>>()));
    names.sort_by_key(|name| (*name != "id", is_id(name), *name));
    let width = |name: &str| {
        let cells = rows.iter().map(|row| measure_text_width(cell(row, name)));
        let heading = measure_text_width(&heading(name));
        cells.max().unwrap_or_default().max(heading)
    };
    let columns = names.iter().map(|name| ((*name).to_owned(), width(name)));
    columns.collect()
}

/// The path of a value as a person reads it.
fn heading(name: &str) -> String {
    let mut heading = String::new();
    for letter in name.chars() {
        match letter {
            '.' => heading.push(' '),
            _ if letter.is_uppercase() => heading.extend([' ', letter]),
            _ => heading.extend(letter.to_uppercase()),
        }
    }
    heading
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
                format!("ID  CONTENT MESSAGE{}IS LAST", " ".repeat(27)),
                "1   Noon, by the river?".to_owned(),
                cut
            ]
        );
        table.add(&json!({ "id": "3", "new": 1 }));
        assert_eq!(table.take(), ["3"], "the header comes once");
        assert_eq!(table.take(), Vec::<String>::new());
    }

    #[test]
    fn ids_are_whole_and_those_of_others_come_last_and_once() {
        let mut table = Table::default();
        let id = format!("8:acs:{}", "x".repeat(50));
        table.add(
            &json!({ "sender": { "user": { "id": id }, "rawId": id }, "id": id, "topic": "Lunch" }),
        );
        table.add(&json!({ "sender": { "user": { "id": "8:b" }, "rawId": "8:b" }, "id": "1", "topic": "b" }));
        let lines = table.take();
        let width = id.len() + 2;
        assert_eq!(lines[0], format!("{:width$}TOPIC  SENDER RAW ID", "ID"));
        assert_eq!(lines[1], format!("{id}  Lunch  {id}"));
    }

    #[test]
    fn long_lists_are_written_in_parts() {
        let mut table = Table::default();
        let parts = (0..ROWS * 2).map(|number| table.add(&json!({ "id": number })).len());
        let parts: Vec<usize> = parts.filter(|lines| *lines > 0).collect();
        assert_eq!(parts, [ROWS + 1, ROWS]);
    }
}
