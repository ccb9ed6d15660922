"""Given names that are one name: common short forms in English news, and one name in the East Slavic languages.

Facts about names, put together by hand. A short form may stand for several names ("Alex", "Chris", "Sam"); two full
names are never one because they share it.
"""

from app.identity.folding import plain_letters, sounds

# The full name, then its short forms.
_SHORT = """
abigail: abby gail | abraham: abe | adelaide: addie | albert: al bert bertie | alejandro: alex |
alexander: alex al sandy lex xander sasha alec | alexandra: alex sandra sandy lexi sasha | alexandria: alex |
alexis: alex | alfred: al fred alf alfie freddie | alison: ali | amanda: mandy | amelia: amy millie |
andrew: andy drew | angela: angie | anastasia: stacy ana | ann: annie | anna: annie | anne: annie |
anthony: tony | antoinette: toni | antonio: tony | archibald: archie | arnold: arnie | arthur: art artie |
augustus: gus | augustine: gus | barbara: barb barbie babs | barnaby: barney | bartholomew: bart | beatrice: bea |
benedict: ben | benjamin: ben benny benji | bernadette: bernie | bernard: bernie | bertram: bert |
bradford: brad | bradley: brad | bridget: bridie | cameron: cam | carolyn: carrie carol | caroline: carrie |
catherine: cathy kate cat cate katie kitty | cecilia: cissy | charles: charlie chuck chas chip |
charlotte: charlie lottie | chester: chet | christian: chris | christina: chris tina chrissy |
christine: chris chrissy tina | christopher: chris kit | clifford: cliff | clifton: cliff | clinton: clint |
constance: connie | curtis: curt | cynthia: cindy | daniel: dan danny | danielle: dani | david: dave davy |
deborah: deb debbie debby | desmond: des | dominic: dom | donald: don donnie donny |
dorothea: dot dotty thea dolly | dorothy: dot dotty dolly | douglas: doug | edgar: ed eddie | edith: edie |
edmund: ed eddie ned ted teddy | eduardo: eddie | edward: ed eddie ned ted teddy | edwin: ed eddie |
eleanor: ellie nell nora | elizabeth: liz lizzie beth betty betsy eliza libby bess lisa lizzy elsie |
elisabeth: liz lizzie beth betty lisa | ellen: nell | emanuel: manny | manuel: manny manolo | eric: rick ricky |
ernest: ernie | ernesto: ernie | eugene: gene | evelyn: evie | ezekiel: zeke | felicity: flick |
ferdinand: ferdie | florence: flo florrie | frances: fran frankie | francesca: fran | francesco: franco |
francis: frank fran frankie | francisco: paco pancho frank cisco | franklin: frank | frederica: freddie |
frederick: fred freddie freddy rick | frederic: fred freddie | gabriel: gabe | gabriella: gabby |
geoffrey: geoff jeff | gerald: gerry jerry | gerard: gerry jerry | gilbert: gil bert | gregory: greg gregg |
gretchen: greta | gwendolyn: gwen | harold: harry hal | harriet: hattie | harrison: harry | helen: nell nellie |
henrietta: hattie etta | henry: harry hank hal | herbert: herb bert herbie | howard: howie | hubert: bert |
ignacio: nacho iggy | irving: irv | isaac: ike zack | isabel: bel izzy bella | isabella: bella izzy |
jacob: jake jack | jacqueline: jackie jacqui | james: jim jimmy jamie jem | jane: janie jenny | janet: jan |
janice: jan | jeffrey: jeff | jeffery: jeff | jennifer: jen jenny jenn | jeremiah: jerry jem |
jeremy: jerry jez jem | jerome: jerry | jessica: jess jessie | joan: joanie | joanna: jo | joanne: jo |
joel: joe | john: jack johnny jon jock | jonathan: jon jonny | jose: pepe | joseph: joe joey jo |
josephine: jo josie | joshua: josh | judith: judy jude | julia: jules | julian: jules |
katharine: kate kathy katie kay | katherine: kate kathy katie kay kat kit kitty |
kathleen: kathy kath kate katie kay | kathryn: kate kathy katie kat | kenneth: ken kenny | kimberly: kim |
kimberley: kim | kirsten: kirsty | kristin: kris | kristina: kris tina | laura: laurie | lauren: laurie |
laurence: larry laurie | lawrence: larry laurie | leonard: len lenny leo | leonardo: leo | leopold: leo |
leroy: roy | leslie: les | lester: les | lewis: lew | lilian: lily | lillian: lily lil | louis: lou louie |
louise: lou | lucille: lucy | lucinda: lucy cindy | lydia: liddy | madeleine: maddie | madeline: maddie |
magdalena: lena | malcolm: mal | margaret: maggie meg peggy madge marge greta margie daisy rita |
margarita: rita | marguerite: daisy | maria: mia | marjorie: marge margie | martha: marty patty | martin: marty |
marvin: marv | mary: molly polly mamie may | matilda: tilly | matthew: matt matty | maurice: moe maury |
maureen: mo | maxim: max | maximilian: max | maxwell: max | melanie: mel | melissa: mel missy lissa |
melvin: mel | mervyn: merv | michael: mike mick mickey micky mikey | michelle: shelly | mildred: millie |
millicent: millie | miranda: randy mandy | mitchell: mitch | mohammed: mo | mohamed: mo | monica: mon |
morris: moe | moses: mo moe | natalie: nat | natalia: nat natasha tasha | natasha: tasha | nathan: nate nat |
nathaniel: nate nat | newton: newt | nicholas: nick nicky | nicola: nicky nikki | nicolas: nick nico |
nicole: nicky nikki | norman: norm | oliver: ollie | olivia: liv livvy | oscar: ozzie | oswald: ozzie oz |
pamela: pam | patricia: pat patty tricia trish patsy | patrick: pat paddy | paul: paulie | paula: polly |
pauline: polly | penelope: penny | percival: percy | peter: pete | philip: phil pip | phillip: phil pip |
philippa: pippa pip | prudence: pru | quentin: quin | ramon: ray | randall: randy | randolph: randy |
raphael: rafe rafi | rafael: rafa | raymond: ray | rebecca: becky becca | reginald: reg reggie | reuben: rube |
richard: dick rick ricky rich richie dickie | ricardo: rick ricky | robert: bob rob bobby robbie bert robin |
roberta: bobbie | roberto: beto | roderick: rod rory | rodney: rod | ronald: ron ronnie | rosalind: ros roz |
rosemary: rosie rose | rudolph: rudy | rudolf: rudi | russell: russ rusty | salvador: sal | salvatore: sal |
samantha: sam | samuel: sam sammy | sandra: sandy | sarah: sally sadie | sebastian: seb | seymour: sy |
sheldon: shelly | sidney: sid | simon: si | solomon: sol | sophia: sophie | stanislaus: stan | stanley: stan |
stefan: stef | stephanie: steph | stephen: steve stevie | steven: steve stevie | stewart: stew stu | stuart: stu |
susan: sue susie suzy | susanna: sue susie | suzanne: sue suzy | sylvester: sly | tamara: tammy | terence: terry |
terrence: terry | teresa: terry tess | theresa: terry tess tessa | thaddeus: thad | theodore: ted teddy theo |
theodora: dora thea | thomas: tom tommy thom | timothy: tim timmy | tobias: toby | trevor: trev | valerie: val |
vanessa: nessa | vernon: vern | veronica: ronnie | victor: vic | victoria: vicky vicki tori |
vincent: vince vinny | virginia: ginny ginger | walter: walt wally | wendell: wen | wesley: wes |
wilfred: wilf fred | wilhelm: willi | willard: will | william: bill will billy willie willy liam |
winifred: winnie freddie | woodrow: woody | zachary: zach zack zac | zachariah: zach
"""
# One given name in Ukrainian, Russian and Belarusian, each as English papers print it.
_EAST_SLAVIC = """
volodymyr vladimir uladzimir | oleksandr aleksandr alexander aliaksandr | oleksandra aleksandra alexandra |
mykola nikolai mikalai | serhiy sergei siarhei | andriy andrei | dmytro dmitry dmitri dzmitry | oleksiy aleksei alexei |
yevhen yevgeny evgeny yevgeni | petro pyotr piotr | pavlo pavel | mykhailo mikhail mihail | ihor igor | oleh oleg |
vasyl vasily | hryhoriy grigory | olena elena yelena | iryna irina | kateryna yekaterina ekaterina | hanna anna |
svitlana svetlana sviatlana | tetiana tatiana tatyana | kostiantyn konstantin | fedir fyodor | stepan stsiapan |
yuriy yuri yury | viktor victor viktar | valeriy valery | anatoliy anatoly | arseniy arseny | borys boris |
illia ilya | kyrylo kirill | maksym maxim | mykyta nikita | roman raman | ruslan | taras | viacheslav vyacheslav |
vitaliy vitaly vital | yulia yuliya julia | nataliya natalia natalya | liudmyla lyudmila ludmila | oksana aksana |
yaroslav iaroslav | lev leo | anton | denys denis dzianis | artem artyom artsiom | ivan | leonid
"""

