"""Given names that nearly always tell the gender of who bears them in English news.

Used for which of two people "he" or "she" can be, and there, where a pronoun asks for a person, as a hint that a run of
capitals is one. A title or the pronouns of the article outweigh it. Names borne by both, like Robin, are left out.
"""


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_MASCULINE = _names(
    """aaron abraham adam adolfo ahmed alan albert alberto alejandro alexander alfred ali alvin andre andrew angus
    anthony antonio arnold arthur barack barry benjamin bernard bernie bill billy bob brad bradley brendan brian bruce
    bryan carl carlos cedric charles christopher clarence colin craig curtis cyril daniel darren dave david dennis
    derek diego dimitri dmitry don donald douglas doug duncan dwight earl ed eddie eduardo edward edwin elliot emmanuel
    enrique eric ernest ethan eugene felipe felix fernando francisco frank franklin fred frederick gareth gary geoffrey
    george gerald gilbert giovanni
    glenn gordon graham greg gregory gustavo guy hans harold harry harvey hassan henry
    herbert howard hugh hugo ian ibrahim ignacio igor isaac ivan jack jacob jacques jake james jason javier jeff jeffrey
    jeremy jerome jerry jim jimmy joe joel john johnny jonathan jorge jose joseph joshua juan julian justin karl keith
    ken kenneth kevin kurt larry lawrence leo leon leonard lewis liam lloyd louis lucas luis luke malcolm marc marco
    marcus mario mark martin marvin matt matthew maurice max michael miguel mike mitch mitt mohamed mohammed muhammad
    nathan neil newt nicholas nicolas nigel noah norman oliver omar oscar otto owen pablo patrick paul pedro peter phil
    philip pierre rafael ralph ramon raymond reginald ricardo richard rick rob robert roberto rodney roger
    roland rolf
    ron ronald roy rupert russell salvador samuel scott sean sergei seth simon stanley stefan stephen steve steven
    stuart ted theodore thomas tim timothy todd tom tony trevor victor vincent vladimir wallace walter wayne
    wesley william winston zachary"""
)
_FEMININE = _names(
    """abigail ada adele agnes aisha alexandra alice alicia alison amanda amelia amy ana andrea angela anita ann anna
    anne annette barbara beatrice becky bernadette beth betty beverly brenda bridget camilla carla carly carmen carol
    caroline carolyn catherine cecilia charlotte cheryl chloe christina christine cindy claire clara claudia colleen
    cynthia daisy deborah debbie denise diana diane dolores donna doris dorothy edith eileen elaine eleanor
    elena elisabeth elizabeth
    ella ellen emily emma erica erin esther eva evelyn fatima felicity fiona florence
    frances gabriela gail georgina gladys gloria grace greta hannah harriet hazel heather heidi helen henrietta hilary
    hillary holly ida ingrid irene isabel isabella isabelle ivanka jacqueline jane janet janice jean jennifer jenny
    jessica jill joan joanna josephine joyce judith judy julia julie karen kate katherine kathleen kathryn kathy katie
    kayla kirsten kristen kristin laura lauren lena lillian linda lisa liz loretta lorraine louise lucia lucy lydia
    madeleine madeline margaret maria marie marilyn marina marion marjorie marlene martha mary matilda maureen megan
    megyn melania melissa michelle mildred miriam molly monica nancy naomi natalie natasha nicole nina nora
    olga olivia pamela patricia paula pauline penelope penny phyllis priscilla rachel rebecca renee rita roberta rosa
    rose rosemary ruth sabrina sally samantha sandra sarah shannon sharon sheila shirley silvia sonia sophia sophie
    stella stephanie susan susanna suzanne sylvia tamara tania teresa theresa tina tracy ursula valerie vanessa vera
    veronica victoria virginia vivian wendy yolanda yvonne zoe"""
)


def gender_of(given: str) -> str:
    """ "m", "f", or empty where a given name does not tell."""
    low = given.lower()
    if low in _MASCULINE:
        return "m"
    return "f" if low in _FEMININE else ""
