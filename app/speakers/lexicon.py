"""The closed word classes that the rules look at: titles, roles, kin, bodies, documents, places.

Written by hand from what sources look like in English news. There is no list of first names: whether a run of capitals
is a person is decided by the text around it, so that a name nobody has heard of is treated like any other.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MASCULINE_TITLES = _words(
    "mr sir lord king prince duke earl baron emperor sultan emir sheikh pope cardinal monsieur señor herr"
)
FEMININE_TITLES = _words(
    "mrs ms miss dame lady queen princess duchess countess baroness empress madam madame señora frau"
)
HONORIFICS = _words(
    "mr mister mrs ms miss mx sir dame dr lord lady madam madame señor señora herr frau monsieur rev reverend"
)

TITLES = (
    MASCULINE_TITLES
    | FEMININE_TITLES
    | HONORIFICS
    | _words(
        """pres president premier chancellor minister secretary undersecretary senator sen representative rep
    congressman congresswoman delegate governor gov mayor judge justice ambassador envoy general gen colonel col major
    maj captain capt lieutenant lt sergeant sgt admiral adm commander commissioner chief director chairman
    chairwoman chairperson chair speaker archbishop bishop rabbi imam ayatollah pastor sheriff officer detective
    inspector constable superintendent councillor councilor councilman councilwoman attorney solicitor
    prosecutor professor prof spokesman spokeswoman spokesperson founder co-founder creator ceo cfo cto manager
    coach analyst reporter correspondent editor author leader candidate nominee deputy mp mep msp treasurer dean
    provost principal marshal brigadier corporal private editor-in-chief commander-in-chief vice-president
    alderman alderwoman assemblyman assemblywoman committeeman committeewoman magistrate moderator recorder
    supervisor
    attorney-general secretary-general director-general ombudsman taoiseach whip ag vp pm da lady strategist
    adviser advisor aide economist father sister brother"""
    )
)

# Nouns for one person that stand in front of a name ("musician Ada Quill") or for it ("the musician").
ROLES = TITLES | _words(
    """teacher lawyer barrister student pupil doctor nurse surgeon physician farmer resident driver owner player
    striker goalkeeper activist campaigner organizer organiser consultant pollster historian engineer expert
    scholar fellow politician businessman businesswoman entrepreneur lawmaker legislator columnist journalist
    writer novelist poet blogger musician singer actor actress host anchor broadcaster veteran soldier witness
    victim suspect defendant survivor member head boss watchdog executive investor billionaire millionaire tycoon
    trustee
    negotiator diplomat official comedian filmmaker producer artist designer developer chef biologist physicist
    chemist psychologist neighbour neighbor friend colleague opponent rival challenger incumbent successor
    predecessor lobbyist contributor pundit commentator regulator researcher scientist academic lecturer
    translator librarian baker fisherman mother wife husband son daughter uncle aunt nephew niece cousin
    grandfather grandmother widow widower girlfriend boyfriend partner fiance fiancée parent boy girl man woman
    teenager pilot shopkeeper photographer hacker gunman trainer instructor operator worker volunteer
    firefighter policeman policewoman guard clerk counsel ranger curator architect banker broker trader
    conductor composer drummer guitarist frontman star winner champion captain ally surrogate confidant mogul
    dictator monarch front-runner frontrunner standard-bearer heir senator-elect president-elect aristocrat"""
)

MASCULINE_NOUNS = MASCULINE_TITLES | _words(
    """man boy father husband son brother uncle nephew grandfather widower boyfriend spokesman businessman congressman
    councilman policeman fisherman gunman frontman actor dad monk priest fiance ombudsman gentleman"""
)
FEMININE_NOUNS = FEMININE_TITLES | _words(
    """woman girl mother wife daughter sister aunt niece grandmother widow girlfriend spokeswoman chairwoman
    businesswoman congresswoman councilwoman policewoman actress mum mom nun fiancée first-lady"""
)
KIN = _words(
    """father mother husband wife son daughter brother sister uncle aunt nephew niece cousin grandfather grandmother
    widow widower girlfriend boyfriend partner fiance fiancée dad mum mom parents family lawyer attorney friend"""
)

# In front of a name or a title, and no part of either.
MODIFIERS = _words(
    """former ex-president then acting interim senior junior chief deputy vice executive first prime late retired
    longtime long-time top lead national state local federal foreign presumptive presidential vice-presidential
    rival fellow one new old young american-born republican democratic democrat conservative liberal labour tory
    gop independent green social house senate congressional parliamentary white home shadow crown assistant
    associate managing general attorney world co-chief psychology"""
)

# What a minister is minister of: the words between "Minister of" and the name.
PORTFOLIOS = _words(
    """education health defence defense finance justice interior energy agriculture trade transport transportation
    environment labour labor culture commerce treasury housing economy tourism immigration development security
    affairs foreign home homeland veterans science technology sport sports industry state water planning
    exchequer staff elections fisheries forestry infrastructure migration religion research welfare youth family"""
)

BODY_WORDS = _words(
    """research twitter facebook youtube university college school academy department ministry agency authority
    commission committee council court church party union association institute institution foundation bank
    group inc corp corporation ltd llc plc company co times post news journal herald tribune gazette guardian
    press magazine review telegraph chronicle observer globe mail network television tv radio center centre
    organization organisation office bureau house senate congress parliament assembly government administration
    campaign coalition alliance federation league society club fund trust board service services force forces
    army navy police hospital museum airlines airways motors technologies systems partners holdings capital
    media watch nations states fire district confederation chamber conference democrats republicans relations
    studies crossroads pac superpac committee's team orchestra theatre theater mosque cathedral treasury reserve
    exchange registry laboratory laboratories lab labs project initiative movement front brigade command guild
    workers industries energy airlines railways security action forum network data politics report standards
    securities ventures records analytics rovers wanderers rangers partnership ferries
    shipping brewery pharmaceuticals telecom foods insurance polling consulting water rail"""
)

# Last words of proper names that are neither people nor speakers.
THING_WORDS = _words(
    """world cash county city town street avenue road river island islands valley beach lake mountain mountains park
    bay square airport bridge act amendment award awards prize cup day week war treaty agreement accord summit
    games olympics festival plan deal tower towers hall center ocean sea coast hills desert peninsula strip
    province territory stadium station plaza building hotel christmas easter thanksgiving revolution
    constitution bible quran tuesday challenge app store online database hills heights springs falls creek
    harbor harbour speech convention"""
)

CALENDAR = _words(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan feb mar apr jun jul aug sept sep oct nov dec"""
)

