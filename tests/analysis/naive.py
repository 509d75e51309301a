"""A second reading of the contract: every number again, slowly, from the exchange document's plain JSON.

It shares nothing with the program: loops over days, scipy.stats, statsmodels and whole-number arithmetic.
"""

from __future__ import annotations

import math
import statistics
from datetime import date, datetime, timedelta
from typing import Any

import numpy as np
import statsmodels.api as sm
from scipy import stats

Json = dict[str, Any]

DAY = timedelta(days=1)
TRIGGERS = (
    "hot",
    "dehydrated",
    "hard_exercise",
    "unaccustomed",
    "ill",
    "alcohol",
    "not_stretched",
    "poor_sleep",
)
TIERS = {
    "emergency": (
        "chest_pain short_of_breath confused_or_fainted_in_heat bladder_bowel_or_saddle_numbness "
        "face_arm_speech stiff_jaw_or_whole_body severe_after_injury"
    ),
    "today": (
        "over_10_minutes poison_or_dirty_wound one_limb_swollen_warm_red dark_urine new_weakness_or_numbness "
        "heavy_fluid_loss heat_cramps_over_1_hour on_statin_new_muscle_pain pregnancy_warning "
        "tingling_mouth_or_fingers"
    ),
    "days": "walking_stops_with_rest after_new_medicine heavy_alcohol",
    "visit": "disturbs_sleep muscle_wasting",
}
RULES: Json = {
    "severe": {"pain_at_least": 7, "episodes": 2, "or_one_at": 9, "window_days": 28},
    "frequent": {"episodes": 4, "window_days": 14, "cramp_days": 5, "cramp_days_window": 28},
    "poor_response": {"minutes": 10, "episodes": 3, "share": 0.5, "window_days": 28},
    "no_obvious_cause": {
        "exertion": 5,
        "minutes_before": 60,
        "heat_index_f": 90,
        "episodes": 3,
        "share": 0.5,
        "window_days": 28,
    },
}


