"""Every number that the doctor's page must have, worked out from `cramplog analysis --json` and the diary.

Written by hand, the way an English reader writes numbers, and never with the page's own sentences: what the
page says is looked up here region by region, and a number that nothing here explains is a mistake.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import ROUND_HALF_EVEN, Decimal
from itertools import accumulate
from typing import Any

from cramplog import __version__
from cramplog.analysis import as_json
from cramplog.analysis.insights import Insights
from cramplog.domain.contents import DiaryContents
from cramplog.domain.course import Course
from cramplog.domain.episode import Episode
from cramplog.domain.period import Period, diary_day
from cramplog.domain.places import Muscle, Side
from cramplog.domain.scales import Circumstance, MuscleSign
from cramplog.report.glyphs import clean
from cramplog.words import places, scales, signs

NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec")
CONTEXT = {
    "hard_exercise": "Hard exercise",
    "hot": "Hot",
    "dehydrated": "Too little water",
    "ill": "Ill that day",
}
STATES = {"met": "Met", "not_met": "Not met", "not_enough": "Not enough data yet"}
NAMES = {
    "severe": "Severe",
    "frequent": "Often",
    "poor_response": "Hard to ease",
    "no_obvious_cause": "No clear cause",
}
TIERS = ("emergency", "today", "days", "visit")


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A part of the page: how it begins, what it says with numbers, and what people typed that stands in it.

    `run_in` are names of which the page shows as many as fit, and then how many more there are.
    """

    begins: str
    says: Sequence[str] = ()
    typed: Sequence[str] = ()
    run_in: Sequence[str] = ()


def mistakes(text: str, regions: Sequence[Region]) -> list[str]:
    """What the text of a page lacks of its numbers, and each number that it should not have."""
    text = " ".join(text.split())
    starts = [0]
    for region in regions[1:]:
        starts.append(text.find(f" {region.begins} ", starts[-1] + 1))
        if starts[-1] < 0:
            return [f"there is no {region.begins!r} in its place"]
    ends = [*starts[1:], len(text)]
    parts = (text[start:end] for start, end in zip(starts, ends, strict=True))
    return [wrong for region, part in zip(regions, parts, strict=True) for wrong in _wrong_in(part, region)]


def _wrong_in(text: str, region: Region) -> Iterator[str]:
    left = []
    for phrase in (*region.says, *_how_many_more(text, region.run_in)):
        found = re.search(rf"(?<![\d.,:]){re.escape(phrase)}(?![\d%]|[.,:]\d)", text)
        if found is None:
            yield f"{region.begins}: {phrase!r} is not where it belongs in {text!r}"
            return
        left.append(text[: found.start()])
        text = text[found.end() :]
    typed = {number for words in (*region.typed, *region.run_in) for number in NUMBER.findall(clean(words))}
    for number in NUMBER.findall(" ".join((*left, text))):
        cut_off = "…" in text and any(whole.startswith(number) for whole in typed)
        if number not in typed and not cut_off:
            yield f"{region.begins}: {number} stands there, and nothing explains it"


def _how_many_more(text: str, names: Sequence[str]) -> Iterator[str]:
    if not names:
        return
    shown = text.partition("Also:")[2] or text
    told = re.search(r" and [\d,]+ more", shown)
    listed = shown[: told.start()] if told else shown
    # A name may have commas of its own. One that is cut off stands alone.
    parts = accumulate(clean(name).count(",") + 1 for name in names)
    count = 1 if "…" in listed else [*parts].index(listed.count(",") + 1) + 1
    if more := len(names) - count:
        yield f"and {figure(more)} more"


def figure(value: float, decimals: int = 0) -> str:
    """A number as an English reader writes it, a half rounded to the even neighbour."""
    step = Decimal(1).scaleb(-decimals)
    return f"{Decimal(str(value)).quantize(step, ROUND_HALF_EVEN):,}"


def tenths(value: float, decimals: int = 1) -> str:
    """With one decimal, or as many as it takes to see that it is not nought."""
    while value and decimals < 4 and not Decimal(figure(value, decimals).replace(",", "")):
        decimals += 1
    return figure(value, decimals)


def percent(share: float, decimals: int = 0) -> str:
    """Without the sign; neither "0" nor "100" where it is a little more or less."""
    per_cent = float(Decimal(str(share)) * 100)
    if share in (0, 1):
        return figure(per_cent)
    while decimals < 4 and not 0 < Decimal(figure(per_cent, decimals)) < 100:
        decimals += 1
    return figure(per_cent, decimals)


