"""Countries and their adjectives in English, only ever to leave a question open: an article that names another country
more often than the one whose finance minister the archive knows may mean the other's.

Facts: the members of the United Nations and a few more, short names and demonyms as English papers print them.
"""

from collections import Counter

from app.identity.places import TextWord, named_at, spelling, words_at

_COUNTRIES = """
Afghanistan Afghan;Albania Albanian;Algeria Algerian;Andorra Andorran;Angola Angolan;Argentina Argentine Argentinian;
Armenia Armenian;Australia Australian;Austria Austrian;Azerbaijan Azerbaijani;Bahamas Bahamian;Bahrain Bahraini;
Bangladesh Bangladeshi;Barbados Barbadian;Belarus Belarusian;Belgium Belgian;Belize Belizean;Benin Beninese;
Bhutan Bhutanese;Bolivia Bolivian;Bosnia Bosnian;Botswana;Brazil Brazilian;Brunei;Bulgaria Bulgarian;Burkina_Faso;
Burundi Burundian;Cambodia Cambodian;Cameroon Cameroonian;Canada Canadian;Cape_Verde;Chad Chadian;Chile Chilean;
China Chinese;Colombia Colombian;Congo Congolese;Costa_Rica;Croatia Croatian;Cuba Cuban;Cyprus Cypriot;
Czech Czechia Czech_Republic;Denmark Danish;Djibouti;Dominica;Dominican_Republic;East_Timor Timor-Leste;
Ecuador Ecuadorian;Egypt Egyptian;El_Salvador Salvadoran;Eritrea Eritrean;Estonia Estonian;Eswatini Swaziland;
Ethiopia Ethiopian;Fiji Fijian;Finland Finnish;France French;Gabon Gabonese;Gambia Gambian;Georgia Georgian;
Germany German;Ghana Ghanaian;Greece Greek;Grenada;Guatemala Guatemalan;Guinea Guinean;Guyana Guyanese;Haiti Haitian;
Honduras Honduran;Hungary Hungarian;Iceland Icelandic;India Indian;Indonesia Indonesian;Iran Iranian;Iraq Iraqi;
Ireland Irish;Israel Israeli;Italy Italian;Ivory_Coast Ivorian;Jamaica Jamaican;Japan Japanese;Jordan Jordanian;
Kazakhstan Kazakh;Kenya Kenyan;Kosovo Kosovar;Kuwait Kuwaiti;Kyrgyzstan Kyrgyz;Laos Laotian;Latvia Latvian;
Lebanon Lebanese;Lesotho;Liberia Liberian;Libya Libyan;Liechtenstein;Lithuania Lithuanian;Luxembourg;
Madagascar Malagasy;Malawi Malawian;Malaysia Malaysian;Maldives Maldivian;Mali Malian;Malta Maltese;
Mauritania Mauritanian;
Mauritius Mauritian;Mexico Mexican;Moldova Moldovan;Monaco;Mongolia Mongolian;Montenegro Montenegrin;Morocco Moroccan;
Mozambique Mozambican;Myanmar Burma Burmese;Namibia Namibian;Nepal Nepalese Nepali;Netherlands Dutch;
New_Zealand;Nicaragua Nicaraguan;Niger Nigerien;Nigeria Nigerian;North_Korea North_Korean;North_Macedonia Macedonian;
Norway Norwegian;Oman Omani;Pakistan Pakistani;Palestine Palestinian;Panama Panamanian;Papua_New_Guinea;
Paraguay Paraguayan;Peru Peruvian;Philippines Filipino Philippine;Poland Polish;Portugal Portuguese;Qatar Qatari;
Romania Romanian;Russia Russian;Rwanda Rwandan;Samoa Samoan;Saudi_Arabia Saudi;Senegal Senegalese;Serbia Serbian;
Seychelles;Sierra_Leone;Singapore Singaporean;Slovakia Slovak;Slovenia Slovenian;Somalia Somali;
South_Africa South_African;South_Korea South_Korean;South_Sudan;Spain Spanish;Sri_Lanka Sri_Lankan;Sudan Sudanese;
Suriname;Sweden Swedish;Switzerland Swiss;Syria Syrian;Taiwan Taiwanese;Tajikistan Tajik;Tanzania Tanzanian;
Thailand Thai;Togo Togolese;Tonga Tongan;Trinidad;Tunisia Tunisian;Turkey Turkish Türkiye;Turkmenistan Turkmen;
Uganda Ugandan;Ukraine Ukrainian;United_Arab_Emirates UAE Emirati;
United_Kingdom UK U.K. Britain British Great_Britain England English;Scotland Scottish;Wales Welsh;Northern_Ireland;
United_States United_States_of_America USA U.S. U.S.A. US America American;Uruguay Uruguayan;Uzbekistan Uzbek;
Vanuatu;Vatican;Venezuela Venezuelan;Vietnam Vietnamese;Yemen Yemeni;Zambia Zambian;Zimbabwe Zimbabwean
"""
COUNTRIES = tuple(tuple(spelling(word.replace("_", " ")) for word in entry.split()) for entry in _COUNTRIES.split(";"))
_OF = {each: number for number, country in enumerate(COUNTRIES) for each in country}


def is_country(spellings: set[tuple[str, ...]]) -> bool:
    """Whether a place with these spellings is one of the table."""
    return not spellings.isdisjoint(_OF)


def rivals(words: tuple[TextWord, ...], spellings: set[tuple[str, ...]]) -> bool:
    """Whether a text names some other country as often as the one with these spellings, or more often."""
    own = spellings | {each for number in {_OF[one] for one in spellings if one in _OF} for each in COUNTRIES[number]}
    others = {(_OF[words_at(words, at)], at.start) for at in named_at(words, _OF.keys() - own)}
    mentions = len({at.start for at in named_at(words, own)})
    return max(Counter(number for number, _ in others).values(), default=0) >= max(1, mentions)