class Naive:
    """One diary document as of one moment."""

    def __init__(self, document: Json, as_of: str) -> None:
        self.document = document
        self.moment = datetime.fromisoformat(as_of)
        self.as_of = as_of
        self.hour = (document.get("settings") or {}).get("day_starts_hour", 6)
        self.today = self.day_of(as_of)
        self.episodes = self._begun("episodes")
        self.workouts = self._begun("workouts")
        self.check_ins = {
            date.fromisoformat(day["date"]): day
            for day in document.get("days", [])
            if date.fromisoformat(day["date"]) <= self.today
        }

    def _begun(self, kind: str) -> list[Json]:
        begun = [
            r for r in self.document.get(kind, []) if datetime.fromisoformat(r["started"]) <= self.moment
        ]
        begun.sort(key=lambda r: (datetime.fromisoformat(r["started"]), r["id"]))
        return [{**r, "day": self.day_of(r["started"])} for r in begun]

    def day_of(self, started: str) -> date:
        wall = datetime.fromisoformat(started).replace(tzinfo=None)
        return (wall - timedelta(hours=self.hour)).date()

    def within(self, first: date, last: date) -> list[Json]:
        return [e for e in self.episodes if first <= e["day"] <= last]

    def is_cramp_day(self, day: date) -> bool:
        return any(e["day"] == day for e in self.episodes)

    def is_known(self, day: date) -> bool:
        return self.is_cramp_day(day) or self.check_ins.get(day, {}).get("cramp_free") is True

    def known(self, first: date, last: date) -> int:
        return sum(self.is_known(day) for day in days(first, last))

    def everything(self, first: date, last: date) -> Json:
        last = min(last, self.today)
        first = min(first, last + DAY)
        inside = self.within(first, last)
        known = self.known(first, last)
        cramp = sum(self.is_cramp_day(day) for day in days(first, last))
        length = (last - first).days + 1
        return {
            "as_of": self.as_of,
            "period": {"from": str(first), "to": str(last), "days": length},
            "coverage": {"known": known, "free": known - cramp, "cramp": cramp, "unknown": length - known},
            "frequency": self.frequency(first, last, inside, known, cramp),
            "pain": self.pain(inside),
            "duration_min": self.duration(inside),
            "places": self.places(inside),
            "timing": self.timing(inside),
            "relief": self.relief(inside),
            "criteria": self.criteria(),
            "warnings": self.warnings(first, last),
            "comparison": self.compared(first - timedelta(days=length), first - DAY, first, last),
            "courses": self.courses(),
            "trend": self.trend(first, last),
            "triggers": self.triggers(first, last),
        }

    # Counts

    def frequency(self, first: date, last: date, inside: list[Json], known: int, cramp: int) -> Json:
        n = len(inside)
        length = (last - first).days + 1
        return {
            "episodes": n,
            "per_week": n / (known / 7) if known else None,
            "per_week_ci": [7 * limit / known for limit in garwood(n)] if known else None,
            "cramp_day_share": cramp / known if known else None,
            "cramp_day_share_ci": clopper_pearson(cramp, known) if known else None,
            "by_week": self.spans(first, last, lambda day: day - timedelta(days=day.weekday())),
            "by_month": self.spans(first, last, lambda day: day.replace(day=1)),
            "state": "ok" if length and known / length >= 0.7 - 1e-12 else "not_enough",
        }

    def spans(self, first: date, last: date, start_of: Any) -> list[Json]:
        found: dict[date, Json] = {}
        for day in days(first, last):
            start = start_of(day)
            span = found.setdefault(start, {"start": str(start), "episodes": 0, "known": 0})
            span["episodes"] += len(self.within(day, day))
            span["known"] += self.is_known(day)
        return list(found.values())

    def pain(self, inside: list[Json]) -> Json:
        values = [e["pain"] for e in inside if e.get("pain") is not None]
        return {**summary(values), "share_severe": share(values, lambda value: value >= 7)}

    def duration(self, inside: list[Json]) -> Json:
        values = [e["duration_s"] / 60 for e in inside if e.get("duration_s") is not None]
        return {**summary(values), "share_over_10": share(values, lambda value: value > 10)}

    def places(self, inside: list[Json]) -> list[Json]:
        counts: dict[tuple[str, str], int] = {}
        for episode in inside:
            for place in {(p["muscle"], p["side"]) for p in episode["places"]}:
                counts[place] = counts.get(place, 0) + 1
        return [{"muscle": m, "side": s, "episodes": n} for (m, s), n in counts.items()]

    def timing(self, inside: list[Json]) -> Json:
        by_hour = [0] * 24
        for episode in inside:
            by_hour[datetime.fromisoformat(episode["started"]).hour] += 1
        firsts: dict[date, float] = {}
        for episode in inside:
            wall = datetime.fromisoformat(episode["started"])
            hour = wall.hour + wall.minute / 60 + wall.second / 3600
            firsts.setdefault(episode["day"], hour)
        said = [e["circumstance"] for e in inside if e.get("circumstance")]
        return {
            "by_hour": by_hour,
            "woke": sum(e.get("woke") is True for e in inside),
            "asleep_share": share(said, lambda word: word == "asleep"),
            **circular(list(firsts.values())),
            "state": "ok" if len(firsts) >= 12 else "not_enough",
        }

    def relief(self, inside: list[Json]) -> list[Json]:
        order = ["none", "little", "mostly", "complete"]
        results: dict[str, Json] = {}
        for episode in inside:
            best: dict[str, Json] = {}
            for tried in episode.get("relief") or []:
                effect = order.index(tried["effect"]) if tried.get("effect") else -1
                if tried["method"] not in best or effect > best[tried["method"]]["rank"]:
                    best[tried["method"]] = {**tried, "rank": effect}
            for method, tried in best.items():
                row = results.setdefault(
                    method, {"method": method, "tried": 0, **dict.fromkeys(order, 0), "minutes": []}
                )
                row["tried"] += 1
                if tried.get("effect"):
                    row[tried["effect"]] += 1
                if tried.get("effect") in ("mostly", "complete") and tried.get("minutes") is not None:
                    row["minutes"].append(tried["minutes"])
        for row in results.values():
            minutes = row.pop("minutes")
            row["median_minutes"] = float(np.median(minutes)) if minutes else None
        return list(results.values())

    # Criteria

    def criteria(self) -> list[Json]:
        asked = (self.document.get("settings") or {}).get("criteria") or RULES
        return [
            self.severe(asked["severe"]),
            self.frequent(asked["frequent"]),
            self.poor(asked["poor_response"]),
            self.causeless(asked["no_obvious_cause"]),
        ]

    def earlier(self, length: int) -> Naive:
        return Naive(self.document, (self.moment - timedelta(days=length)).isoformat())

    def latest(self, length: int) -> list[Json]:
        return self.within(self.today - timedelta(days=length - 1), self.today)

    def window(self, length: int) -> Json:
        first = self.today - timedelta(days=length - 1)
        return {
            "from": str(first),
            "to": str(self.today),
            "days": length,
            "known": self.known(first, self.today),
        }

    def is_covered(self, length: int) -> bool:
        return self.window(length)["known"] >= math.ceil(0.7 * length - 1e-9)

    def severe(self, rule: Json) -> Json:
        def judge(diary: Naive) -> tuple[list[Json], list[Json], set[str]]:
            rated = [e for e in diary.latest(rule["window_days"]) if e.get("pain") is not None]
            bad = [e for e in rated if e["pain"] >= rule["pain_at_least"]]
            limbs = {"many"} if len(bad) >= rule["episodes"] else set()
            limbs |= {"one"} if any(e["pain"] >= rule["or_one_at"] for e in rated) else set()
            return rated, bad, limbs

        rated, bad, limbs = judge(self)
        clear = len(rated) == len(self.latest(rule["window_days"]))
        return {
            "id": "severe",
            "state": self.verdict(limbs, rule["window_days"], clear),
            "lasting": bool(limbs & judge(self.earlier(rule["window_days"]))[2]),
            "count": len(bad),
            "of": len(rated),
            "needed": rule["episodes"],
            "window": self.window(rule["window_days"]),
            "rule": rule,
            "evidence": [e["id"] for e in bad],
        }

    def frequent(self, rule: Json) -> Json:
        short, long = rule["window_days"], rule["cramp_days_window"]

        def cramp_days(diary: Naive) -> int:
            return len({e["day"] for e in diary.latest(long)})

        often = len(self.latest(short)) >= rule["episodes"]
        many_days = cramp_days(self) >= rule["cramp_days"]
        lasting = (often and len(self.earlier(short).latest(short)) >= rule["episodes"]) or (
            many_days and cramp_days(self.earlier(long)) >= rule["cramp_days"]
        )
        shown = self.latest(long) if many_days and not often else self.latest(short)
        return {
            "id": "frequent",
            "state": self.verdict(often or many_days, long, True),
            "lasting": lasting,
            "count": len(self.latest(short)),
            "of": None,
            "needed": rule["episodes"],
            "window": self.window(short),
            "rule": rule,
            "evidence": [e["id"] for e in shown],
            "cramp_days": {
                "count": cramp_days(self),
                "needed": rule["cramp_days"],
                "window": self.window(long),
            },
        }

    def poor(self, rule: Json) -> Json:
        def answer(_diary: Naive, episode: Json) -> bool | None:
            tried = episode.get("relief") or []
            effects = [t["effect"] for t in tried if t.get("effect")]
            lasted = episode.get("duration_s")
            if not tried or (not effects and lasted is None):
                return None
            if lasted is not None and lasted >= 60 * rule["minutes"]:
                return True
            return bool(effects) and "mostly" not in effects and "complete" not in effects

        return self.by_share("poor_response", rule, answer)

    def causeless(self, rule: Json) -> Json:
        def answer(diary: Naive, episode: Json) -> bool | None:
            day = diary.check_ins.get(episode["day"], {})
            exercise = diary.exercise_cause(episode, day, rule)
            heat = heat_of(episode, rule["heat_index_f"])
            if heat is None:
                heat = heat_of(day, rule["heat_index_f"])
            was_ill = episode.get("ill") if episode.get("ill") is not None else day.get("ill")
            if exercise == "cause" or heat or was_ill:
                return False
            return True if exercise == "none" and heat is False else None

        return self.by_share("no_obvious_cause", rule, answer)

    def by_share(self, name: str, rule: Json, answer: Any) -> Json:
        def judge(diary: Naive) -> tuple[list[Json], int, bool]:
            answers = [(e, answer(diary, e)) for e in diary.latest(rule["window_days"])]
            counted = [e for e, said in answers if said is True]
            of = sum(said is not None for _, said in answers)
            return counted, of, of >= rule["episodes"] and len(counted) >= rule["share"] * of - 1e-9

        counted, of, met = judge(self)
        clear = not (len(self.latest(rule["window_days"])) >= rule["episodes"] > of)
        return {
            "id": name,
            "state": self.verdict(met, rule["window_days"], clear),
            "lasting": met and judge(self.earlier(rule["window_days"]))[2],
            "count": len(counted),
            "of": of,
            "needed": rule["episodes"],
            "window": self.window(rule["window_days"]),
            "rule": rule,
            "evidence": [e["id"] for e in counted],
        }

    def verdict(self, met: Any, length: int, clear: bool) -> str:
        if met:
            return "met"
        return "not_met" if clear and self.is_covered(length) else "not_enough"

    def exercise_cause(self, episode: Json, day: Json, rule: Json) -> str:
        own = episode.get("exercise")
        if own is not None:
            if not own["done"] or (own.get("ended_min_before") or 0) > rule["minutes_before"]:
                return "none"
            if own.get("exertion") is None:
                return "unknown"
            return "cause" if own["exertion"] >= rule["exertion"] else "none"
        if day.get("exercised") is False:
            return "none"
        onset = datetime.fromisoformat(episode["started"])
        of_day = [w for w in self.workouts if w["day"] == episode["day"]]
        if not of_day:
            hardest = day.get("hardest_exertion")
            return "none" if hardest is not None and hardest < rule["exertion"] else "unknown"
        near, endless = [], False
        for workout in of_day:
            start = datetime.fromisoformat(workout["started"])
            if workout.get("elapsed_s") is None:
                endless = endless or start < onset
            elif 0 <= (onset - start).total_seconds() <= workout["elapsed_s"] + 60 * rule["minutes_before"]:
                near.append(workout.get("exertion"))
        if any(exertion is not None and exertion >= rule["exertion"] for exertion in near):
            return "cause"
        return "unknown" if None in near or endless else "none"

    # Warnings

    def warnings(self, first: date, last: date) -> list[Json]:
        start = self.today - timedelta(days=27)
        found = []
        for tier, names in TIERS.items():
            for name in names.split():
                with_it = [
                    e
                    for e in self.episodes
                    if first <= e["day"] <= last or start <= e["day"] <= self.today
                    if name in (e.get("warning_signs") or [])
                    or (name == "over_10_minutes" and (e.get("duration_s") or 0) > 600)
                ]
                if with_it:
                    newest = max(with_it, key=lambda e: datetime.fromisoformat(e["started"]))
                    ids = [e["id"] for e in with_it]
                    found.append({"id": name, "tier": tier, "last": newest["started"], "evidence": ids})
        return found

    # Comparisons

    def compared(self, first1: date, last1: date, first2: date, last2: date) -> Json:
        sides = []
        for first, last in ((first1, last1), (first2, last2)):
            n, known = len(self.within(first, last)), self.known(first, last)
            sides.append({"from": str(first), "to": str(last), "known": known, "episodes": n})
        x1, t1 = sides[0]["episodes"], sides[0]["known"]
        x2, t2 = sides[1]["episodes"], sides[1]["known"]
        result: Json = {"before": sides[0], "after": sides[1], "rate_ratio": None, "ci": None, "p": None}
        if t1 and t2 and x1 + x2:
            low, high = clopper_pearson(x2, x1 + x2)
            result["rate_ratio"] = (x2 / t2) / (x1 / t1) if x1 else None
            result["ci"] = [
                low / (1 - low) * t1 / t2 if low < 1 else None,
                high / (1 - high) * t1 / t2 if high < 1 else None,
            ]
            binomial = stats.binom(x1 + x2, t2 / (t1 + t2))
            result["p"] = min(1.0, 2 * min(binomial.cdf(x2), binomial.sf(x2 - 1)))
        result["state"] = "ok" if min(t1, t2) >= 14 and x1 + x2 >= 6 else "not_enough"
        return result

    def courses(self) -> list[Json]:
        rows = []
        for course in self.document.get("courses", []):
            if not course.get("started") or date.fromisoformat(course["started"]) > self.today:
                continue
            start = date.fromisoformat(course["started"])
            ended = date.fromisoformat(course["ended"]) if course.get("ended") else self.today
            last = max(min(start + timedelta(days=7 + 55), ended, self.today), start + timedelta(days=6))
            compared = self.compared(start - timedelta(days=56), start - DAY, start + timedelta(days=7), last)
            rows.append({"id": course["id"], "name": course["name"], **compared})
        return rows

    # Trend and triggers

    def trend(self, first: date, last: date) -> Json:
        nothing = dict.fromkeys(("per_week_change", "ci", "p", "dispersion"))
        weeks = [
            week
            for week in self.spans(first, last, lambda day: day - timedelta(days=day.weekday()))
            if week["known"]
        ]
        counts = [week["episodes"] for week in weeks]
        where = {i for i, n in enumerate(counts) if n}
        if len(weeks) < 8 or sum(counts) < 20 or where in ({0}, {len(weeks) - 1}):
            return {"state": "not_enough", **nothing}
        x = [(date.fromisoformat(week["start"]) - date(2000, 1, 3)).days / 7 for week in weeks]
        x = [value - x[0] for value in x]
        fit = sm.GLM(
            counts,
            sm.add_constant(x),
            family=sm.families.Poisson(),
            offset=np.log([week["known"] for week in weeks]),
        ).fit(scale="X2", tol=1e-12, maxiter=200)
        slope, error = fit.params[1], fit.bse[1]
        free = len(weeks) - 2
        wide = stats.t.ppf(0.975, free) * error
        return {
            "state": "ok",
            "per_week_change": math.exp(slope),
            "ci": [math.exp(slope - wide), math.exp(slope + wide)],
            "p": 2 * stats.t.sf(abs(slope / error), free),
            "dispersion": fit.scale,
        }

    def triggers(self, first: date, last: date) -> list[Json]:
        rows = []
        for name in TRIGGERS:
            cells: dict[tuple[int, int], list[int]] = {}
            for day in days(first, last):
                exposed = self.exposed(name, day) if self.is_known(day) else None
                if exposed is not None:
                    cell = cells.setdefault((day.year, day.month), [0, 0, 0, 0])
                    cell[2 * (not self.is_cramp_day(day)) + (not exposed)] += 1
            a, b, c, d = (sum(cell[i] for cell in cells.values()) for i in range(4))
            ratio, ci, p = common_odds_ratio(list(cells.values()))
            needs = {
                "cramp_days": [a + b, 24],
                "rows": [a + b + c + d, 60],
                "exposed": [a + c, 10],
                "unexposed": [b + d, 10],
            }
            rows.append(
                {
                    "id": name,
                    "exposed_cramp": a,
                    "unexposed_cramp": b,
                    "exposed_free": c,
                    "unexposed_free": d,
                    "odds_ratio": ratio,
                    "ci": ci,
                    "p": p,
                    "p_adjusted": None,
                    "finding": "not_enough",
                    "needs": needs,
                }
            )
        enough = [all(has >= least for has, least in row["needs"].values()) for row in rows]
        adjusted = stats.false_discovery_control(
            [min(1, row["p"]) if ok else 1.0 for row, ok in zip(rows, enough, strict=True)]
        )
        for row, ok, p in zip(rows, enough, adjusted, strict=True):
            if ok:
                row["p_adjusted"] = p
                up = row["odds_ratio"] is None or row["odds_ratio"] > 1
                row["finding"] = "no_association" if p >= 0.05 else "more_often" if up else "less_often"
        return rows

    def exposed(self, name: str, day: date) -> bool | None:
        if name == "poor_sleep":
            disturbed = self.check_ins.get(day - DAY, {}).get("sleep_disturbance")
            return None if disturbed is None else disturbed >= 5
        check_in = self.check_ins.get(day, {})
        if name == "alcohol":
            return check_in.get("alcohol")
        if name == "not_stretched":
            return None if check_in.get("stretched") is None else not check_in["stretched"]
        for record in [check_in, *self.within(day, day)]:
            said = exposure_of(name, record, record is check_in)
            if said is not None:
                return said
        if name == "hard_exercise":
            exertions = [
                w["exertion"] for w in self.workouts if w["day"] == day and w.get("exertion") is not None
            ]
            if exertions:
                return max(exertions) >= 5
        return None


