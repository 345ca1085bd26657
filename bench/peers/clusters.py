"""KMeans of scikit-learn with ten starts, default tolerance and default threads.

Reads coordinates as little-endian doubles, three a customer, from the file named by its argument, then answers
requests, one a line: "fit K" fits once, and says how long it took and what it found. Replies are
JSON, one a line; the first says the versions, or what is missing.
"""

import json
import sys
from time import perf_counter


def reply(message):
    print(json.dumps(message), flush=True)


try:
    import numpy as np
    import sklearn
    from sklearn.cluster import KMeans
except ImportError as error:
    reply({"missing": [error.name]})
    sys.exit()

points = np.fromfile(sys.argv[1], dtype="<f8").reshape(-1, 3)
reply({"missing": [], "versions": {"scikit-learn": sklearn.__version__, "numpy": np.__version__}})
for request in sys.stdin:
    _, k = request.split()
    start = perf_counter()
    model = KMeans(int(k), n_init=10, random_state=1).fit(points)
    ms = 1000 * (perf_counter() - start)
    reply({"ms": ms, "inertia": model.inertia_, "centers": model.cluster_centers_.tolist()})
