#!/usr/bin/env bash
# Runs fuzz targets for a fixed number of inputs each: `fuzz/run.sh`, or `fuzz/run.sh TARGET...`, with RUNS to set the
# number. Needs `cargo install cargo-fuzz` and a C++ compiler; RUSTC_BOOTSTRAP lets stable Rust build for libFuzzer.
set -euo pipefail
cd "$(dirname "$0")/.."
export RUSTC_BOOTSTRAP=1

# Inputs for each target; those that send requests or generate code are slower.
runs() {
    case $1 in
        continuation | error_body | next_link | response | retry_after) echo 20000 ;;
        request) echo 5000 ;;
        import) echo 2000 ;;
        document) echo 500 ;;
        *) echo 100000 ;;
    esac
}

cargo run --quiet --release --manifest-path fuzz/Cargo.toml --package seeds
if [ $# = 0 ]; then
    mapfile -t targets < <(cargo fuzz list)
    set -- "${targets[@]}"
fi
failed=
for target; do
    printf '\n== %s\n' "$target"
    log=fuzz/target/$target.log
    # The crates have no unsafe code, so sanitizers would find nothing in them.
    if cargo fuzz run --sanitizer none "$target" -- \
        -runs="${RUNS:-$(runs "$target")}" -seed=1 -len_control=0 >"$log" 2>&1; then
        grep -a DONE "$log"
    else
        failed+=" $target"
        tail -n 60 "$log"
    fi
done
if [ -n "$failed" ]; then
    printf '\nfailed:%s\n' "$failed"
    exit 1
fi