PLACES = _words(
    """afghanistan albania algeria argentina armenia australia austria azerbaijan bangladesh belarus belgium bolivia
    brazil britain bulgaria cambodia cameroon canada chile china colombia croatia cuba cyprus denmark ecuador
    egypt england estonia ethiopia europe finland france gabon germany ghana greece guatemala haiti honduras
    hungary iceland india indonesia iran iraq ireland israel italy japan kazakhstan kenya kosovo kuwait
    kyrgyzstan latvia lebanon libya lithuania malaysia mali malta mexico moldova mongolia morocco myanmar nepal
    netherlands nicaragua nigeria norway pakistan palestine panama paraguay peru philippines poland portugal
    qatar romania russia rwanda scotland senegal serbia singapore slovakia slovenia somalia spain sudan sweden
    switzerland syria taiwan tanzania thailand tunisia turkey uganda ukraine uruguay uzbekistan venezuela
    vietnam wales yemen zambia zimbabwe africa asia america alabama alaska arizona arkansas california colorado
    connecticut delaware florida hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland
    massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon
    pennsylvania tennessee texas utah vermont wisconsin wyoming london moscow beijing brussels kyiv kiev berlin
    tokyo baghdad tehran kabul jerusalem cairo geneva rome vienna chicago boston philadelphia manhattan brooklyn
    seattle miami detroit denver dallas cleveland atlanta baltimore u.s us usa u.k uk eu e.u un u.n d.c dc nato
    n.y la l.a u.a.e uae"""
)
# Capitals and states that are also surnames: places only where the article uses them as places.
PLACE_OR_NAME = _words(
    "paris washington sydney georgia virginia jordan chad lincoln madison jackson houston austin israel india"
)
PLACE_OPENERS = _words(
    "new north south east west san los las el santa saint fort mount port lake cape united saudi sri puerto costa"
)

DEMONYMS = _words(
    """afghan albanian algerian american argentine armenian australian austrian bangladeshi belarusian belgian bolivian
    brazilian british bulgarian cambodian canadian chilean chinese colombian croatian cuban cypriot czech danish
    dutch ecuadorian egyptian english estonian ethiopian european filipino finnish french gabonese german
    ghanaian greek haitian hungarian icelandic indian indonesian iranian iraqi irish israeli italian japanese
    jordanian kenyan korean kuwaiti latvian lebanese libyan lithuanian malaysian mexican moroccan nepalese
    nigerian norwegian pakistani palestinian peruvian polish portuguese romanian russian saudi scottish serbian
    singaporean slovak somali spanish sudanese swedish swiss syrian taiwanese thai tunisian turkish ugandan
    ukrainian venezuelan vietnamese welsh yemeni african asian latino hispanic muslim christian jewish catholic
    protestant hindu buddhist sunni shiite western eastern northern southern republican democratic democrat
    conservative liberal tory labour gop islamist"""
)

