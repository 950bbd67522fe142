# Parses and resolves the text of the first line of input (JSON), once for each further line; prints the time in ms.
import json
import sys
import time

import docutils.core

text = json.loads(sys.stdin.readline())
settings = {"report_level": 5, "halt_level": 6, "_disable_config": True}
for _ in sys.stdin:
    start = time.perf_counter()
    docutils.core.publish_doctree(text, settings_overrides=settings)
    print((time.perf_counter() - start) * 1000, flush=True)
