"""Words that turn a claim into its opposite where one stands for the other, and words that may stand for each other.

Decision: two small hand-written tables of news English, and the prefixes that negate. They only ever make the decision
more careful (an antonym) or spare a difference that is none (a synonym of the same strength); a pair that is not listed
counts as a difference of wording, never as the same.
"""

from functools import lru_cache

from app.matching.words import listed, stem

_OPPOSITES = """
rise fall|rise drop|rise decline|rise sink|increase decrease|increase fall|increase drop|increase decline
increase reduce|increase cut|grow shrink|grow fall|grow decline|climb fall|climb drop|gain loss|gain lose|gain fall
up down|upward downward|higher lower|high low|highest lowest|more less|more fewer|most least|most fewest|many few
major minor|maximum minimum|better worse|best worst|good bad|improve worsen|improve deteriorate|strong weak
stronger weaker|strengthen weaken|win lose|victory defeat|won lost|winner loser|success failure|succeed fail
successful unsuccessful|pass fail|pass reject|support oppose|support reject|back oppose|favour oppose|favor oppose
for against|pro anti|approve reject|approve veto|approve oppose|accept reject|accept refuse|agree disagree
agree refuse|allow ban|allow forbid|allow prohibit|allow prevent|permit ban|permit forbid|permit prohibit
legal illegal|lawful unlawful|legal banned|admit deny|confirm deny|confirm refute|assert deny|claim deny
prove disprove|true false|true untrue|right wrong|correct incorrect|correct wrong|fact lie|fact myth|open close
open shut|opened closed|begin end|begin finish|begin stop|start end|start stop|start finish|continue stop
continue halt|continue end|launch cancel|launch scrap|keep scrap|keep abandon|keep drop|maintain abolish
create destroy|build destroy|build demolish|construct demolish|restore destroy|create abolish|found dissolve
establish abolish|add remove|include exclude|inside outside|within outside|in out|enter leave|enter exit
arrive leave|arrive depart|join leave|stay leave|remain leave|return leave|before after|since until|earlier later
early late|earliest latest|first last|former current|former latter|old new|old young|older younger|ancient modern
past future|always never|ever never|everyone nobody|everybody nobody|everything nothing|all none|some none
anything nothing|both neither|everywhere nowhere|often rarely|often seldom|frequently rarely|usually rarely
usually seldom|common rare|common uncommon|popular unpopular|public private|hire fire|appoint dismiss|appoint sack
elect oust|employ unemploy|employment unemployment|guilty innocent|convict acquit|arrest release|arrest free
jail free|kill save|alive dead|live die|survive die|birth death|born die|sick healthy|ill healthy|safe dangerous
safe unsafe|secure insecure|war peace|attack defend|friend enemy|ally enemy|love hate|like dislike|happy sad
happy unhappy|rich poor|wealthy poor|expensive cheap|cheaper dearer|cost save|buy sell|bought sold|import export
lend borrow|earn spend|profit loss|surplus deficit|income expense|asset liability|tax untaxed|raise lower|raise cut
raise reduce|boost cut|boost reduce|expand cut|expand shrink|expand contract|widen narrow|wide narrow|broad narrow
large small|big small|larger smaller|bigger smaller|largest smallest|biggest smallest|huge tiny|great small
giant tiny|long short|longer shorter|longest shortest|brief long|brief lengthy|tall short|deep shallow|thick thin
heavy light|fast slow|faster slower|quick slow|quickly slowly|rapid slow|rapidly slowly|full empty|filled empty
hot cold|warm cold|warm cool|wet dry|hard soft|hard easy|difficult easy|simple complex|simple complicated
complex straightforward|clean dirty|clear unclear|dark light|dark bright|black white|pale dark|day night|male female
man woman|boy girl|father mother|son daughter|brother sister|husband wife|north south|east west|northern southern
eastern western|northeast southwest|left right|top bottom|upper lower|above below|over under|front back|near far
close distant|domestic foreign|local foreign|national international|urban rural|city countryside|majority minority
positive negative|plus minus|advantage disadvantage|benefit harm|help harm|help hurt|help hinder|beneficial harmful
useful useless|important unimportant|necessary unnecessary|possible impossible|likely unlikely|able unable
capable incapable|willing unwilling|certain uncertain|sure unsure|known unknown|famous unknown|famous obscure
visible invisible|present absent|presence absence|available unavailable|complete incomplete|whole partial
fully partly|fully partially|entirely partly|completely partially|total partial|permanent temporary|active inactive
alone together|single multiple|single married|same different|similar different|identical different|like unlike
equal unequal|unite divide|united divided|connect disconnect|attach detach|combine separate|gather scatter
together apart|toward away|with without|from into|from to|on off|onto off|toward from
forward backward|forwards backwards|ahead behind|lead follow|leader follower
teacher student|parent child|attract repel|accelerate slow|accelerate decelerate|honest dishonest|loyal disloyal
trust distrust|trust mistrust|respect disrespect|encourage discourage|encourage deter|promote demote|promote prevent
cause prevent|enable prevent|protect endanger|protect harm|protect expose|solve cause|praise criticise
praise criticize|praise condemn|welcome condemn|welcome reject|applaud condemn|defend criticise|defend criticize
celebrate mourn|remember forget|ignore heed|obey disobey|obey violate|comply violate|uphold violate|uphold overturn
uphold reject|affirm overturn|dependent independent|free occupied|voluntary compulsory|voluntary mandatory
optional mandatory|optional compulsory|natural artificial|real fake|genuine fake|original copy|authentic fake
public secret|openly secretly|reveal hide|reveal conceal|show hide|disclose conceal|ordinary extraordinary
normal abnormal|regular irregular|stable unstable|steady unsteady|fair unfair|just unjust|responsible irresponsible
relevant irrelevant|effective ineffective|efficient inefficient|adequate inadequate|sufficient insufficient
enough insufficient|lack have|lack possess|abundance shortage|plenty shortage|abundant scarce|shortage surplus
optimistic pessimistic|optimist pessimist|hope fear|hope despair|calm angry|calm panic|peaceful violent
friendly hostile|kind cruel|polite rude|brave cowardly|wise foolish|smart stupid|clever stupid|beautiful ugly
attractive ugly|rough smooth|sharp blunt|tight loose|tighten loosen|tighten relax|tighten ease|ease tighten
ease worsen|impose lift|deploy withdraw|invade withdraw|advance retreat|resign stay|quit stay|quit join|hold release
catch release|lock unlock|load unload|cover uncover|discover hide|wake sleep|push pull|give take|send receive
ask answer|question answer|teach learn|speak listen|exaggerate understate|overestimate underestimate
overvalue undervalue|bullish bearish|ascend descend|ascent descent|rising falling|vertical horizontal
conservative liberal|left-wing right-wing|democrat republican|democratic republican|labour conservative|home away
amateur professional|senior junior|superior inferior|primary secondary|internal external|inner outer
interior exterior|indoor outdoor|native foreign|guest host|credit debit|offence defence|offensive defensive
aware unaware|familiar unfamiliar|renew expire|renew cancel|worth worthless|hopeful hopeless|careful careless
powerful powerless|meaningful meaningless|vaccinated unvaccinated|affordable unaffordable|acceptable unacceptable
constitutional unconstitutional
"""
_ALIKE = """
say state|big large|big huge|large huge|bigger larger|biggest largest|begin start|end finish|buy purchase
buy acquire|help aid|help assist|job post|kill murder|start launch|rise increase|rise climb|increase climb|rise grow
increase grow|fall drop|fall decline|drop decline|fall decrease|cut reduce|cut lower|reduce lower|cut slash
fast quick|quickly rapidly|child kid|children kids|america u.s.|american u.s.|british u.k.|film movie|ill sick
doctor physician|company firm|firm business|company corporation|worker employee|staff employee|chief head
leader head|plan scheme|plan proposal|talk discussion|talk negotiation|police officer|police cops|fight battle
poll survey|election vote|country nation|wealthy rich|cost price|tax levy|pupil student|home house|car vehicle
lorry truck|petrol gasoline|lift elevator|show reveal|show indicate|need require|try attempt|get receive|obtain get
give provide|provide supply|use utilise|believe think|allow permit|let allow|ban prohibit|ban forbid|stop halt
end stop|close shut|build construct|happen occur|ask request|answer reply|enough sufficient|about approximately
almost nearly|important significant|important crucial|difficult hard|easy simple|dangerous hazardous|safe secure
wrong incorrect|true correct|right correct|people person|person individual|man guy|woman lady|mother mum|mother mom
father dad|yearly annual|daily everyday|minister secretary|premier prime|president head|government administration
parliament legislature|law legislation|bill legislation|lawmaker legislator|lawmaker mp|congressman representative
attorney lawyer|probe investigation|probe inquiry|investigation inquiry|crash accident|blaze fire|quake earthquake
storm hurricane|troop soldier|army military|weapon arm|jobless unemployed|joblessness unemployment|employment job
wage pay|wage salary|salary pay|income earnings|revenue sales|profit earnings|share stock|expect forecast
predict forecast|expect anticipate|warn caution|announce declare|announce unveil|reveal disclose|confirm verify
admit acknowledge|admit concede|approve endorse|back support|support endorse|oppose resist|refuse reject
reject dismiss|criticise attack|criticize criticise|condemn denounce|favour favor|labour labor|centre center
programme program|defence defense|organisation organization|travelled traveled|colour color|honour honor
neighbour neighbor|licence license|tyre tire|cheque check|grey gray|fulfil fulfill|recognise recognize
realise realize|organise organize|analyse analyze|authorise authorize|privatise privatize|nationalise nationalize
subsidise subsidize|apologise apologize|prioritise prioritize|vaccinate immunise
"""
NEGATING = ("un", "dis", "non", "mis", "anti")
BEFORE_ADJECTIVE = ("in", "im", "il", "ir")
ADJECTIVE = ("abl", "ibl", "ent", "ant", "iv", "ect", "al", "it", "ar", "ct", "cy", "ant", "cur", "sincer", "san")
"""Ends of stems before which in- negates: "incorrect", but not "instate"."""