# People by their party: "the Democrat said".
PARTISANS = _words("democrat republican conservative liberal socialist independent socialist libertarian")

UNNAMED_NOUNS = _words(
    """officials official sources source experts expert critics critic analysts analyst aides aide advisers advisors
    insiders insider observers observer scientists researchers authorities investigators prosecutors diplomats
    economists lawyers attorneys doctors witnesses witness operatives strategists staffers spokesmen
    spokespeople spokeswomen representatives executives commentators scholars academics historians pundits
    reporters journalists authors author people person someone somebody anyone nobody individuals individual
    poster user blogger bystanders teachers teacher friend friends neighbours neighbors colleagues adviser
    advisor spokesman spokeswoman spokesperson representative"""
)
COLLECTIVE_NOUNS = _words(
    """voters republicans democrats conservatives liberals americans residents supporters opponents rivals members
    protesters demonstrators activists workers employees parents students women men children millennials critics
    families allies backers donors delegates lawmakers senators candidates leaders rebels militants farmers fans
    crowd public media press public others many some most few several both all majority minority half percent
    thousands hundreds dozens millions everyone everybody citizens immigrants villagers survivors victims
    passengers customers users readers viewers girls boys fishermen nations countries states allies teams us
    them themselves ourselves panel audience respondents attendees evangelicals progressives moderates"""
)
QUANTIFIERS = _words(
    """many some most few several both all others two three four five six seven eight nine ten dozens hundreds
    thousands millions none neither half another one those these such more each every numerous various"""
)
DOCUMENT_NOUNS = _words(
    """report reports study studies survey surveys poll polls polling paper papers statement statements email emails
    e-mail e-mails letter letters memo memos article articles book books analysis analyses review document
    documents data figures statistics estimates estimate filing filings lawsuit complaint affidavit transcript
    transcripts post posts posting postings blog tweet tweets ad ads advert video videos bill law legislation
    constitution research findings results census editorial editorials column headline headlines account
    interview record records release forecast audit index manifesto section page message messages text texts
    sign signs banner petition resolution ruling verdict indictment warrant note diary memoir essay placard
    caption projections numbers evidence rumours rumors legend proverb file files footage film documentary
    website site study's leaflet leaflets pamphlet brochure newsletter bulletin communique dossier"""
)
BODY_NOUNS = _words(
    """campaign administration government company department agency committee party group firm ministry police court
    university newspaper magazine network channel station outlet union army military office team club bank
    church council commission board organisation organization association charity foundation bureau authority
    parliament congress senate cabinet regime kingdom country state city town federation league coalition
    alliance school hospital corporation giant startup start-up carrier airline watchdog regulator institute
    think-tank tank lobby camp daily weekly publication broadcaster manufacturer maker retailer operator studio
    publisher district service embassy consulate treasury pentagon palace establishment super-pac pac chamber
    society institution centre center jury tribunal panel force navy programme program show paper site website
    feds prosecution defence defense crown"""
)

PARTICLES = _words("de del della di da dos das du des van von der den la le el al bin ibn bint abu af av zu y e ap")
SUFFIXES = _words("jr sr jnr snr ii iii iv")
DETERMINERS = _words("the a an this that these those its their our your my his her some any no every each another one")
DEFINITE = _words("the this that")
PREPOSITIONS = _words(
    """of for to from at in with by on about near under over against behind among between inside outside within without
    across since during before after into including like via toward towards"""
)
# Words that open a sentence in capitals and are no part of a name.
FUNCTION_WORDS = (
    DETERMINERS
    | PREPOSITIONS
    | QUANTIFIERS
    | _words(
        """and but or nor so yet unlike absent if when while as because although though unless until whereas whether
    than then once he she it they we i you him them us me who whom whose which what where why how there here not only
    also even still just now today yesterday tomorrow later earlier meanwhile however moreover furthermore
    instead indeed perhaps maybe according asked speaking writing citing despite thanks well yes no oh please is
    are was were be been being has have had do does did will would can could may might must shall should said
    says say told tells asking adding added recent recently last next first second third finally eventually
    again never always often sometimes soon very too much more most less least both either neither same other
    another such own upon per amid amidst sources source categories category image photo follow watch read see
    let like let's don't didn't back down up out off away around together apart along through throughout besides
    beyond critics officials experts police residents supporters voters people nobody everyone someone anyone
    suddenly interestingly unfortunately fortunately reportedly allegedly apparently previously currently
    formerly similarly additionally consequently accordingly separately ironically notably importantly
    surprisingly clearly obviously certainly actually basically essentially specifically particularly initially
    originally ultimately wherever whenever whoever whatever q a"""
    )
)

