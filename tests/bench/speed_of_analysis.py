"""How long all findings take: `python tests/bench/speed_of_analysis.py`; exits 1 where a limit is broken."""

from __future__ import annotations

import sys
import time

from big_diary import AS_OF, LAST_DAY, big_diary

from cramplog.analysis.insights import analyse
from cramplog.domain.contents import DiaryContents
from cramplog.domain.period import Period

LIMIT_S = 0.150
LIMIT_GROWTH = 12


def best_of_five(contents: DiaryContents, days: int) -> float:
    """Seconds of this process for everything over the whole diary, the best of five."""
    period, times = Period.last_days(days, LAST_DAY), []
    for _ in range(5):
        began = time.process_time()
        analyse(contents, as_of=AS_OF, period=period)
        times.append(time.process_time() - began)
    return min(times)


def main() -> int:
    """Print the figures."""
    usual = best_of_five(big_diary(episodes=10_000, days=3_650, workouts=3_000), 3_650)
    dense = best_of_five(big_diary(episodes=100_000, days=3_650, workouts=3_000), 3_650)
    long = best_of_five(big_diary(episodes=100_000, days=36_500, workouts=30_000), 36_500)
    sys.stdout.write(
        f"10,000 episodes in 3,650 days: {usual * 1000:.0f} ms (under {LIMIT_S * 1000:.0f})\n"
        f"100,000 episodes in 3,650 days: {dense * 1000:.0f} ms, {dense / usual:.1f} times (under 12)\n"
        f"the same in 36,500 days: {long * 1000:.0f} ms, {long / usual:.1f} times (under 12)\n"
    )
    return 0 if usual < LIMIT_S and max(dense, long) < LIMIT_GROWTH * usual else 1


if __name__ == "__main__":
    sys.exit(main())
