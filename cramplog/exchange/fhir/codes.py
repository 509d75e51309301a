"""The codes of the bundle: LOINC and UCUM always, SNOMED CT only where it is wanted, our own for the rest."""

from __future__ import annotations

from cramplog.domain.places import Muscle

SNOMED = "http://snomed.info/sct"
LOINC = "http://loinc.org"
UCUM = "http://unitsofmeasure.org"
CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category"
# Nobody keeps a public code system for these; a UUID is a system of its own.
LOCAL = "urn:uuid:6e2f7a52-9c41-4f6f-8f0b-3a8d5b1c2e70"

CRAMP = "55300003"
PAIN = "72514-3"

# Only codes that several sources agree on; a muscle without one is said in words (knowledge: codes and FHIR).
BODY_SITES = {
    Muscle.CALF: "53840002",
    Muscle.SHIN: "30021000",
    Muscle.HAMSTRING: "68367000",
    Muscle.QUADRICEPS: "68367000",
    Muscle.FOOT: "56459004",
    Muscle.HAND: "85562004",
    Muscle.FOREARM: "14975008",
    Muscle.UPPER_ARM: "40983000",
    Muscle.CHEST: "43799004",
    Muscle.RIBCAGE: "78904004",
    Muscle.ABDOMEN: "818981001",
}
