"""What a Vietnamese syllable can be, and where its tone mark stands: for checking how words are spelt.

The newer school puts the mark on the vowel that carries the syllable, the older one on the first of an open `oa`, `oe`,
`uy`; both are right, anything else is a slip of the keyboard.
"""

import re
import unicodedata

TONES = "\u0300\u0301\u0309\u0303\u0323"
STOPPED = "\u0301\u0323"  # the tones of a syllable that ends in a stop
STOPS = ("c", "ch", "p", "t")
VOWELS = "aăâeêioôơuưy"
CARRYING = "ăâêôơư"  # a vowel with a mark of its own carries the tone
GLIDES = ("oa", "oe", "uy")
_ONSETS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
_RHYMES = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
i ia ich im in ing inh ip it iu iêc iêm iên iêng iêp iêt iêu
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơng ơp ơt
u ua uau uăc uăn uăng uăt uâc uân uâng uât uây uc uê uêch uên uênh uêu ui um un ung uôc uôi uôm uôn uông uôp uôt
uơ up ut uy uya uych uyên uyêt uyn uynh uyp uyt uyu
ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
y ych yêm yên yêng yêt yêu yn ynh yt
"""
ONSETS = frozenset(_ONSETS.split()) | {""}
RHYMES = frozenset(_RHYMES.split())


def is_right(syllable: str) -> bool:
    """Can it stand so? Letters without marks, abbreviations and foreign words of several syllables are let be."""
    low = unicodedata.normalize("NFC", syllable.lower())
    plain, tones = _bare(low)
    if low.isascii() or len(re.findall(f"[{VOWELS}]+", plain)) != 1:
        return True
    parted = _parted(plain)
    if parted is None or len(tones) > 1:
        return False
    return _allows(parted[1], tones) and low in (_marked(*parted, tones, old=old) for old in (False, True))


def respelt(syllable: str) -> str | None:
    """The syllable with its tone mark in its place; null where no Vietnamese syllable has these letters and mark."""
    plain, tones = _bare(syllable.lower())
    parted = _parted(plain)
    if parted is None or len(tones) > 1 or not _allows(parted[1], tones):
        return None
    return _marked(*parted, tones, old=False)


def _bare(low: str) -> tuple[str, str]:
    """The letters without tone marks, and the marks."""
    signs = unicodedata.normalize("NFD", low)
    plain = "".join(sign for sign in signs if sign not in TONES)
    return unicodedata.normalize("NFC", plain), "".join(sign for sign in signs if sign in TONES)


def _parted(plain: str) -> tuple[str, str] | None:
    """Onset and rhyme; of several ways the one with the longest onset."""
    for length in range(min(3, len(plain)), -1, -1):
        onset, rhyme = plain[:length], plain[length:]
        if onset in ONSETS and rhyme in RHYMES:
            return onset, rhyme
    if plain.startswith("gi") and plain[1:] in RHYMES:  # "gì", "giếng": the i serves both
        return "g", plain[1:]
    return None


def _allows(rhyme: str, tone: str) -> bool:
    """A syllable that ends in a stop has one of two tones, and its mark."""
    return not rhyme.endswith(STOPS) or (bool(tone) and tone in STOPPED)


def _marked(onset: str, rhyme: str, tone: str, *, old: bool) -> str:
    """The syllable with the tone on the vowel that carries it."""
    vowels = [n for n, letter in enumerate(rhyme) if letter in VOWELS]
    carrying = [n for n in vowels if rhyme[n] in CARRYING]
    if carrying:
        at = carrying[-1]
    elif rhyme in GLIDES:
        at = 0 if old else 1
    elif len(vowels) == 3 or (len(vowels) == 2 and len(rhyme) > 2):
        at = vowels[1]
    else:
        at = vowels[0]
    return unicodedata.normalize("NFC", onset + rhyme[: at + 1] + tone + rhyme[at + 1 :])
