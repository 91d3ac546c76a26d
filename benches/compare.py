#!/usr/bin/env python3
"""Runs one query through cnd, jaq, yq and PyYAML on the same files, and prints how their times compare.

The query: the programmes of the pillar demand-reduction with the WHO; id, name and lead as CSV. All must
give the same rows. Needs cargo, rustc, python3 and jq; jaq, yq and PyYAML are installed into a temporary
folder, or once for all into the folder given with --tools.
"""

import argparse
import csv
import io
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# That of the packages.
PROFILE = "dist"
QUERY = ["programmes", "--pillar", "demand-reduction", "--agency", "WHO"]
COLUMNS = ["--columns", "id,name,lead", "-f", "csv"]

# The agencies stand by their acronyms in the answer, as they do in that of cnd.
FILTER = """
(.agencies | map({key: .id, value: .acronym}) | from_entries) as $acronym
| .programmes[]
| select(.pillar == "demand-reduction" and any(.reports[].participants[]?; .agency == "who"))
| [.id, .name,
   ([.reports[].participants[]? | select(.role == "lead") | $acronym[.agency]] | unique | join("; "))]
| @csv
"""

SCRIPT = """
import csv, sys, yaml
loader = getattr(yaml, sys.argv[2])
data = yaml.load(open(sys.argv[1], encoding="utf-8"), Loader=loader)
acronym = {agency["id"]: agency["acronym"] for agency in data["agencies"]}
out = csv.writer(sys.stdout, lineterminator="\\n")
for p in data["programmes"]:
    if p["pillar"] != "demand-reduction":
        continue
    participants = [x for report in p["reports"] for x in report.get("participants", [])]
    if any(x["agency"] == "who" for x in participants):
        lead = sorted({acronym[x["agency"]] for x in participants if x["role"] == "lead"})
        out.writerow([p["id"], p["name"], "; ".join(lead)])
"""

HELLO = 'fn main() { println!("one line"); }'


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--programmes", default="1000,10000,100000", help="the sizes")
    options.add_argument("--runs", type=int, default=5, help="runs of cnd and jaq; the median counts")
    options.add_argument("--slow-runs", type=int, default=1, help="runs of yq and PyYAML")
    options.add_argument("--tools", type=Path, help="where jaq, yq and PyYAML are or will be installed")
    options = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="cnd-compare-") as folder:
        folder = Path(folder)
        tools = install((options.tools or folder / "tools").resolve())
        subprocess.run(
            ["cargo", "build", "--profile", PROFILE, "--locked", "--bin", "cnd", "--example", "generate"],
            cwd=ROOT, check=True,
        )
        tools["cnd"] = target() / PROFILE / "cnd"
        shipped(tools, folder)
        for programmes in options.programmes.split(","):
            sized(int(programmes), tools, folder, options)


def install(folder):
    """The tools in the folder, after those that it lacks have been installed there."""
    jaq, venv, jq = folder / "bin" / "jaq", folder / "venv", shutil.which("jq")
    if jq is None:
        sys.exit("error: jq is needed, which yq calls: apt-get install jq")
    if not jaq.exists():
        subprocess.run(["cargo", "install", "--locked", "jaq", "--root", folder], check=True)
    if not (venv / "bin" / "yq").exists():
        subprocess.run([sys.executable, "-m", "venv", venv], check=True)
        subprocess.run([venv / "bin" / "pip", "install", "--quiet", "pyyaml", "yq"], check=True)
    return {"jaq": jaq, "yq": venv / "bin" / "yq", "python": venv / "bin" / "python"}


def target():
    metadata = subprocess.run(
        ["cargo", "metadata", "--format-version=1", "--no-deps"],
        cwd=ROOT, check=True, capture_output=True,
    )
    return Path(json.loads(metadata.stdout)["target_directory"])


def shipped(tools, folder):
    """The shipped dataset against a program that prints one line."""
    source, hello = folder / "hello.rs", folder / "hello"
    source.write_text(HELLO)
    flags = ["-O", "-C", "lto", "-C", "codegen-units=1", "-C", "panic=abort", "-C", "strip=symbols"]
    subprocess.run(["rustc", *flags, "-o", hello, source], check=True)
    cases = {
        "hello": [hello],
        "query": [tools["cnd"], *QUERY, *COLUMNS],
        "table": [tools["cnd"], "programmes"],
    }
    results = measure(cases, dict.fromkeys(cases, 400))
    print("\nshipped dataset, times of a program that prints one line:")
    for case in ["query", "table"]:
        print(f"  {case:28} {results[case].seconds / results['hello'].seconds:8.2f}")


