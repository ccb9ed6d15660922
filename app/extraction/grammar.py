"""The closed word classes of English that the clause rules lean on, and small tests of tokens against them.

Decision: no tagger. Pronouns, determiners, prepositions, auxiliaries and conjunctions are a few hundred words that
hardly change; everything else is told by capitals, endings and place.
"""

from app.extraction.outline import Sentence, Token
from app.extraction.wording import listed

SUBJECT_PRONOUNS = listed("he she they it we i you who")
PRONOUNS = SUBJECT_PRONOUNS | listed("him her them us me which everyone someone somebody nobody")
OBJECT_PRONOUNS = listed("him her them us me you it himself herself themselves")
POSSESSIVES = listed("his her their its our my your whose")
DETERMINERS = POSSESSIVES | listed(
    "the a an this that these those some many most several both all each every another no any other few two three "
    "four five six seven eight nine ten one more such which what"
)
STANDING_ALONE = listed(
    "two three four five six seven eight nine ten more all both many some several few one another each this that most"
)
PREPOSITIONS = listed(
    "of in on at for with by from to about during after before under over into through against between among "
    "without within via across around near since until toward towards upon outside inside behind beyond despite "
    "amid ahead along alongside like per than off regarding concerning because as"
)
LOCATING = listed("in on at during after before from via through over outside inside near amid by to with of")
BE = listed("is are was were be been being am isn’t isn't wasn’t wasn't aren’t aren't weren’t weren't")
HAVE = listed("has have had having hasn’t hasn't haven’t haven't hadn’t hadn't")
DO = listed("do does did don’t don't doesn’t doesn't didn’t didn't")
MODALS = listed(
    "will would can could may might must should shall won’t won't wouldn’t wouldn't can’t can't cannot couldn’t "
    "couldn't shouldn’t shouldn't ought"
)
AUXILIARIES = BE | HAVE | DO | MODALS
COORDINATORS = listed("and but or then yet so nor")
SUBORDINATORS = listed(
    "that while when whenever because as if where wherever after before since though although unless until whether "
    "whereas what why how once"
)
RELATIVES = listed("who which that whom")
TIME_WORDS = listed(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow earlier later recently "
    "now then again afterward afterwards ago once early late last this next morning afternoon evening night week month "
    "year january february march april june july august september october november december jan. feb. aug. sept. "
    "oct. nov. dec. mon. tue. wed. thu. fri. sat. sun."
)
ADVERBS = listed(
    "also even ever still just often always never again already soon first instead too only quite rather perhaps "
    "maybe once twice further indeed not then now later since however therefore nonetheless nevertheless together "
    "aloud yet recently long elsewhere meanwhile both all"
) | {"n't"}
NOT_ADVERBS = listed("family supply reply apply rely only early daily weekly italy july ally rally bully fly")
TITLES = listed(
    "mr. mrs. ms. mx. dr. sen. rep. gov. gen. lt. col. sgt. capt. cmdr. maj. adm. rev. hon. prof. st. sir lady lord "
    "dame president senator congressman congresswoman governor mayor"
)


def is_adverb(token: Token) -> bool:
    """An adverb by list or by its ending."""
    low = token.low
    return low in ADVERBS or (low.endswith("ly") and len(low) > 4 and low not in NOT_ADVERBS and not token.capital)


def is_auxiliary(token: Token) -> bool:
    """An auxiliary or modal verb, contracted negation included."""
    return token.low in AUXILIARIES


def is_time(token: Token) -> bool:
    """A word of time or date: weekday, month, "earlier", a number that could be a day or a year."""
    return token.low in TIME_WORDS or (token.low[:1].isdigit() and token.low.rstrip("stndrh").isdigit())


def has_finite(tokens: Sentence) -> bool:
    """Whether a stretch surely holds a finite verb (an auxiliary, or a pronoun that must be a subject)."""
    return any(is_auxiliary(t) or t.low in ("he", "she", "they", "we", "i") or "’" in t.low[-3:-1] for t in tokens)
