// The document that the crate, the emulator and the tests are built from: the one place that names the version of the API.
"spec/2025-03-15.json"