def _pairs(table: str) -> frozenset[tuple[str, str]]:
    pairs = [
        tuple(stem(word) for word in listed(pair)) for line in table.strip().splitlines() for pair in line.split("|")
    ]
    return frozenset((one, two) for pair in pairs for one, two in (pair, pair[::-1]) if one != two)


OPPOSITES = _pairs(_OPPOSITES)
ALIKE = _pairs(_ALIKE) - OPPOSITES


@lru_cache(maxsize=65536)
def opposite(one: str, two: str) -> bool:
    """Whether two stems are opposites, listed or by a negating prefix or by -ful and -less."""
    if (one, two) in OPPOSITES:
        return True
    if prefixed(one, two) or prefixed(two, one):
        return True
    return _suffixed(one, "ful", "less") == two or _suffixed(two, "ful", "less") == one


def prefixed(negative: str, positive: str) -> bool:
    """Whether one stem is the other with a negating prefix."""
    if len(positive) < 3 or not negative.endswith(positive) or negative == positive:
        return False
    prefix = negative[: -len(positive)]
    return prefix in NEGATING or (prefix in BEFORE_ADJECTIVE and positive.endswith(ADJECTIVE))


@lru_cache(maxsize=65536)
def alike(one: str, two: str) -> bool:
    """Whether two stems may stand for each other: listed, or forms of one root."""
    if one == two or (one, two) in ALIKE:
        return True
    return _derived(one, two)


def _suffixed(word: str, ending: str, other: str) -> str:
    return word[: -len(ending)] + other if word.endswith(ending) else ""


DERIVING = frozenset(["", *listed("e ment ion ation ition tion ive ative al ance ence or er ity y ness")])


def _derived(one: str, two: str) -> bool:
    """Forms of one root by endings that keep the sense: develop and development, elect and election."""
    length = 0
    while length < min(len(one), len(two)) and one[length] == two[length]:
        length += 1
    return length >= 5 and one[length:] in DERIVING and two[length:] in DERIVING