# Roles that anybody in an article may have: alone they point at nobody.
GENERIC_ROLES = _words(
    """candidate nominee member leader official lawmaker politician man woman boy girl star opponent rival friend
    partner fellow expert resident student worker victim witness author speaker representative director chief
    head teenager activist player actor academic"""
)
# Offices and callings of which a person in the news has one at a time: the mayor is not the governor.
HOLDINGS = _words(
    """president premier chancellor minister secretary senator governor mayor commissioner chairman chairwoman
    executive congressman congresswoman representative speaker archbishop bishop pope king queen prince judge
    sheriff ambassador general admiral coach manager captain professor doctor engineer teacher"""
)
# Whoever is called so faces the person just named, or speaks for that person, and is another.
COUNTERPARTS = KIN | _words(
    """judge justice lawyer attorney prosecutor solicitor barrister reporter journalist interviewer correspondent
    anchor host moderator officer detective inspector constable spokesman spokeswoman spokesperson aide adviser
    advisor strategist official officials analyst expert critic opponent rival challenger predecessor successor man
    woman boy girl person colleague neighbour neighbor witness victim suspect defendant caller student pupil
    worker employee deputy assistant manager partner ally member friend fellow resident guard clerk counsel
    source insider author editor columnist pollster commentator interpreter translator doctor nurse director
    representative chair head speaker leader"""
) - {"director", "chair", "head", "speaker", "leader", "author", "manager", "doctor", "suspect", "member"}
# Verbs that do not end in -ed, in the forms that stand behind the name of whoever acts.
VERBS = _words(
    """is was has had does did will would can could may might must shall should isn't wasn't hasn't hadn't doesn't
    didn't won't wouldn't can't couldn't says said tells told thinks thought wants knew knows goes went gave gives
    takes took makes made came comes got gets sees saw left leaves ran runs won wins lost loses led leads held holds
    met meets spoke speaks wrote writes began begins became becomes brought brings built chose drew draws drove
    fell felt feels fought fights found finds grew heard hears kept keeps laid let lets means meant paid pays put
    puts read reads rose rises sang sat sits sent sends set sets shot showed shows stood stands stuck struck strikes
    swore taught threw tore understood wore hit hits cut cuts beat beats broke breaks bought sold sells spent spends
    laughs laughed smiles shook shrugged argues calls asks adds believes claims denies insists notes promises
    proposes responds remains seems appears continues plans hopes likes loves needs looks talks works lives uses
    tries offers opposes supports faces fears sees turned turns grumbles warns urges rejects defends blames
    dismisses praises attacks accuses acknowledges concedes admits describes explains declares vows pledges answers
    replies recalls remembers suggests writes tweets swept overcame undertook withdrew flew rode slept wept"""
)
GENERATIONS = _words("younger elder older")

FIRST_PERSON = _words("i me my myself mine")
PLURAL_PRONOUNS = _words("they them their theirs themselves we us our ours you your yourself ourselves")
MASCULINE_PRONOUNS = _words("he him his himself")
FEMININE_PRONOUNS = _words("she her hers herself")
RELATIVES = _words("who whom whose which that")
THING_PRONOUNS = _words("it its itself this")

# One word for several spellings of a title, so that "the senator" finds "Sen." and "the governor" "Gov."
SAME_TITLE = {
    "pres": "president", "sen": "senator", "gov": "governor", "rep": "representative", "gen": "general",
    "col": "colonel", "maj": "major",
    "capt": "captain", "lt": "lieutenant", "sgt": "sergeant", "adm": "admiral", "prof": "professor", "dr": "doctor",
    "rev": "reverend", "gop": "republican", "co-founder": "founder", "advisor": "adviser",
    "councilor": "councillor", "ag": "general", "pm": "minister",
}  # fmt: skip

# Abbreviations that may well end a sentence: the next word decides.
CLOSING_ABBREVIATIONS = _words("inc corp ltd co jr sr jnr snr etc")
ABBREVIATIONS = _words(
    """govs sens reps gens profs drs mr mrs ms dr prof sen rep gov gen col maj capt lt sgt adm rev hon st jr sr jnr snr
    vs inc corp ltd co mt ft jan feb mar apr jun jul aug sept sep oct nov dec supt det insp cmdr pres atty
    messrs mme"""
)
