"""Fits of BG/NBD, Gamma-Gamma and Pareto/NBD, by scipy on likelihoods in numpy and, where it is installed, by lifetimes.

Reads histories as little-endian doubles, four a customer (x, tX, T, mean spend), from the file named by its argument, then
answers requests, one a line: "fit MODEL WAY" fits once, and says how long it took and what it found. Replies are JSON,
one a line; the first says the versions and the ways, or what is missing.

The columns are made before the clock starts. scipy searches from one start, with derivatives by hand, which take a third of
the time of differences; only Pareto/NBD has differences, as those of the hypergeometric function have no closed form.
"like rows once" is what Fader and Hardie do: it finds the different rows, in its time, and weighs them.
"""

import json
import os
import sys
import warnings
from contextlib import redirect_stdout
from time import perf_counter

# Over matrices of four rows, two threads of BLAS do nothing but wait for each other, most of the time.
os.environ["OPENBLAS_NUM_THREADS"] = "1"
warnings.simplefilter("ignore")


def reply(message):
    print(json.dumps(message), flush=True)


try:
    import numpy as np
    import scipy
    from scipy.optimize import minimize
    from scipy.special import gammaln, hyp2f1, psi
except ImportError as error:
    reply({"missing": [error.name]})
    sys.exit()
try:
    import lifetimes
except Exception:  # It is old: beside newer packages it may fail in any way.
    lifetimes = None

NAMES = {
    "bgNbd": ["r", "alpha", "a", "b"],
    "gammaGamma": ["p", "q", "v"],
    "paretoNbd": ["r", "alpha", "s", "beta"],
}


def bg_nbd(logs, x, t, T, weights):
    """Minus the log-likelihood, and its gradient."""
    r, alpha, a, b = np.exp(logs)
    end, last = alpha + T, alpha + t
    log_end = np.log(end)
    silent = log_end - np.log(last)
    repeat = x > 0
    before = np.where(repeat, b + x - 1, 1)
    log_odds = np.where(repeat, np.log(a / before) + (r + x) * silent, -np.inf)
    value = gammaln(r + x) - gammaln(r) + r * np.log(alpha) - (r + x) * log_end
    value += gammaln(b + x) - gammaln(b) + gammaln(a + b) - gammaln(a + b + x) + np.logaddexp(0, log_odds)
    left = 1 / (1 + np.exp(-log_odds))
    stayed = psi(a + b) - psi(a + b + x)
    gradient = [
        weights @ (psi(r + x) - psi(r) + np.log(alpha) - log_end + left * silent),
        weights @ (r / alpha - (r + x) / end + left * (r + x) * (1 / end - 1 / last)),
        weights @ (stayed + left / a),
        weights @ (stayed + psi(b + x) - psi(b) - left / before),
    ]
    return -(weights @ value), -np.exp(logs) * gradient


def gamma_gamma(logs, x, z, weights):
    """Minus the log-likelihood, and its gradient."""
    p, q, v = np.exp(logs)
    px, total = p * x, x * z + v
    log_total, log_spent = np.log(total), np.log(x * z)
    value = gammaln(px + q) - gammaln(px) - gammaln(q) + q * np.log(v) + px * log_spent - np.log(z)
    value -= (px + q) * log_total
    both = psi(px + q)
    gradient = [
        weights @ (x * (both - psi(px) + log_spent - log_total)),
        weights @ (both - psi(q) + np.log(v) - log_total),
        weights @ (q / v - (px + q) / total),
    ]
    return -(weights @ value), -np.exp(logs) * gradient


def pareto_nbd(logs, x, t, T, weights):
    """Minus the log-likelihood, by Fader and Hardie (2005)."""
    r, alpha, s, beta = np.exp(logs)
    larger, other = (alpha, s + 1) if alpha >= beta else (beta, r + x)
    shape = r + s + x

    def series(time):
        return hyp2f1(shape, other, shape + 1, abs(alpha - beta) / (larger + time))

    fallen = np.exp(shape * np.log((larger + t) / (larger + T)))
    between = np.log(np.maximum(series(t) - series(T) * fallen, 0)) - shape * np.log(larger + t)
    stayed = -(r + x) * np.log(alpha + T) - s * np.log(beta + T)
    ends = np.logaddexp(stayed, np.log(s / shape) + between)
    return -(weights @ (gammaln(r + x) - gammaln(r) + r * np.log(alpha) + s * np.log(beta) + ends))


LIKELIHOODS = {"bgNbd": bg_nbd, "gammaGamma": gamma_gamma, "paretoNbd": pareto_nbd}
# With differences and the default tolerance the search stops short of the maximum of a million customers.
SEARCHES = {
    "bgNbd": {"jac": True},
    "gammaGamma": {"jac": True},
    "paretoNbd": {"jac": "2-point", "options": {"ftol": 1e-11}},
}


def likelihood_at(model, logs, columns):
    found = LIKELIHOODS[model](logs, *columns, np.ones(len(columns[0])))
    return -float(found[0] if isinstance(found, tuple) else found)


def by_scipy(model, columns, weights=None):
    weights = np.ones(len(columns[0])) if weights is None else weights
    found = minimize(
        LIKELIHOODS[model], STARTS[model], args=(*columns, weights), method="L-BFGS-B", **SEARCHES[model]
    )
    return found.x, bool(found.success)


def by_scipy_once(model, columns):
    """Counts like rows together first."""
    rows = np.stack(columns)[:, np.lexsort(columns[::-1])]
    firsts = np.flatnonzero(np.append(True, (rows[:, 1:] != rows[:, :-1]).any(axis=0)))
    weights = np.diff(np.append(firsts, rows.shape[1])).astype(float)
    return by_scipy(model, tuple(rows[:, firsts]), weights)


def by_lifetimes(model, columns):
    fitter = {
        "bgNbd": lifetimes.BetaGeoFitter,
        "gammaGamma": lifetimes.GammaGammaFitter,
        "paretoNbd": lifetimes.ParetoNBDFitter,
    }[model]()
    np.random.seed(1)  # Its Pareto/NBD starts at random.
    fitter.fit(*columns)  # It raises where it does not converge.
    return np.log([fitter.params_[name] for name in NAMES[model]]), True


x, t, T, z = (np.ascontiguousarray(column) for column in np.fromfile(sys.argv[1], dtype="<f8").reshape(-1, 4).T)
spends = (x > 0) & (z > 0)
DATA = {"bgNbd": (x, t, T), "gammaGamma": (x[spends], z[spends]), "paretoNbd": (x, t, T)}
STARTS = {
    "bgNbd": np.log([1, T.mean(), 1, 1]),
    "gammaGamma": np.log([1, 1, z[spends].mean()]),
    "paretoNbd": np.log([1, T.mean(), 1, T.mean()]),
}
WAYS = {"scipy": by_scipy, "scipy, like rows once": by_scipy_once}
if lifetimes is not None:
    WAYS["lifetimes"] = by_lifetimes

versions = {"scipy": scipy.__version__, "numpy": np.__version__}
if lifetimes is not None:
    versions["lifetimes"] = lifetimes.__version__
reply({"missing": [], "versions": versions, "ways": list(WAYS)})
for request in sys.stdin:
    _, model, way = request.strip().split(" ", 2)
    with redirect_stdout(sys.stderr):
        start = perf_counter()
        logs, converged = WAYS[way](model, DATA[model])
        ms = 1000 * (perf_counter() - start)
    reply(
        {
            "ms": ms,
            "converged": converged,
            "parameters": dict(zip(NAMES[model], np.exp(logs).tolist())),
            "logLikelihood": likelihood_at(model, logs, DATA[model]),
        }
    )