# One given name, spelled in two ways by English papers of the same person.
_SPELLED = """
alan allan allen | ann anne | brian bryan | carl karl | catherine katherine kathryn katharine | connor conor |
deborah debra | diane dianne | elizabeth elisabeth | eric erik | frederick frederic fredrick | gary garry |
geoffrey jeffrey jeffery | graham graeme | hilary hillary | ian iain | isabel isabelle isobel | jon john |
kristin kristen kirsten | laurence lawrence | lesley leslie | lindsay lindsey | marc mark | margaret margret |
michele michelle | neil neal | nicholas nicolas | philip phillip | rachel rachael | rebecca rebekah | sara sarah |
sean shaun shawn | steven stephen stefan | stuart stewart | teresa theresa | terence terrence terrance | toni tony |
vivian vivien vivienne | zachary zachery
"""
# Family names as often as given names: with two of these no order of words is the wrong one.
_ALSO_FAMILY = """
adam alan allen barry blake bruce carl chase clark cole craig dale dean evan floyd francis glenn grace grant howard
jordan keith kelly kyle lance lane lee leon lloyd logan luke mark mason max morgan neal neil noel owen parker paul
perry reed reid rose ross ruth ryan scott sean shane todd tyler warren wayne
"""


def _numbered(table: str) -> dict[str, int]:
    return {sounds(name): number for number, entry in enumerate(table.split("|")) for name in entry.split()}