def days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def exposure_of(name: str, record: Json, is_check_in: bool) -> bool | None:
    """What one check-in or episode says."""
    if name == "hot":
        return heat_of(record, 90)
    if name == "dehydrated":
        hydration, colour = record.get("hydration"), record.get("urine_colour")
        if hydration is None and colour is None:
            return None
        return hydration == "poor" or (colour is not None and colour > 5)
    if name == "ill":
        return record.get("ill")
    exercise = record if is_check_in else record.get("exercise") or {}
    done = exercise.get("exercised" if is_check_in else "done")
    if done is False:
        return False
    if name == "unaccustomed":
        return exercise.get("unaccustomed")
    hardest = exercise.get("hardest_exertion" if is_check_in else "exertion")
    return None if hardest is None else hardest >= 5


def heat_of(record: Json, threshold: float) -> bool | None:
    felt, temp, wet = record.get("heat"), record.get("air_temp_c"), record.get("humidity_pct")
    index = None if temp is None or wet is None else heat_index(temp * 1.8 + 32, wet)
    if felt is None and index is None:
        return None
    return felt in ("hot", "very_hot") or (index is not None and index >= threshold)


def heat_index(t: float, rh: float) -> float:
    """As in section 4.2 of the notes, line by line."""
    if t <= 40:
        return t
    a = -10.3 + 1.1 * t + 0.047 * rh
    if a < 79:
        return a
    b = (
        -42.379
        + 2.04901523 * t
        + 10.14333127 * rh
        - 0.22475541 * t * rh
        - 6.83783e-3 * t**2
        - 5.481717e-2 * rh**2
        + 1.22874e-3 * t**2 * rh
        + 8.5282e-4 * t * rh**2
        - 1.99e-6 * t**2 * rh**2
    )
    if rh < 13 and 80 <= t <= 112:
        b -= (13 - rh) / 4 * math.sqrt((17 - abs(t - 95)) / 17)
    elif rh > 85 and 80 <= t <= 87:
        b += (rh - 85) / 10 * (87 - t) / 5
    return b


