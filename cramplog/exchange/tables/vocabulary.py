"""The words of other programs' tables, in English, German, Spanish and French: plain, without accents."""

from __future__ import annotations

from cramplog.domain.places import Muscle, Side
from cramplog.exchange.tables.meanings import Meaning


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split(", "))


# Headings as in the exports of headache and symptom diaries and habit trackers.
HEADINGS: dict[Meaning, tuple[str, ...]] = {
    Meaning.STARTED: _words(
        "started, started at, start date time, date time, date and time, date start time, datetime, "
        "timestamp, start datetime, onset, logged at, recorded at, created at, date of entry, datum "
        "uhrzeit, datum und uhrzeit, zeitpunkt, zeitstempel, beginn, fecha y hora, fecha hora, inicio, "
        "debut, date et heure, date heure, attack start, migraine start, wann, cuando, quand, began"
    ),
    Meaning.DATE: _words(
        "date, day, entry date, start date, datum, tag, fecha, dia, jour, attack date, full date, "
        "date formatted, date of attack, fecha de inicio, date de debut"
    ),
    Meaning.TIME: _words(
        "time, start time, time of day, onset time, clock, uhrzeit, zeit, startzeit, hora, heure, hora de "
        "inicio, time began, time started, time of onset, heure de debut"
    ),
    Meaning.ENDED: _words(
        "end, ended, ended at, end time, end date, end date time, stop, stop time, finish, ende, endzeit, "
        "fin, hora de fin, attack end, migraine end, time ended, heure de fin, bis"
    ),
    Meaning.DURATION: _words(
        "duration, length, lasted, how long, minutes, dauer, duracion, duree, wie lange, cuanto duro"
    ),
    Meaning.PAIN: _words(
        "pain, severity, intensity, pain level, level, score, rating, strength, nrs, vas, schmerz, "
        "schmerzen, starke, schweregrad, intensitat, dolor, intensidad, gravedad, douleur, intensite, how "
        "bad, value, peak pain level, rating amount, schmerzstarke, schmerzintensitat, nivel de dolor, "
        "intensidad del dolor, intensite de la douleur, niveau de douleur"
    ),
    Meaning.PLACE: _words(
        "location, muscle, where, body part, body area, area, site, place, ort, muskel, stelle, "
        "korperteil, korperstelle, lugar, musculo, zona, ubicacion, lieu, pain location, affected areas, "
        "zone, pain positions, lokalisation, korperregion, muskelgruppe, wo, parte del cuerpo, donde, "
        "musculo afectado, localisation, partie du corps, ou"
    ),
    Meaning.SIDE: _words("side, laterality, seite, lado, cote, left right"),
    Meaning.CRAMPED: _words(
        "cramp, cramps, had cramp, had cramps, any cramps, leg cramp, leg cramps, krampf, krampfe, "
        "wadenkrampf, calambre, calambres, crampe, crampes, completed, done, calf cramp, calf cramps, "
        "night cramps, muscle cramps, muskelkrampf, muskelkrampfe, wadenkrampfe"
    ),
    # Where one column says what was noted, only rows that name a cramp are cramps.
    Meaning.SYMPTOM: _words("symptom, detail, activities, tracker, habit, symptome, beschwerde, sintoma"),
    Meaning.NOTE: _words(
        "note, notes, comment, comments, remark, remarks, description, details, notiz, notizen, "
        "bemerkung, bemerkungen, kommentar, anmerkung, nota, notas, observaciones, comentario, remarque, "
        "memo, diary, note title, notas adicionales, comentarios, remarques, commentaire, commentaires, "
        "anmerkungen"
    ),
}
# Pain in words, by the middle of its step (Palos 2006: mild 1–4, moderate 5–6, severe 7–10).
PAIN: dict[int, tuple[str, ...]] = {
    0: _words("none, no pain, keine, kein, nada, ninguno, aucune"),
    3: _words("mild, light, low, slight, leicht, gering, schwach, leve, legere, faible, bajo"),
    5: _words("moderate, medium, mittel, massig, mittelstark, moderado, moderada, medio, moderee"),
    8: _words("severe, strong, high, bad, stark, heftig, fuerte, severo, severa, intenso, forte"),
    10: _words(
        "very severe, worst, unbearable, extreme, excruciating, sehr stark, unertraglich, insoportable"
    ),
}
MUSCLES: dict[Muscle, tuple[str, ...]] = {
    Muscle.CALF: _words("calf, calves, lower leg, wade, waden, unterschenkel, pantorrilla, gemelo, mollet"),
    Muscle.HAMSTRING: _words("hamstring, hamstrings, back of thigh, back thigh, isquiotibial"),
    Muscle.QUADRICEPS: _words("quad, quads, quadriceps, front of thigh, thigh, thighs, oberschenkel, muslo"),
    Muscle.TOES: _words("toe, toes, zeh, zehe, zehen, dedos del pie, orteil, orteils"),
    Muscle.FOOT: _words("foot, feet, arch, sole, fuss, fusse, pie, pies, pied, pieds"),
    Muscle.SHIN: _words("shin, shins, schienbein, espinilla, tibia"),
    Muscle.HIP: _words("hip, hips, groin, hufte, leiste, cadera, hanche"),
    Muscle.FINGERS: _words("finger, fingers, thumb, daumen, dedo, dedos, doigt, doigts"),
    Muscle.HAND: _words("hand, hands, hande, mano, manos, main, mains"),
    Muscle.FOREARM: _words("forearm, forearms, lower arm, unterarm, antebrazo, avant bras"),
    Muscle.UPPER_ARM: _words("upper arm, upper arms, biceps, triceps, oberarm, brazo, arm, arms, bras"),
    Muscle.SHOULDER: _words("shoulder, shoulders, schulter, hombro, epaule"),
    Muscle.NECK: _words("neck, nacken, hals, cuello, cou, nuque"),
    Muscle.JAW: _words("jaw, kiefer, mandibula, machoire"),
    Muscle.RIBCAGE: _words("rib, ribs, ribcage, rippen, costillas, cotes"),
    Muscle.CHEST: _words("chest, brust, pecho, poitrine"),
    Muscle.ABDOMEN: _words("abdomen, belly, stomach, abs, bauch, vientre, ventre"),
    Muscle.LOWER_BACK: _words("lower back, low back, kreuz, lendenwirbel, zona lumbar, lumbar, bas du dos"),
    Muscle.UPPER_BACK: _words("upper back, back, rucken, espalda, dos"),
    Muscle.BUTTOCK: _words("buttock, buttocks, glute, glutes, gesass, po, gluteo, fesse"),
    Muscle.OTHER: _words("other, leg, legs, bein, beine, pierna, piernas, jambe, jambes, andere, otro"),
}
SIDES: dict[Side, tuple[str, ...]] = {
    Side.LEFT: _words("left, l, lt, links, linke, linker, linkes, li, izquierda, izquierdo, izq, gauche"),
    Side.RIGHT: _words(
        "right, r, rt, rechts, rechte, rechter, rechtes, re, derecha, derecho, der, droite, droit"
    ),
    Side.BOTH: _words("both, bilateral, b, beide, beidseitig, beidseits, ambos, ambas, deux, l r, r l"),
    Side.MIDDLE: _words("middle, center, centre, mitte, mittig, central, centro, milieu"),
}
# Names that mean both of a pair by themselves.
PAIRS = frozenset(_words("calves, feet, hands, quads, hips, shins, thighs, hamstrings, waden, fusse, hande"))
CRAMPS = _words("cramp, krampf, calambre, crampe, spasm, charley horse, crampo, caimbra")
# What a tracker writes where nobody has said anything.
UNKNOWN = frozenset(_words("unknown, skip, yes_auto, n/a, na, ?, unbekannt, desconocido, inconnu, -1"))
YES = frozenset(
    _words("yes, yes_manual, 2, y, true, 1, x, ja, j, si, sí, s, oui, o, ✓, ✔, ☑, done, completed")
)
NO = frozenset(_words("no, n, false, 0, -, nein, non, ✗, ✘, skipped, missed"))