def part(count: int, whole: int) -> str:
    return f"{percent(count / whole)}%" if whole >= 1000 else f"{figure(count)} of {figure(whole)}"


def whole_or_tenth(value: float) -> str:
    return figure(value, 0 if value == round(value) else 1)


def day(which: date, *, year: bool = True) -> str:
    return f"{which.day} {MONTHS[which.month - 1]}" + (f" {which.year}" if year else "")


def span(first: date, last: date) -> str:
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    return f"{day(first, year=first.year != last.year)} – {day(last)}"


def length(seconds: float) -> str:
    minutes = round(seconds / 60)
    if seconds < 60:
        return f"{seconds:.0f} s"
    hours, rest = divmod(minutes, 60)
    return " ".join([f"{hours} h"] * (hours > 0) + [f"{rest} min"] * (rest > 0))


def days(count: int) -> str:
    return f"{figure(count)} day" + "s" * (count != 1)


@dataclass(frozen=True, slots=True)
class Page:
    """What one diary's page must say of one period."""

    insights: Insights
    contents: DiaryContents
    questions: Sequence[str] = ()
    told: dict[str, Any] = field(init=False)
    period: Period = field(init=False)
    episodes: Sequence[Episode] = field(init=False)

    def __post_init__(self) -> None:
        put = object.__setattr__
        put(self, "told", as_json.document(self.insights))
        put(self, "period", self.insights.period)
        begun = (one for one in self.contents.episodes if one.started <= self.insights.as_of)
        put(self, "episodes", [one for one in begun if self.belongs(one) in self.period])

    def belongs(self, episode: Episode) -> date:
        return diary_day(episode.started, self.contents.settings.day_starts_hour)

    def regions(self) -> list[Region]:
        person, taken = self.contents.person, self.taken()
        shown = taken[: self.medicine_rows(taken)]
        names = [f"{course.name} {course.doses_up_to(self.period.last)[-1].dose}" for course in taken]
        conditions = [scales.condition(word) for word in person.conditions or ()]
        return [
            Region(begins="Muscle cramp summary", says=[*self.heading()], typed=[person.name or ""]),
            Region(
                begins="Warning signs",
                says=[*self.warnings(), *self.tiles(), *self.facts()],
                # Of the second line as much is shown as there is room for.
                typed=[signs.label(sign.id) for sign in self.insights.warnings[1:]],
            ),
            Region(begins="Where", says=[*self.where()]),
            Region(begins="When", says=[*self.when()], typed=self.years()),
            Region(begins="Before or during the cramp", says=[*self.context()]),
            Region(begins="What was tried", says=[*self.tried()]),
            Region(begins="Four reasons to see a doctor", says=[*self.reasons()]),
            Region(
                begins="Medicines, supplements and routines",
                says=[self.since(course) for course in shown],
                typed=names[: len(shown)],
                run_in=names[len(shown) :],
            ),
            Region(begins="Conditions", run_in=(["pregnant"] if person.pregnant else []) + conditions),
            Region(begins="Sleep", says=[*self.sleep()]),
            Region(begins="My questions for this visit", says=["1.", "2.", "3."], typed=self.questions),
            Region(begins="How it was counted:", says=[*self.foot()]),
        ]

    def heading(self) -> Iterator[str]:
        yield span(self.period.first, self.period.last)
        born, today = self.contents.person.birth_date, self.insights.as_of.date()
        if born is not None:
            years = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
            yield f"born {day(born)}, age {years}"
        covered = self.told["coverage"]
        yield f"Recorded on {figure(covered['known'])} of {days(self.period.days)}"
        yield f"{days(covered['unknown'])} unknown"

    def warnings(self) -> Iterator[str]:
        def newest(sign: dict[str, Any]) -> datetime:
            return datetime.fromisoformat(sign["last"])

        found = sorted(
            self.told["warnings"], key=lambda sign: (TIERS.index(sign["tier"]), -newest(sign).timestamp())
        )
        if not found:
            asked = sum(one.warning_signs is not None for one in self.episodes)
            if self.episodes:
                yield f"Asked about in {figure(asked)} of {figure(len(self.episodes))} cramp"
            return
        lengths = {one.id: one.duration_s or 0 for one in self.contents.episodes}
        for sign in found[:2] if len(found) == 2 else found[:1]:
            told = f"{signs.label(sign['id'])}: {day(newest(sign).date())}"
            lasted = lengths[sign["evidence"][-1]]
            is_long = sign["id"] == "over_10_minutes" and lasted > 600
            yield f"{told} ({length(lasted)})" if is_long else told
        if len(found) > 2:
            yield f"and {len(found) - 1} more:"

    def tiles(self) -> Iterator[str]:
        often, covered = self.told["frequency"], self.told["coverage"]
        known, cramps = covered["known"], often["episodes"]
        if known and often["state"] == "ok":
            low, high = map(tenths, often["per_week_ci"])
            rate = tenths(often["per_week"])
            yield f"{rate} cramps a week 95% interval {low} to {high} {figure(cramps)} in {days(known)}"
            low, high = often["cramp_day_share_ci"]
            extra = 1 if low > 0.985 or high < 0.015 else 0
            yield (
                f"{percent(often['cramp_day_share'])}% of days had a cramp {figure(covered['cramp'])} of "
                f"{days(known)} 95% interval {percent(low, extra)} to {percent(high, extra)}%"
            )
        elif known:
            yield f"{figure(cramps)} cramp{'s' * (cramps != 1)} recorded in {figure(known)} known day"
            of_days = covered["cramp"]
            yield f"{figure(of_days)} day{'s' * (of_days != 1)} with a cramp in {figure(known)} known day"
        pain, lasted = self.told["pain"], self.told["duration_min"]
        if pain["n"]:
            severe = part(round(pain["share_severe"] * pain["n"]), pain["n"])
            yield (
                f"{whole_or_tenth(pain['median'])}/10 typical pain (median) highest {pain['max']} of 10 "
                f"7 or more: {severe}"
            )
        if lasted["n"]:
            over = part(round(lasted["share_over_10"] * lasted["n"]), lasted["n"])
            yield (
                f"{self.typical(lasted['median'])} typical length (median) longest "
                f"{length(round(60 * lasted['max']))} over 10 min: {over}"
            )

    def typical(self, minutes: float) -> str:
        if round(60 * minutes) < 60:
            return f"{round(60 * minutes)} s"
        return (
            f"{whole_or_tenth(minutes)} min"
            if minutes < 60
            else f"{whole_or_tenth(round(minutes / 60, 1))} h"
        )

    def facts(self) -> Iterator[str]:
        yield self.change()
        begun = sorted(one.started for one in self.contents.episodes if one.started <= self.insights.as_of)
        if begun:
            yield f"{day(begun[0].date())}, first cramp in this diary"
        doing = [one.circumstance for one in self.episodes if one.circumstance is not None]
        if doing:
            yield f"{part(doing.count(Circumstance.ASLEEP), len(doing))} in sleep"
        if any(one.woke is not None for one in self.episodes):
            nights = len({self.belongs(one) for one in self.episodes if one.woke})
            yield f"woken on {figure(nights)} night"

    def change(self) -> str:
        found = self.told["comparison"]
        before, after = found["before"], found["after"]
        if found["ci"] is None or found["state"] != "ok" or self.told["frequency"]["state"] != "ok":
            return "the day before" if self.period.days == 1 else f"the {days(self.period.days)} before"
        now, then = (tenths(7 * side["episodes"] / side["known"]) for side in (after, before))
        ratio, (low, high) = found["rate_ratio"], found["ci"]
        word = "As many" if now == then else "More" if ratio is None or ratio > 1 else "Fewer"
        chance = "this could be chance" if low <= 1 <= (high or 2) else "chance alone is unlikely"
        if ratio is None:
            sure = f"95% interval from {self.times(low)} times: {chance}"
        else:
            sure = (
                f"{self.times(ratio)} times, 95% interval {self.times(low)} to {self.times(high)}: {chance}"
            )
        return f"{word}: {now} a week, before {then} ({sure})."

    def times(self, ratio: float | None) -> str:
        return "∞" if ratio is None else tenths(ratio, 2 if 0.94 < ratio < 1.06 else 1)

    def where(self) -> Iterator[str]:
        by_muscle: defaultdict[Muscle, dict[str, int]] = defaultdict(dict)
        for place in self.told["places"]:
            by_muscle[Muscle(place["muscle"])][place["side"]] = place["episodes"]
        order = list(Muscle)
        ranked = sorted(by_muscle, key=lambda one: (-sum(by_muscle[one].values()), order.index(one)))
        shown = ranked if len(ranked) <= 5 else ranked[:4]
        for muscle in shown:
            sides = by_muscle[muscle]
            neither = sides.get(Side.BOTH, 0) + sides.get(Side.MIDDLE, 0)
            counts = (sides.get(Side.LEFT, 0), sides.get(Side.RIGHT, 0), neither)
            # Beside counts of four figures there is no room for the whole of a long name.
            name = places.short_muscle(muscle) if max(counts) < 1000 else ""
            yield " ".join([name, *(figure(count) if count else "·" for count in counts)]).strip()
        if rest := ranked[len(shown) :]:
            total = figure(sum(sum(by_muscle[muscle].values()) for muscle in rest))
            yield f"and {len(rest)} more: {total}"
        if self.episodes:
            usual = {Muscle.CALF, Muscle.FOOT, Muscle.TOES}
            other = sum(any(place.muscle not in usual for place in one.places) for one in self.episodes)
            yield f"Not calf or foot: {part(other, len(self.episodes))}"
            felt = [one.signs for one in self.episodes if one.signs is not None]
            if felt:
                yield f"Muscle felt hard: {part(sum(MuscleSign.HARD in one for one in felt), len(felt))}"

    def when(self) -> Iterator[str]:
        counts = [episodes for episodes, known in self.calendar() if known]
        if counts:
            # The numbers of very high bars would touch: then only the highest bar has one.
            all_have_one = len(self.calendar()) <= 16 and max(counts) < 100
            if all_have_one or max(counts):
                yield from map(figure, counts if all_have_one else [max(counts)])
        yield "22 to 6 is marked"
        if highest := max(self.told["timing"]["by_hour"]):
            yield figure(highest)
        yield "12 18 22 0 6 12"

    def calendar(self) -> list[tuple[int, int]]:
        """Cramps and known days of each week, month or quarter."""
        often = self.told["frequency"]
        if self.period.days > 1_200:
            sums: defaultdict[tuple[int, int], list[int]] = defaultdict(lambda: [0, 0])
            for month in often["by_month"]:
                start = date.fromisoformat(month["start"])
                quarter = sums[start.year, (start.month - 1) // 3]
                quarter[0] += month["episodes"]
                quarter[1] += month["known"]
            return [(episodes, known) for episodes, known in sums.values()]
        spans = often["by_week" if self.period.days <= 190 else "by_month"]
        return [(one["episodes"], one["known"]) for one in spans]

    def years(self) -> list[str]:
        """As many of them stand under the months and quarters as there is room for."""
        if self.period.days <= 190:
            return []
        return [str(year) for year in range(self.period.first.year, self.period.last.year + 1)]

    def context(self) -> Iterator[str]:
        if self.episodes:
            for row in self.insights.context:
                yield f"{CONTEXT[row.id]} {figure(row.yes)} {figure(row.no)} {figure(row.unknown)}"

    def tried(self) -> Iterator[str]:
        found = self.told["relief"]
        shown = found if len(found) <= 4 else found[:3]
        for one in shown:
            helped, little = one["mostly"] + one["complete"], one["none"] + one["little"]
            yield f"{scales.method(one['method'])} {figure(one['tried'])} {figure(helped)} {figure(little)}"
        if len(found) > len(shown):
            yield f"and {len(found) - len(shown)} more"

    def reasons(self) -> Iterator[str]:
        windows = [(one.get("cramp_days") or one)["window"] for one in self.told["criteria"]]
        if all(window == windows[0] for window in windows):
            yield f"last {days(windows[0]['days'])}, {windows[0]['known']} recorded"
        for one in self.told["criteria"]:
            lasting = ", lasting" if one["state"] == "met" and one["lasting"] else ""
            named = f"{STATES[one['state']]}{lasting} {NAMES[one['id']]}"
            yield f"{named} {self.counted(one)} {self.rule(one['id'], one['rule'])}"
        minutes = next(one for one in self.told["criteria"] if one["id"] == "poor_response")["rule"][
            "minutes"
        ]
        yield f"Hard to ease: little or no relief, or {whole_or_tenth(minutes)} minutes or longer"

    def counted(self, one: dict[str, Any]) -> str:
        count, of, rule = one["count"], one["of"], one["rule"]
        if one["id"] == "frequent":
            of_days, window = one["cramp_days"], one["window"]["days"]
            if count >= one["needed"]:
                return f"{figure(count)} cramp{'s' * (count != 1)} in {window} days"
            if of_days["count"] >= of_days["needed"]:
                return f"{days(of_days['count'])} with a cramp"
            if one["state"] == "not_enough" and not of_days["count"]:
                return "–"
            return f"{count} in {window} days, {of_days['count']} of {of_days['window']['days']} days"
        if not of:
            return "–"
        if one["id"] == "severe":
            if one["state"] == "met" and count < one["needed"]:
                return f"one with pain {rule['or_one_at']} or more"
            return f"{part(count, of)} with pain {rule['pain_at_least']} or more"
        judged = "treated cramps" if one["id"] == "poor_response" else "had no clear cause"
        return f"{part(count, of)} {judged}"

    def rule(self, name: str, rule: dict[str, Any]) -> str:
        if name == "severe":
            return f"{rule['episodes']} or more, or one with {rule['or_one_at']} or more"
        if name == "frequent":
            return (
                f"{rule['episodes']} in {days(rule['window_days'])}, "
                f"or {days(rule['cramp_days'])} in {rule['cramp_days_window']}"
            )
        share = "half" if rule["share"] == 0.5 else f"{percent(rule['share'])}%"
        return f"{share} or more, of at least {rule['episodes']}"

    def taken(self) -> list[Course]:
        """The courses under way in the period, newest start first; those without a start last."""
        under_way = [
            course
            for course in self.contents.courses
            if (course.ended or date.max) >= self.period.first
            and (course.started or date.min) < self.period.end
        ]
        return sorted(under_way, key=lambda course: course.started or date.min, reverse=True)

    def medicine_rows(self, taken: Sequence[Course]) -> int:
        if len(taken) <= 4:
            return 4
        is_new = any(course.started is not None and course.started in self.period for course in taken)
        return 2 if is_new else 3

    def since(self, course: Course) -> str:
        *earlier, now = course.doses_up_to(self.period.last)
        if course.ended is not None and course.ended < self.period.end:
            return f"stopped {day(course.ended)}"
        if now.since is None:
            return "start not recorded"
        if not earlier:
            word = "started" if now.since in self.period else "since"
            return f"{word} {day(now.since)}"
        before = earlier[-1]
        began = day(before.since, year=before.since.year != now.since.year) if before.since else ""
        if before.since is None:
            return f"since {day(now.since)} (before"
        named = f"{before.dose} from" if before.dose else "begun"
        return f"since {day(now.since)} ({named} {began})"

    def sleep(self) -> Iterator[str]:
        nights = [
            one.sleep_disturbance
            for one in self.contents.days
            if one.date in self.period and one.sleep_disturbance is not None
        ]
        if nights:
            bad = sum(disturbed >= 5 for disturbed in nights)
            yield f"Badly disturbed (5 or more of 10) on {figure(bad)} of {figure(len(nights))} night"

    def foot(self) -> Iterator[str]:
        hour = f"{self.contents.settings.day_starts_hour:02d}:00"
        yield f"A day runs from {hour} to {hour}."
        yield f"CrampLog {__version__} · made {day(self.insights.as_of.date())}"

    def told_by_pictures(self) -> list[list[str]]:
        """The numbers that each picture says to those who do not see it, in their order."""
        found = self.told["places"]
        body = [figure(place["episodes"]) for place in found[:5]]
        body += [str(len(found) - 5)] * (len(found) > 5)
        counts = self.calendar()
        first = NUMBER.findall(day(self.first_bar()))
        weeks = [*first, *(figure(episodes) for episodes, known in counts if known)]
        by_hour = self.told["timing"]["by_hour"]
        from_noon = [*range(12, 24), *range(12)]
        hours = [
            number for hour in from_noon if by_hour[hour] for number in (str(hour), figure(by_hour[hour]))
        ]
        return [body, weeks if any(known for _episodes, known in counts) else [], hours]

    def first_bar(self) -> date:
        often = self.told["frequency"]
        if self.period.days <= 190:
            return date.fromisoformat(often["by_week"][0]["start"])
        first = date.fromisoformat(often["by_month"][0]["start"])
        if self.period.days <= 1_200:
            return first
        return first.replace(month=(first.month - 1) // 3 * 3 + 1, day=1)


def numbers_in(texts: Iterable[str]) -> list[list[str]]:
    return [NUMBER.findall(text) for text in texts]