def sized(programmes, tools, folder, options):
    """The query on a synthetic dataset of one size, on all cores and on one."""
    size = {}
    files = {}
    for form in ["yaml", "json"]:
        files[form] = folder / f"{programmes}.{form}"
        with open(files[form], "wb") as out:
            generate = target() / PROFILE / "examples" / "generate"
            command = [generate, "--programmes", str(programmes), "--format", form]
            subprocess.run(command, check=True, stdout=out)
        size[form] = files[form].stat().st_size
    script = folder / "query.py"
    script.write_text(SCRIPT)

    def cnd(form):
        return [tools["cnd"], "--data", files[form], *QUERY, *COLUMNS]

    def jaq(form):
        return [tools["jaq"], "--from", form, "-r", FILTER, files[form]]

    one_core = ["taskset", "-c", "0"] if shutil.which("taskset") else None
    cases = {
        "cnd": cnd("yaml"),
        "jaq": jaq("yaml"),
        "yq (PyPI)": [tools["yq"], "-r", FILTER, files["yaml"]],
        "PyYAML, CSafeLoader": [tools["python"], script, files["yaml"], "CSafeLoader"],
        "PyYAML, SafeLoader": [tools["python"], script, files["yaml"], "SafeLoader"],
        "cnd, JSON": cnd("json"),
        "jaq, JSON": jaq("json"),
    }
    slow = [case for case in cases if case.startswith(("yq", "PyYAML"))]
    if one_core:
        cases["cnd, one core"] = one_core + cases["cnd"]
        cases["jaq, one core"] = one_core + cases["jaq"]
        cases["cnd, JSON, one core"] = one_core + cases["cnd, JSON"]
        cases["jaq, JSON, one core"] = one_core + cases["jaq, JSON"]
    runs = {case: options.slow_runs if case in slow else options.runs for case in cases}
    results = measure(cases, runs)
    expected = rows(results["cnd"].output, header=True)
    if not expected:
        sys.exit("error: the query finds nothing")
    for case, result in results.items():
        if rows(result.output, header=case.startswith("cnd")) != expected:
            sys.exit(f"error: {case} gives other rows than cnd")

    megabytes = size["yaml"] / 1e6
    print(f"\n{programmes} programmes, {megabytes:.1f} MB of YAML, {len(expected)} rows, equal in all:")
    print(f"  {'':28} {'times of cnd':>14} {'memory / file':>14}")
    for case, result in results.items():
        form = "json" if "JSON" in case else "yaml"
        suffix = case.partition(",")[2].removeprefix(" CSafeLoader").removeprefix(" SafeLoader")
        base = results["cnd," + suffix if suffix else "cnd"]
        ratio = result.seconds / base.seconds
        print(f"  {case:28} {ratio:14.2f} {result.memory / size[form]:14.2f}", flush=True)
    print(f"  cnd, seconds for a MB of YAML {results['cnd'].seconds / megabytes:13.4f}", flush=True)


class Result:
    """What several runs of one command took: the median, and the most memory."""

    def __init__(self):
        self.times, self.memory, self.output = [], 0, ""

    @property
    def seconds(self):
        return statistics.median(self.times)


def measure(cases, runs):
    """Runs the commands in turns, so that what else the machine does strikes all of them."""
    results = {case: Result() for case in cases}
    for turn in range(max(runs.values())):
        for case, command in cases.items():
            if turn < runs[case]:
                run([os.fspath(part) for part in command], results[case])
    return results


def run(command, result):
    with tempfile.TemporaryFile() as out, open(os.devnull, "wb") as nothing:
        start = time.perf_counter()
        actions = [(os.POSIX_SPAWN_DUP2, out.fileno(), 1), (os.POSIX_SPAWN_DUP2, nothing.fileno(), 2)]
        child = os.posix_spawnp(command[0], command, os.environ, file_actions=actions)
        _, status, usage = os.wait4(child, 0)
        result.times.append(time.perf_counter() - start)
        if os.waitstatus_to_exitcode(status) != 0:
            sys.exit(f"error: this command fails: {' '.join(command)}")
        kilobyte = 1 if sys.platform == "darwin" else 1024
        result.memory = max(result.memory, usage.ru_maxrss * kilobyte)
        if not result.output:
            out.seek(0)
            result.output = out.read().decode()


def rows(text, header):
    """The rows of a CSV; programs differ in what they quote, not in what they say."""
    found = list(csv.reader(io.StringIO(text)))
    return found[1:] if header else found


if __name__ == "__main__":
    main()
