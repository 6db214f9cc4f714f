"""Runs several commands of the command line in one process: each takes the next line of standard input, as JSON."""

import json
import sys
import traceback

from bot.cli import main

for line in sys.stdin:
    sys.argv = ["verbatim", *json.loads(line)]
    try:
        main()
    except SystemExit as ended:
        print(f"ENDED {sys.argv[1:3]} {ended.code or 0}", flush=True)
    except BaseException:  # noqa: BLE001 # for the test
        traceback.print_exc()
        print(f"FAILED {sys.argv[1:3]}", flush=True)
