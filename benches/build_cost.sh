#!/usr/bin/env bash
# Measures clean builds of one small program, on the client and on reqwest by hand.
#
#   benches/build_cost.sh [rounds]   clean builds of both in turns, debug and release, and the time by kind of unit
#   benches/build_cost.sh --smoke    only the number of crates
set -euo pipefail
cd "$(dirname "$0")/.."

# The crates that a program depends on; with the edge `build`, those of its build scripts too.
crates() {
    cargo tree --locked -q -p "$1" -e "$2" --prefix none | awk 'NF { print $1 "@" $2 }' | sort -u
}

# Wall and CPU seconds of a clean build.
clean_build() {
    local target
    target=$(mktemp -d)
    local TIMEFORMAT='%R %U %S'
    { time cargo build --locked -q --timings -p "$1" --profile "$2" --target-dir "$target" >/dev/null 2>&1; } 2>&1 |
        awk '{ print $1, $2 + $3 }'
    cp "$target"/cargo-timings/cargo-timing.html "$reports/$1.$2.html"
    rm -r "$target"
}

# The seconds that the units of a build took, by kind.
shares() {
    awk -v only="$(comm -13 <(sort -u <(crates $client normal) <(crates $hand normal,build)) <(crates $client normal,build) | cut -d@ -f1)" '
        BEGIN { split(only, names, "\n"); for (n in names) generator[names[n]] = 1 }
        /"name":/     { gsub(/[",]/, ""); name = $2 }
        /"mode":/     { gsub(/[",]/, ""); mode = $2 }
        /"target":/   { target = $0 }
        /"duration":/ {
            gsub(/,/, "")
            all += $2
            if (name != "acs-chat") { if (name in generator) spent["crates of the generator"] += $2; else spent["other crates"] += $2 }
            else if (mode == "run-custom-build") spent["generating"] += $2
            else if (target ~ /build-script/) spent["compiling the build script"] += $2
            else spent["compiling what was generated, and the rest of the client"] += $2
        }
        END { for (what in spent) printf "%7.1f s %3.0f %%  %s\n", spent[what], 100 * spent[what] / all, what }
    ' "$1" | sort -rn
}

hand=acs-chat-by-hand client=acs-chat-by-client
echo "crates             by hand   client   ratio"
for edges in normal normal,build; do
    a=$(crates $hand $edges | wc -l) b=$(crates $client $edges | wc -l)
    awk -v e=$edges -v a="$a" -v b="$b" 'BEGIN { printf "%-18s %7d %8d %7.2f\n", e, a - 1, b - 1, (b - 1) / (a - 1) }'
done
[[ ${1:-} == --smoke ]] && exit

reports=$(mktemp -d)
for profile in dev release; do
    for ((round = 0; round < ${1:-1}; round++)); do
        read -r a A <<<"$(clean_build $hand $profile)"
        read -r b B <<<"$(clean_build $client $profile)"
        awk -v p=$profile -v a="$a" -v b="$b" 'BEGIN { printf "%-18s %7.1f %8.1f %7.2f\n", p " wall s", a, b, b / a }'
        awk -v p=$profile -v a="$A" -v b="$B" 'BEGIN { printf "%-18s %7.1f %8.1f %7.2f\n", p " CPU s", a, b, b / a }'
    done
    echo "where the $profile build of the client spends its time, unit by unit:"
    shares "$reports/$client.$profile.html"
done
rm -r "$reports"