def _forms() -> dict[str, frozenset[str]]:
    """From a short form to the full names it may stand for."""
    found: dict[str, set[str]] = {}
    for entry in _SHORT.split("|"):
        full, _, short = entry.partition(":")
        for each in short.split():
            found.setdefault(each, set()).add(full.strip())
    return {short: frozenset(full) for short, full in found.items()}


_FULL_OF = _forms()
_FULL = {entry.partition(":")[0].strip() for entry in _SHORT.split("|")} | set(_ALSO_FAMILY.split())
_SLAVIC = _numbered(_EAST_SLAVIC)
_ONE_NAME = _numbered(_SPELLED)


def is_short_form(one: str, other: str) -> bool:
    """Whether one given name is a short form of the other, or both are of one: Mike and Michael, Bob and Rob."""
    first, second = plain_letters(one), plain_letters(other)
    long_of_first, long_of_second = _FULL_OF.get(first, frozenset()), _FULL_OF.get(second, frozenset())
    return second in long_of_first or first in long_of_second or bool(long_of_first & long_of_second)


def is_translation(one: str, other: str) -> bool:
    """Whether two given names are one in two East Slavic languages: Volodymyr and Vladimir.

    Counted as a transliteration where the family names agree: papers have long printed Ukrainians' names from the
    Russian, and the same paper has changed sides between two years of one archive.
    """
    first = _SLAVIC.get(sounds(one))
    return first is not None and first == _SLAVIC.get(sounds(other))


def is_respelled(one: str, other: str) -> bool:
    """Whether two given names are one in two English spellings: Stephen and Steven, Ann and Anne."""
    first = _ONE_NAME.get(sounds(one))
    return first is not None and first == _ONE_NAME.get(sounds(other))


def is_known_given(word: str) -> bool:
    """Whether a word is an English given name of these tables."""
    low = plain_letters(word)
    return low in _FULL or low in _FULL_OF
