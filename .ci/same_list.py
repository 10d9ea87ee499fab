"""Says whether a Spark job's list is that of a screening, row by row and in the same order, and how fast it came.

same_list.py WORKLIST_CSV LIST_FOLDER JOB_LOG
"""

import csv
import datetime
import glob
import re
import sys

MILLISECONDS = "milliseconds"


def rows(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def same(one, other):
    try:
        return abs(float(one) - float(other)) < 1e-9
    except ValueError:
        return one == other


def moments(log):
    with open(log, encoding="utf-8") as file:
        for line in file:
            match = re.match(r"(\S+ \S+) INFO TaskSetManager: (Starting|Finished) task \S+ in stage 0\.0", line)
            if match:
                yield match[2], datetime.datetime.strptime(match[1], "%y/%m/%d %H:%M:%S")


def main():
    screened, listed = rows(sys.argv[1]), rows(glob.glob(sys.argv[2] + "/worklist.csv/part-*.csv")[0])
    if [row["file"] for row in screened] != [row["file"] for row in listed]:
        sys.exit(f"FAILED: the lists differ in their films or order: {len(screened)} and {len(listed)} rows")
    columns = [name for name in listed[0] if name != MILLISECONDS]
    for one, other in zip(screened, listed):
        for name in columns:
            if not same(one[name], other[name]):
                sys.exit(f"FAILED: {one['file']}: {name} is {one[name]!r} and {other[name]!r}")
    known = list(moments(sys.argv[3]))
    began = [at for what, at in known if what == "Starting"]
    # Both cores' engines have started when the second task of each ends.
    ended = sorted(at for what, at in known if what == "Finished")
    first, last = ended[len(ended) // 4], ended[-1]
    seconds = (last - first).total_seconds()
    rate = (len(ended) - 1 - len(ended) // 4) / len(ended) * len(listed) / max(seconds, 1) * 3600
    print(
        f"{len(listed)} rows equal those of screen, in {len(columns)} columns and in order; "
        f"{(last - min(began)).total_seconds():.0f} s with the start, then {rate:,.0f} films an hour"
    )


if __name__ == "__main__":
    main()
