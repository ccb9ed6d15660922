"""Reporting verbs and nouns, each with the constructions in which it reports speech.

Decision: quoted words need no known cue, indirect words do. The list comes from our own knowledge of English and from
counts of cues in PolNeAR train (10,392 cues of speech); a construction was kept for a verb where most of its finds
there were attributions.

Constructions: ``c`` a clause with or without "that"; ``t`` only with "that"; ``w`` whether, what, how ...;
``o`` an object ("announced the plan"); ``i`` an infinitive ("promised to"); ``a`` an addressee first ("told them
that"); a preposition ("called for"). ``q`` stands for quoted words alone: the verb is a cue only beside a quotation.
"""

from dataclasses import dataclass

from app.extraction.wording import listed

VERBS = """
say c w o / write c w / add c / note c w / announce c o w / suggest c o / argue c for against / tweet c o
explain c w o / acknowledge c o / claim c i o / warn c a of against about / conclude c / state c o / insist c on
reply c / predict c o / admit c o / reiterate c o / assert c o / joke c about / concede c o / remark c on upon
allege c o / observe c / contend c / declare c o / recall c w o / confirm c w / recommend t / maintain t / stress t
emphasize t / emphasise t / testify c / caution c a against / complain t about / lament t o / boast c about of
brag t about / quip c / charge t / posit c / muse t / opine c / reckon c / estimate c / forecast c o / speculate c about
respond t / report c o / agree c i / promise c a i o / vow c i / pledge c i o / tell a w i about of / inform a
remind a / assure a / advise a i / call o for on / describe o / accuse o / criticize o / criticise o / dismiss o
deny c o / dispute t / refute t / rule-out t o / ask w a i about / express o / point-out c o / go-on q / continue t
repeat t / question q w / rebut t / counter t / retort t / protest t / confess c / disclose c / hint t / imply t
indicate t / reveal c / proclaim c o / swear t / threaten i / reject q / denounce q / condemn q / blast q / slam q
decry q / urge a i / mention t / stipulate t / theorize t / theorise t / surmise t / attest t / affirm t / reaffirm t
underscore t / volunteer t / vent t / fume t / gush q / mutter q / shout q / yell q / chant q / cry q / whisper q
exclaim q / laugh q / sigh q / thunder q / bellow q / scoff q / shoot-back q / fire-back q / begin q
post t / email t / text t / blog t / quote q / read q / summarize t / summarise t / recount w o / plead q / offer q
rule t / find t / show t / confess c / swear c / sneer t / jeer t / grumble t / moan t / snap q / roar q
brand o / apologise q / apologize q / thank q / whine t / boast c / sob q / jibe q / crow t / rage q / storm q
comment t / tease t / jest t / lie t / murmur t / concur t / reason c / counsel t / decree t / demand t k / propose t
want k / wonder w / query w / inquire w / enquire w
blame o / answer t / refuse i / decline i / sum-up q / put-it q
""".replace("\n", " / ")

NOUNS = listed(
    "claim claims assertion assertions statement suggestion suggestions allegation allegations accusation accusations "
    "argument arguments contention insistence announcement warning warnings promise pledge vow remark remarks "
    "declaration complaint complaints prediction acknowledgment admission charge charges denial comment comments"
)

CLAIMS = listed(  # what one denies, rejects or dismisses, whoever claimed it
    "claim claims allegation allegations accusation accusations suggestion suggestions assertion assertions report "
    "reports rumour rumours rumor rumors idea notion charge charges speculation criticism theory theories argument "
    "arguments complaint complaints insinuation insinuations view"
)

IRREGULAR = {
    "find": ("finds", "found", "found", "finding"),
    "show": ("shows", "showed", "shown", "showing"),
    "sob": ("sobs", "sobbed", "sobbed", "sobbing"),
    "say": ("says", "said", "said", "saying"),
    "tell": ("tells", "told", "told", "telling"),
    "write": ("writes", "wrote", "written", "writing"),
    "swear": ("swears", "swore", "sworn", "swearing"),
    "read": ("reads", "read", "read", "reading"),
    "go": ("goes", "went", "gone", "going"),
    "shoot": ("shoots", "shot", "shot", "shooting"),
    "begin": ("begins", "began", "begun", "beginning"),
    "put": ("puts", "put", "put", "putting"),
    "admit": ("admits", "admitted", "admitted", "admitting"),
    "quip": ("quips", "quipped", "quipped", "quipping"),
    "brag": ("brags", "bragged", "bragged", "bragging"),
    "slam": ("slams", "slammed", "slammed", "slamming"),
    "sum": ("sums", "summed", "summed", "summing"),
    "blog": ("blogs", "blogged", "blogged", "blogging"),
    "rebut": ("rebuts", "rebutted", "rebutted", "rebutting"),
}


@dataclass(frozen=True, slots=True)
class Verb:
    """A form of a reporting verb: ``form`` is one of base, third, past, participle, ing; ``particle`` may be ""."""

    lemma: str
    form: str
    particle: str
    takes: frozenset[str]


def _forms(lemma: str) -> tuple[str, str, str, str]:
    if lemma in IRREGULAR:
        return IRREGULAR[lemma]
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies", lemma[:-1] + "ied", lemma[:-1] + "ied", lemma + "ing"
    if lemma.endswith("e"):
        return lemma + "s", lemma + "d", lemma + "d", lemma[:-1] + "ing"
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")
    return third, lemma + "ed", lemma + "ed", lemma + "ing"


def _table() -> dict[str, Verb]:
    table: dict[str, Verb] = {}
    for entry in filter(str.strip, VERBS.split(" / ")):
        name, *takes = entry.split()
        lemma, _, particle = name.partition("-")
        third, past, participle, ing = _forms(lemma)
        named = ((lemma, "base"), (third, "third"), (past, "past"), (participle, "participle"), (ing, "ing"))
        for word, form in named:
            key = f"{word}-{particle}" if particle else word
            table.setdefault(key, Verb(name, form, particle, frozenset(takes)))
    return table


FORMS = _table()
PARTICLES = {form.partition("-")[0]: verb.particle for form, verb in FORMS.items() if verb.particle}


def verb_at(low: str, following: str) -> Verb | None:
    """The reporting verb that a word is, alone or with the particle that follows it ("pointed" "out")."""
    if PARTICLES.get(low) == following:
        return FORMS[f"{low}-{following}"]
    return FORMS.get(low)
