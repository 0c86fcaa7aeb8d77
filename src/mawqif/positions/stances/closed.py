"""Closed classes of words by which a clause is read towards its governor, folded: grammar alone."""

from __future__ import annotations

from mawqif.arabic import fold


def _set(words: str) -> frozenset[str]:
    return frozenset(fold(w) for w in words.split())


NOT = _set("لا لن لم ليس ليست لسنا ليسوا لست ما ولا ولن ولم وليس وليست فلا فلن فلم وما")
STILL = _set("يزال تزال نزال يزالون زال زالت زالوا زلنا مازال مازالت مازالوا")
NO_MORE = _set("يعد تعد نعد يعودوا")
NONE = {fold(p + w): p for p in ("", "ب", "ل", "و") for w in ("عدم", "غير", "لا", "بلا", "بدون", "دون", "انعدام")}
LIGHT = _set("قد وقد لقد ولقد فقد سوف وسوف أيضا بالفعل دائما معا سويا حاليا أبدا قطعا تماما بشدة بقوة رسميا مجددا كذلك")
THAT = {p + w: p for p in ("", "ب", "ل", "و", "ف") for w in ("ان", "الا")}
SELVES = "انه انها انهم انهما اننا انا انني اني".split()
CLAUSES = frozenset(p + w for p in ("", "ب", "ل", "و", "ف", "وب") for w in SELVES)
RELATIVES = _set("التي الذي الذين اللذين اللتين والتي والذي ما مما ممن حيث لكن ولكن بل بينما فيما كما حتى إذ أو أم ثم")
THESE = _set("هذا هذه ذلك تلك هذين هاتين أي أية كل جميع كافة بعض مثل نفس كامل")
ASKING = _set("إذا لو هل ربما لعل سواء فإذا وإذا ولو لكي كي حتى ريثما لئلا كيلا كأن لطالما")
WERE = _set("كان كانت كنا كنت كانوا وكان وكانت")
NO_OTHER = _set("بد مناص مفر غنى مانع")  # «لا بد من»
OWING = _set("على وعلى علينا عليه عليها عليهم عليكم وعلينا وعليه وعليها وعليهم")
IF = _set("إذا لو")
MAYBE = _set("قد ربما يمكن يحتمل المحتمل الممكن احتمال إمكان إمكانية بإمكان احتمالات شائعات أنباء")
# what leads another phrase by its own preposition: «وفقا للاتفاق»
ADVERBIAL = _set(
    "وفقا طبقا وفق استنادا نظرا نتيجة ردا خلافا تبعا بناء تنفيذا تمهيدا تحضيرا استعدادا إضافة بالإضافة جانب بموجب بسبب "
    "نقلا عقب بعد قبل خلال فضلا علاوة"
)
WHICH = _set("الذي التي الذين اللذين اللتين والذي والتي")
STEMS = ("الي", "علي", "عن", "ب", "ل", "من", "في", "ضد")  # prepositions as they stand before a pronoun
IS = _set("هو هي وهو وهي")
STOPS = frozenset("،؛:.!؟?\n…")
WITH = _set("نحن أنا يقف تقف نقف وقوف الوقوف وقوفنا وقوفه وقوفها كنا إننا أننا")
