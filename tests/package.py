"""Reads a data package with frictionless, DuckDB, pandas and SQLite, and compares what they find with what cnd says.

usage: package.py CND FOLDER
"""

import calendar
import csv
import io
import json
import pathlib
import sqlite3
import subprocess
import sys

import duckdb
import frictionless
import pandas

cnd, folder = sys.argv[1], pathlib.Path(sys.argv[2])


def asked(*args):
    """The rows that cnd gives of the package."""
    out = subprocess.run([cnd, "--data", str(folder), *args, "-f", "csv"], capture_output=True, text=True, check=True)
    return list(csv.DictReader(io.StringIO(out.stdout)))


report = frictionless.validate(str(folder / "datapackage.json"))
assert report.valid, report.flatten(["name", "rowNumber", "fieldNumber", "type", "note"])[:10]

package = json.loads((folder / "datapackage.json").read_text())
duck, lite = duckdb.connect(), sqlite3.connect(":memory:")
frames = {}
for resource in package["resources"]:
    name, path = resource["name"], folder / resource["path"]
    frames[name] = pandas.read_csv(path, dtype=str, keep_default_na=False)
    frames[name].to_sql(name, lite, index=False)
    duck.execute(f"create table {name} as from read_csv('{path}', all_varchar = true, header = true)")

WITH = """
select other.agency, count(distinct other.programme_id)
from participants own join reports own_report
  on own_report.programme_id = own.programme_id and own_report.position = own.report_position
join participants other on other.programme_id = own.programme_id and other.agency <> own.agency
join reports other_report
  on other_report.programme_id = other.programme_id and other_report.position = other.report_position
  and other_report.document = own_report.document
where own.agency = 'unodc' group by 1
"""
PILLARS = "select pillar, count(*) from programmes group by 1"
shared = {row["id"]: int(row["shared"]) for row in asked("agencies", "--with", "UNODC", "--columns", "id,shared")}
pillars = {row["pillar"]: int(row["programmes"]) for row in asked("stats", "--by", "pillar")}
for connection in (duck, lite):
    assert dict(connection.execute(WITH).fetchall()) == shared, (connection, shared)
    found = dict(connection.execute(PILLARS).fetchall())
    assert found == {pillar: count for pillar, count in pillars.items() if count}, (connection, found, pillars)
assert shared and sum(pillars.values()) == len(frames["programmes"])


def days(date):
    """The first and the last day that a date may mean."""
    if "Q" in date:
        year, quarter = date.split("-Q")
        first, last = int(quarter) * 3 - 2, int(quarter) * 3
        return f"{year}-{first:02}-01", f"{year}-{last:02}-{calendar.monthrange(int(year), last)[1]}"
    if len(date) == 4:
        return f"{date}-01-01", f"{date}-12-31"
    if len(date) == 7:
        return f"{date}-01", f"{date}-{calendar.monthrange(int(date[:4]), int(date[5:]))[1]}"
    return date, date


dates = {row.id: row.date for row in frames["documents"].itertuples() if row.date}
periodic = [row.id for row in frames["documents"].itertuples() if row.periodic == "true"]
cited = frames["commitment_citations"].groupby("commitment_id")["document"].apply(list).to_dict()
evidence = frames["evidence"][frames["evidence"]["earlier"] == "false"].groupby("commitment_id")["document"]
evidence = evidence.apply(list).to_dict()


def is_after(document, commitment):
    own = not commitment.instrument and commitment.force in ("planned", "purpose", "practice")
    first = min((dates[source] for source in cited[commitment.id] if source in dates), default=None)
    made = (dates.get(commitment.instrument) if commitment.instrument else None) or first
    if commitment.instrument == document:
        return False
    if made and document in dates:
        if days(made)[1] < days(dates[document])[0]:
            return True
        if days(dates[document])[1] < days(made)[0]:
            return False
    return document in cited[commitment.id] and not own


actors = {
    name: frames[name].assign(who=frames[name]["agency"] + frames[name]["group"]).groupby("commitment_id")["who"].apply(set).to_dict()
    for name in ("addressees", "makers")
}


def is_excused(document, commitment):
    """Whether the document had nothing to report: it is not due before it, States alone are to act, or it would be
    reported elsewhere."""
    if commitment.reported_elsewhere:
        return True
    if commitment.due and document in dates and not days(commitment.due)[1] < days(dates[document])[0]:
        return True
    to_act = actors["addressees"].get(commitment.id) or actors["makers"].get(commitment.id)
    return to_act == {"member-states"}


silent = {
    commitment.id
    for commitment in frames["commitments"].itertuples()
    if not commitment.untracked
    and not any(is_after(document, commitment) for document in evidence.get(commitment.id, []))
    and any(is_after(document, commitment) and not is_excused(document, commitment) for document in periodic)
}
untracked = {commitment.id for commitment in frames["commitments"].itertuples() if commitment.untracked}
gaps = {row["id"] for row in asked("gaps", "--kind-of-gap", "commitment-not-reported")} - untracked
assert silent == gaps, (silent - gaps, gaps - silent)
print(f"{len(package['resources'])} tables, {len(shared)} agencies, {len(gaps)} gaps: all the same")
