"""Given names that nearly always tell the gender of who bears them in English news.

Used for which of two people "he" or "she" can be, and there, where a pronoun asks for a person, as a hint that a run of
capitals is one. A title or the pronouns of the article outweigh it. Names borne by both, like Robin, are left out.
"""


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_MASCULINE = _names(
    """aaron abraham adam adolfo ahmed alan albert alberto alejandro alexander alfred ali alvin anders andre andreas
    andrew angus anthony antonio arne arnold arthur artur axel barack barry bart bastian benjamin benoit bernard
    bernie bertrand bill billy bjorn bjørn bob boris brad bradley bram brendan brent brett brian bruce bruno
    bryan carl carlos cedric cesar charles christophe christopher clarence clemens clement cliff clint clyde
    colin craig curtis cyril damian damien daniel darius darrell darren darryl dave david davide dean dennis
    denny derek diego dieter dimitri dirk dmitri dmitry dominic dominik don donald donnell donnie doug dougal
    douglas duane duncan dustin dwight eamon earl ed eddie edgar edmund eduardo edward edwin elliot emil emile
    emilio emmanuel enrique enzo eric ernest ernesto ernie esteban ethan eugene ezra fabian fabio felipe felix
    ferdinand fergus fernando finn florian francisco francois frank franklin franz françois fred frederick fritz
    gabor gareth gary gavin gene geoff geoffrey georg george georges gerald gerard gerhard gilbert giorgio
    giovanni giuseppe glen glenn gonzalo gordon graham greg gregory grover guido guillaume gunnar gunther gus
    gustav gustavo guy hal hamish hank hans harald harold harry harvey hassan heinrich heinz helmut henri henrik
    henry herb herbert horst howard hubert hugh hugo humphrey iain ian ibrahim ignacio ignatius igor ilya imre
    irving isaac isaiah ivan ivor jaap jack jacob jacques jake jakob jamal james jared jarrod jarvis jason javier
    jeb jed jeff jeffrey jens jeremy jerome jerry jerzy jim jimmie jimmy joachim joaquin joe joel johan johannes
    john johnny jonas jonathan jorge jose josef joseph joshua jozef juan juergen jules julian justin jürgen
    kareem karl kaspar keith ken kenji kenneth kent kevin kirk klaus knut kurt kurtis lachlan lamar lance larry
    lars laurent lawrence lech leif leo leon leonard leonid leroy lester lewis liam linus lionel lloyd lonnie
    lorenzo lothar louis luc luca lucas luigi luis luke luther lyle lyndon magnus malcolm manfred manuel marc
    marcel marco marcos marcus marek mario mark martin marvin mateo mathias matt matteo matthew matthias maurice
    mauro max maximilian mehmet melvin micah michael miguel mike miklos milan miles milos mitch mitt mohamed
    mohammad mohammed monte muhammad murray mustafa myron nathan neal ned neil newt nicholas nick nicolas nigel
    nikolai nils noah norm norman olaf olav oleg oliver olivier omar orlando orville osama oscar oskar otis otto
    owen pablo paolo pascal patrick paul pavel pedro percy peter petr petros phil philip phillip pierre piers
    pieter quentin rafael ralph ramesh ramon randall raoul raul raymond reggie reginald reinhard rex rhys ricardo
    richard rick ricky rob robert roberto rod roderick rodger rodney rodrigo roger roland rolf rollie romain ron
    ronald ronnie rory roscoe ross roy ruben rudolf rudy rupert russ russell rusty sajid salvador samuel sanjay
    santiago saul scott sean sebastian serge sergei sergio seth shane sheldon sid silvio simon slobodan stan
    stanislav stanley stefan stefano stephen steve steven stewart stig stuart sven tad tadeusz ted terrence thabo
    thaddeus theo theodore thierry thomas thurman tim timothy tobias toby todd tom tomas tony torsten travis
    trent trevor troy tyler ulrich ulysses umberto vaclav valentin vance vasily vaughn vernon victor vikram
    viktor vince vincent virgil vittorio vladimir vladislav volker wade walid wallace walt walter warren wayne
    wendell werner wes wesley wilbur wilfred wilhelm willard william willie winston wolfgang woodrow xavier yann
    yannick yevgeny yuri yusuf yves zach zachary zack zeke zoltan"""
)
_FEMININE = _names(
    """aagje abigail ada adele agnes agnese agnieszka aileen aino aisha alessandra alexandra alice alicia alina
    aline alison alma amanda amelia amy ana anastasia andrea andrée angela angelina angelique anita anja anke ann
    anna anne anne-marie annegret anneke annette annika antje antonia antonina anya arlene astrid audrey aurelia
    aurelie barbara beata beatrice beatriz becky belinda berenice bernadette bernadine berta beth betty beverly
    bianca birgit birgitta bonnie brenda bridget brigid brigitte britta camilla camille candice carina carla
    carlotta carly carmen carol caroline carolyn caterina catherine cathy cecile cecilia celeste celia chantal
    charlene charlotte chelsea cheri cheryl chiara chloe christina christine cindy claire clara clarissa
    claudette claudia claudine colleen concepcion condoleezza constance consuelo corinne cornelia cristina
    cynthia dagmar daisy daniela danielle daphne debbie deborah debra deirdre delia denise diana diane dianne
    dina dolores donna doris dorit dorothea dorothy dottie ebba edith edwina effie eileen elaine eleanor elena
    elisabeth eliza elizabeth ella ellen elsa elsie elvira emilia emily emma emmanuelle enid erica erika erin
    ernestine esmeralda estelle esther eugenia eugenie eunice eva evangeline evelyn fanny fatima felicity
    fernanda filomena fiona florence frances francesca francine frieda gabriela gabriella gabrielle gail galina
    genevieve georgette georgina geraldine gerda germaine gertrude gianna gillian gina ginny giovanna gisela
    giulia gladys gloria grace greta gretchen griselda gudrun gwen gwendolyn hanna hannah hanne harriet hatice
    hazel heather hedda hedwig heidi helen helene helga henrietta henriette hermine hilary hilda hildegard
    hillary holly hope hortense hélène ida ilona ilse imelda imogen ines inge ingeborg inger ingrid irena irene irina
    irma isabel isabella isabelle isadora isolde ivanka jacqueline jana jane janet janice janine jasmine jean
    jeanette jeanne jeannette jenna jennifer jenny jessica jill joan joann joanna jocelyn jodie johanna josefina
    josephine josie joyce juanita judi judith judy julia julie juliet julieta juliette justine kaja kamala karen
    karin karina karla kasia katarina katarzyna kate katerina kath katherine kathleen kathrin kathryn kathy katie
    katja katrin katrina kayla kellyanne kerstin khadija kirsten kirstin kirsty klara kristen kristin kristina
    kristine lara larisa latoya laura lauren laverne leah leila lena leonora leticia lidia lieselotte lilian
    liliana lillian lily lina linda lisa lise liselotte liv livia liz lola lorena loretta lorna lorraine louisa
    louise lucia luciana lucie lucille lucinda lucretia lucy ludmila luisa luise lydia lynda lynette lynn mabel
    madeleine madeline magda magdalena maggie maja malala malia mandy manuela marcela marcia marcy margaret
    margarethe margarita margot marguerite maria mariana marianne maribel maribeth marie marie-claire mariella
    marilyn marina marion marisa marjorie marlene marsha martha mary mary-ann maryam mathilde matilda maud maude
    maura maureen maxine meg megan meghan megyn melania melanie melinda melissa mercedes meredith mia michaela
    michelle mildred mimi miranda mireille miriam molly mona monica muriel myra myrna myrtle nadia nadine nadja
    nan nancy nanette naomi natalia natalie natasha nathalie nelly nia nicole nicolette nicolle nina noelle noemi
    nora noreen norma octavia odette odile oksana olena olga olive olivia ophelia orla pamela paola patricia
    patsy patty paula pauline peggy penelope penny petra petronella philippa phoebe phyllis pia polly priscilla
    rachael rachel raquel rebecca rebekah regina reina renee renée rhoda rhonda rita roberta rochelle romy rosa
    rosalia rosalie rosalind rosalyn rosanna rose roseanne rosemary rosie rosita roxana roxanne ruth ruthie
    sabrina sadie sally salma samantha samira sandra sanna sarah saskia selma serena shannon shari sharon shauna
    sheila sheryl shirin shirley sigrid silke silvia sinead siobhan solange solveig sonia sonja sophia sophie
    stefanie steffi stella stephanie susan susana susanna susanne suzanna suzanne suzette svetlana sybil sylvia
    sylvie tabitha tamara tamsin tania tanya tatiana tatyana teresa teri thea thelma theodora theresa therese
    tiffany tilda tina tracy trish trudy ulla ulrike ursula valentina valerie vanessa velma vera veronica
    victoria viola violet virginia virginie vivian viviane vivien wanda wendy wilhelmina wilma winifred winnie
    xenia yasmin yelena yolanda yulia yvette yvonne zainab zara zelda zita zoe zofia zsofia åsa"""
)
# Short given names and those they stand for: one person's where both stand in front of one surname in one article.
_SHORT = {
    "alex": "alexander alexandra alexis", "andy": "andrew", "barb": "barbara", "ben": "benjamin", "bernie": "bernard",
    "beth": "elizabeth", "bill": "william", "billy": "william", "bob": "robert", "bobby": "robert", "brad": "bradley",
    "cathy": "catherine", "charlie": "charles", "chris": "christopher christine", "chuck": "charles", "dan": "daniel",
    "danny": "daniel", "dave": "david", "deb": "deborah", "debbie": "deborah debra", "des": "desmond",
    "dick": "richard", "don": "donald", "doug": "douglas", "ed": "edward edmund edwin", "fred": "frederick alfred",
    "gabe": "gabriel", "gene": "eugene", "geoff": "geoffrey", "greg": "gregory", "hank": "henry", "jeff": "jeffrey",
    "jen": "jennifer", "jenny": "jennifer", "jerry": "gerald jerome", "jim": "james", "jimmy": "james",
    "joe": "joseph", "joey": "joseph", "jon": "jonathan", "josh": "joshua", "kate": "katherine kathryn catherine",
    "kathy": "kathleen katherine", "ken": "kenneth", "larry": "lawrence", "len": "leonard", "liz": "elizabeth",
    "maggie": "margaret", "marty": "martin", "matt": "matthew", "mick": "michael", "mike": "michael",
    "mitch": "mitchell", "nat": "nathaniel", "nate": "nathan nathaniel", "ned": "edward", "nick": "nicholas",
    "norm": "norman", "pam": "pamela", "pat": "patrick patricia", "pete": "peter", "phil": "philip phillip",
    "ray": "raymond", "rick": "richard", "rob": "robert", "ron": "ronald", "russ": "russell", "sam": "samuel samantha",
    "stan": "stanley", "steve": "stephen steven", "sue": "susan", "ted": "theodore edward", "terry": "terence",
    "tim": "timothy", "tom": "thomas", "tommy": "thomas", "tony": "anthony", "vic": "victor", "vince": "vincent",
    "walt": "walter", "will": "william", "zach": "zachary",
}  # fmt: skip


def is_short_for(one: str, other: str) -> bool:
    """Whether one given name is a usual short form of the other: Ken of Kenneth."""
    short, long = sorted((one.lower(), other.lower()), key=len)
    return long in _SHORT.get(short, "").split()


def gender_of(given: str) -> str:
    """ "m", "f", or empty where a given name does not tell."""
    low = given.lower()
    if low in _MASCULINE:
        return "m"
    return "f" if low in _FEMININE else ""
