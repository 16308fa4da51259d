// The document of the events: the one place that names its version.
"spec/events-2018-01-01.json"
