"""Diaries that try the doctor's page: empty, long, wide, in other scripts, with what nobody should type."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from making import a_course, a_day, an_episode, at

from cramplog.domain.contents import DiaryContents
from cramplog.domain.course import CourseKind, DoseChange
from cramplog.domain.episode import Episode, Relief
from cramplog.domain.person import Person, Sex
from cramplog.domain.places import Muscle, Place, Side
from cramplog.domain.rules import (
    CriteriaRules,
    FrequentRule,
    NoObviousCauseRule,
    PoorResponseRule,
    SevereRule,
)
from cramplog.domain.scales import Circumstance, Effect, Method, MuscleSign
from cramplog.domain.settings import DiarySettings
from cramplog.domain.signs import WarningSign

AS_OF = at("2026-06-30 20:00")
TODAY = AS_OF.date()
LONGEST = "Donaudampfschifffahrtsgesellschaftskapitän" * 20
EVERYWHERE = tuple(Place(muscle, side) for muscle in Muscle for side in Side)


def a_full_diary(text: str, *, cramps: int = 12, hours_between: float = 160) -> DiaryContents:
    """A diary with this text wherever a person can type."""
    started = [AS_OF - timedelta(hours=hours_between * number + 1) for number in range(cramps)]
    tried = tuple(Relief(method=method, effect=Effect.LITTLE) for method in Method)
    return DiaryContents(
        person=Person(
            name=text,
            birth_date=date(1951, 5, 14),
            sex=Sex.FEMALE,
            pregnant=True,
            conditions=(text, *"abcdefgh"),
        ),
        episodes=tuple(
            an_episode(
                moment.isoformat(),
                places=EVERYWHERE,
                pain=9,
                duration_s=2_678_400,
                circumstance=Circumstance.ASLEEP,
                woke=True,
                signs=(),
                warning_signs=tuple(WarningSign),
                relief=tried,
                note=text,
            )
            for moment in reversed(started)
        ),
        days=known_days(85, sleep_disturbance=9),
        courses=tuple(
            a_course(
                f"{text} {number}",
                kind=CourseKind.MEDICINE,
                started=date(2026, 6, 1) - timedelta(days=9 * number),
            )
            for number in range(40)
        ),
    )


def a_full_page(*, now: int, before: int) -> DiaryContents:
    """Every question answered, on each of 180 days; so many cramps in the latest 90 of them and before."""
    starts = [TODAY - timedelta(days=1 + 89 * number // max(1, now)) for number in range(now)]
    starts += [TODAY - timedelta(days=91 + 89 * number // max(1, before)) for number in range(before)]
    muscles = (Muscle.CALF, Muscle.HAMSTRING, Muscle.TOES, Muscle.NECK)
    sides = (Side.LEFT, Side.RIGHT, Side.BOTH)
    episodes = tuple(
        an_episode(
            f"{start} {(20 + 3 * number) % 24:02d}:10",
            places=(Place(muscles[number % 4], sides[number % 3]),),
            pain=2 + number % 8,
            duration_s=50 + 97 * number,
            circumstance=list(Circumstance)[number % len(Circumstance)],
            woke=number % 3 == 0,
            signs=(MuscleSign.HARD,) if number % 2 else (),
            warning_signs=(WarningSign.DARK_URINE,) if number == 4 else (),
            relief=(Relief(method=list(Method)[number % 6], effect=list(Effect)[number % 4]),),
            heat=("hot", "cool", None)[number % 3],
            hydration=("good", None, "poor")[number % 3],
            ill=number % 5 == 0,
        )
        for number, start in enumerate(starts)
    )
    return DiaryContents(
        person=Person(name="Robin Hale", birth_date=date(1951, 7, 14), conditions=("diabetes", "gout")),
        episodes=tuple(sorted(episodes, key=lambda episode: episode.started)),
        days=known_days(180, sleep_disturbance=5),
        courses=(
            a_course("Losartan", dose="50 mg", started=date(2026, 6, 4)),
            a_course("Stretching at bedtime", kind=CourseKind.ROUTINE, started=date(2025, 2, 3)),
            a_course(
                "Amlodipine",
                dose="5 mg",
                started=date(2025, 12, 1),
                doses=(DoseChange(from_date=date(2026, 5, 9), dose="10 mg"),),
            ),
        ),
    )


def known_days(count: int, **values: Any) -> tuple[Any, ...]:
    """So many days up to today, checked in."""
    return tuple(a_day(str(TODAY - timedelta(days=back)), **values) for back in range(count))


def cramps(each: Sequence[dict[str, Any]], *, every: int = 1) -> tuple[Episode, ...]:
    """One cramp every so many days, the last of them yesterday."""
    first = TODAY - timedelta(days=every * len(each))
    return tuple(
        an_episode(f"{first + timedelta(days=every * number)} 02:10", **values)
        for number, values in enumerate(each)
    )


def diary(*each: dict[str, Any], every: int = 1, known: int = 90, **rest: Any) -> DiaryContents:
    return DiaryContents(episodes=cramps(each, every=every), days=known_days(known), **rest)


def with_rules(number: int, share: float) -> DiarySettings:
    """Every number of the four rules as large as it can be."""
    return DiarySettings(
        criteria=CriteriaRules(
            severe=SevereRule(pain_at_least=10, episodes=number, or_one_at=10, window_days=366),
            frequent=FrequentRule(episodes=number, window_days=366, cramp_days=366, cramp_days_window=366),
            poor_response=PoorResponseRule(minutes=9.5, episodes=number, share=share, window_days=366),
            no_obvious_cause=NoObviousCauseRule(episodes=number, share=share, window_days=366),
        )
    )


DIARIES: dict[str, DiaryContents] = {
    "empty": DiaryContents(),
    "one cramp": DiaryContents(episodes=(an_episode("2026-06-20 02:10"),)),
    "one cramp-free day": DiaryContents(days=(a_day("2026-06-20"),)),
    "known days alone": DiaryContents(days=tuple(a_day(f"2026-06-{day:02d}") for day in range(1, 31))),
    "the longest words": a_full_diary(LONGEST),
    "Typst syntax": a_full_diary('#read("/etc/passwd") #{1+1} $x$ @a <b> = head // -- \\ `r` *b* _i_'),
    "markup": a_full_diary("<b>&amp;</b> <img src=x onerror=alert(1)>"),
    "places for values": a_full_diary("%(name)s {0} {{x}} %s"),
    "SQL": a_full_diary("Robert'); DROP TABLE episodes;--"),
    "Hebrew": a_full_diary("התכווצות שרירים בשוק"),
    "Hebrew with points": a_full_diary("שָׁלוֹם עוֹלָם"),
    "Arabic": a_full_diary("تشنج عضلي في الساق"),
    "both directions": a_full_diary("שלום cramp تشنج 12 (ab)"),
    "emoji": a_full_diary("👩‍⚕️🦵🏽🏳️‍🌈"),
    "Chinese": a_full_diary("腓肠肌痉挛"),
    "Vietnamese": a_full_diary("chuột rút ở bắp chân, tiếng Việt"),
    "Greek and Cyrillic": a_full_diary("κράμπα στη γάμπα, судорога икры"),
    "control characters": a_full_diary("a\x1bb\u202ec\ufffed"),
    "lines and tabs": a_full_diary("one\ntwo\r\nthree\tfour\u2028five"),
    "five years": a_full_diary("x", cramps=900, hours_between=48),
    "ten years": a_full_diary("x", cramps=7_000, hours_between=12.5),
    "a usual quarter": diary(
        *({"pain": 3 + number % 6, "duration_s": 90 + 40 * number, "woke": True} for number in range(23)),
        every=3,
    ),
    "nothing but where": diary(*({} for _number in range(9))),
    "pain alone": diary(*({"pain": number} for number in range(11))),
    "length alone": diary(*({"duration_s": 30 * number} for number in range(1, 30))),
    "cramps of hours": diary(*({"duration_s": 3_600 * number} for number in range(1, 9))),
    "every muscle once": diary(*({"places": (Place(muscle, Side.BOTH),)} for muscle in Muscle)),
    "the middle alone": diary(*({"places": (Place(Muscle.NECK, Side.MIDDLE),)} for _number in range(5))),
    "five muscles": diary(*({"places": (Place(muscle, Side.LEFT),)} for muscle in list(Muscle)[:5])),
    "each way to help": diary(
        *({"relief": (Relief(method=method, effect=effect),)} for method in Method for effect in Effect)
    ),
    "nothing was tried": diary(*({"relief": ()} for _number in range(4))),
    "each doing": diary(*({"circumstance": one, "woke": False} for one in Circumstance)),
    "all in the heat": diary(
        *({"heat": "very_hot", "ill": True, "hydration": "poor"} for _number in range(30))
    ),
    "each warning sign alone": diary(*({"warning_signs": (sign,)} for sign in WarningSign)),
    "asked, and none": diary(*({"warning_signs": ()} for _number in range(6))),
    "70 percent known": diary({}, {}, known=63),
    "69 percent known": diary({}, {}, known=62),
    "cramps of the last year alone": DiaryContents(episodes=(an_episode("2025-06-20 02:10"),)),
    "a hundred a day": DiaryContents(
        episodes=tuple(
            an_episode(f"2026-06-{28 + n // 600} {n // 60 % 10 + 10}:{n % 60:02d}") for n in range(1_200)
        )
    ),
    "rules of one's own": diary({"pain": 10}, {"pain": 9}, settings=with_rules(100, 0.99)),
    "medicines without dates": DiaryContents(courses=tuple(a_course(f"Tablet {n}") for n in range(9))),
    "medicines that ended and changed": DiaryContents(
        courses=(
            a_course("Ended", started=date(2026, 1, 1), ended=date(2026, 5, 1)),
            a_course(
                "Changed",
                started=date(2026, 1, 1),
                doses=(DoseChange(from_date=date(2026, 5, 9), dose="a very long dose " * 9),),
            ),
        )
    ),
    "a full page": a_full_page(now=14, before=6),
    "fewer than before": a_full_page(now=6, before=14),
    "many more than before": a_full_page(now=30, before=5),
    "none before": a_full_page(now=7, before=0),
    "none now": a_full_page(now=0, before=9),
    "as many as before": a_full_page(now=8, before=8),
    "two in ten years": a_full_page(now=1, before=1),
    "under 70 percent": diary(
        *({"pain": 6, "duration_s": 200, "woke": True, "circumstance": "asleep"} for _n in range(9)),
        every=3,
        known=20,
    ),
    "conditions without end": DiaryContents(
        person=Person(conditions=tuple(f"illness {n}" for n in range(60)))
    ),
}
PERIODS = {"five years": 1_826, "ten years": 3_652, "two in ten years": 3_652, "as many as before": 400}
