"""The field names of the exchange format, record by record, in the order in which they are written."""

from __future__ import annotations

DOCUMENT = (
    "format",
    "version",
    "exported",
    "app",
    "person",
    "episodes",
    "days",
    "workouts",
    "courses",
    "settings",
)
PERSON = ("name", "birth_date", "sex", "height_cm", "weight_kg", "pregnant", "conditions", "note")
EPISODE = (
    "id",
    "started",
    "zone",
    "duration_s",
    "places",
    "pain",
    "circumstance",
    "woke",
    "signs",
    "repeats",
    "warning_signs",
    "hydration",
    "urine_colour",
    "fluid_l",
    "heavy_sweating",
    "heat",
    "air_temp_c",
    "humidity_pct",
    "exercise",
    "ill",
    "relief",
    "soreness_h",
    "note",
    "source",
    "created",
    "changed",
)
PLACE = ("muscle", "side")
EXERCISE = ("done", "kind", "minutes", "exertion", "unaccustomed", "ended_min_before")
RELIEF = ("method", "effect", "minutes")
DAY = (
    "date",
    "cramp_free",
    "hydration",
    "urine_colour",
    "fluid_l",
    "heat",
    "air_temp_c",
    "humidity_pct",
    "exercised",
    "hardest_exertion",
    "exercise_minutes",
    "unaccustomed",
    "stretched",
    "alcohol",
    "ill",
    "sleep_disturbance",
    "weight_kg",
    "note",
)
WORKOUT = (
    "id",
    "started",
    "zone",
    "sport",
    "elapsed_s",
    "active_s",
    "distance_m",
    "exertion",
    "mean_heart_rate",
    "max_heart_rate",
    "device_temp_c",
    "air_temp_c",
    "humidity_pct",
    "file_sha256",
    "note",
)
COURSE = ("id", "kind", "name", "dose", "started", "ended", "doses", "note")
DOSE_CHANGE = ("from", "dose")
SETTINGS = ("day_starts_hour", "criteria")