def summary(values: list[float]) -> Json:
    if not values:
        return {"n": 0, "median": None, "mean": None, "max": None}
    return {
        "n": len(values),
        "median": float(np.median(values)),
        "mean": statistics.mean(values),
        "max": max(values),
    }


def share(values: list[Any], test: Any) -> float | None:
    return sum(map(test, values)) / len(values) if values else None


def circular(hours: list[float]) -> Json:
    if not hours:
        return {"mean_hour": None, "rayleigh_p": None}
    n = len(hours)
    total = sum(np.exp(2j * np.pi * np.array(hours) / 24))
    length = abs(total)
    p = math.exp(math.sqrt(1 + 4 * n + 4 * (n**2 - length**2)) - (1 + 2 * n))
    mean = None if length < 1e-9 * n else float(stats.circmean(hours, high=24))
    return {"mean_hour": mean, "rayleigh_p": p}


def garwood(n: int) -> list[float]:
    return [stats.chi2.ppf(0.025, 2 * n) / 2 if n else 0.0, stats.chi2.ppf(0.975, 2 * n + 2) / 2]


def clopper_pearson(k: int, n: int) -> list[float]:
    ci = stats.binomtest(k, n).proportion_ci(0.95, "exact")
    return [ci.low, ci.high]


def common_odds_ratio(cells: list[list[int]]) -> tuple[float | None, list[float | None] | None, float]:
    """The exact conditional odds ratio with whole-number coefficients and plain bisection."""
    counts = [1]
    least = observed = 0
    for a, b, c, d in cells:
        margin, cramp = a + c, a + b
        low, high = max(0, cramp - b - d), min(margin, cramp)
        ways = [math.comb(margin, k) * math.comb(b + d, cramp - k) for k in range(low, high + 1)]
        counts = [
            sum(counts[i] * ways[k - i] for i in range(len(counts)) if 0 <= k - i < len(ways))
            for k in range(len(counts) + len(ways) - 1)
        ]
        least, observed = least + low, observed + a
    at, top = observed - least, len(counts) - 1
    if not top:
        return None, None, 1.0
    logs = np.array([math.log(n) for n in counts])
    steps = np.arange(top + 1)

    def chances(theta: float) -> Any:
        weights = logs + theta * steps
        weights = np.exp(weights - weights.max())
        return weights / weights.sum()

    def solve(value: Any, target: float) -> float:
        low, high = -60.0, 60.0
        for _ in range(200):
            middle = (low + high) / 2
            low, high = (middle, high) if value(chances(middle)) < target else (low, middle)
        return math.exp(low)

    even = chances(0.0)
    ratio = 0.0 if at == 0 else None if at == top else solve(lambda w: w @ steps, at)
    lower = 0.0 if at == 0 else solve(lambda w: w[at:].sum(), 0.025)
    upper = None if at == top else solve(lambda w: 1 - w[: at + 1].sum(), 0.975)
    return ratio, [lower, upper], min(1.0, 2 * min(even[at:].sum(), even[: at + 1].sum()))
