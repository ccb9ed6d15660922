"""Full names and surnames: titles, appositions, accents, particles, suffixes, and people who share a name."""

import pytest

from app.speakers import How, Mention, SpeakerKind, resolve
from tests.speakers.marking import last, unmark

FULL_NAMES = [
    ("⟦Ada Quill⟧ said the bridge was safe.", "Ada Quill", None),
    ("⟦Mayor Ada Quill⟧ said the bridge was safe.", "Ada Quill", "Mayor"),
    ("⟦British Prime Minister Owen Tarrant⟧ said no.", "Owen Tarrant", "British Prime Minister"),
    ("⟦Former CIA Lisbon station chief Rolf Brandt⟧ explained why.", "Rolf Brandt", "Former CIA Lisbon station chief"),
    ("⟦Sen. Ruth Ansell (D-Vt.)⟧ said no.", "Ruth Ansell", "Sen."),
    ("⟦Sen. Ruth Ansell of Vermont⟧ said no.", "Ruth Ansell", "Sen."),
    ("⟦Environment Secretary Piet de Groot⟧ said no.", "Piet de Groot", "Environment Secretary"),
    ("⟦Minister of Education Carla Fanti⟧ said no.", "Carla Fanti", "Minister of Education"),
    ("⟦Orlan Ambassador to the United States Samir Haddad⟧ said no.", "Samir Haddad", None),
    ("⟦General Yusuf al-Karim⟧ said no.", "Yusuf al-Karim", "General"),
    ("⟦Noor van der Laan⟧ said no.", "Noor van der Laan", None),
    ("⟦Siobhan O’Dowd⟧ said no.", "Siobhan O’Dowd", None),
    ("⟦Jean-Luc Perrin-Morel⟧ said no.", "Jean-Luc Perrin-Morel", None),
    ("⟦Zoë Šimić⟧ said no.", "Zoë Šimić", None),
    ("⟦Harold J. Moss⟧ said no.", "Harold J. Moss", None),
    ("⟦Harold Moss Jr.⟧ said no.", "Harold Moss Jr.", None),
    ("⟦Harold Moss, Jr.⟧ said no.", "Harold Moss, Jr.", None),
    ("⟦Ada Quill, 42,⟧ said no.", "Ada Quill", None),
    ("⟦Ada Quill, the team’s coach,⟧ said no.", "Ada Quill", "team’s coach"),
    ("⟦Ada Quill, a senior fellow at the Harbour Institute,⟧ said no.", "Ada Quill", None),
    ("⟦the harbour’s director, Ada Quill,⟧ said no.", "Ada Quill", None),
    ("According to ⟦the team’s coach⟧, Ada Quill, the robot failed.", "Ada Quill", None),
    ("⟦His father Ezra Quill⟧ said no.", "Ezra Quill", "His father"),
    ("⟦Baltic Times reporter Ada Quill⟧ said no.", "Ada Quill", "Baltic Times reporter"),
    ("⟦Harbour Watch’s Ada Quill⟧ said no.", "Ada Quill", None),
    ("⟦Ada Quill of the Baltic Times⟧ said no.", "Ada Quill", None),
    ("⟦Ada Quill, who runs the harbour,⟧ said no.", "Ada Quill", None),
    ("⟦master of ceremonies Ada Quill⟧ said no.", "Ada Quill", None),
    ("⟦Mother-of-two Ada Quill⟧ said no.", "Ada Quill", None),
    ("It has no pier. ⟦What it has not is a bell. Mayor Ada Quill⟧ said no.", "Ada Quill", None),
    ("Sen. Ruth Ansell (⟦D-Vt.⟧) said no.", "Ruth Ansell", None),
    ("The council met. ⟦Reporter Ada Quill⟧ was there.", "Ada Quill", "Reporter"),
]


@pytest.mark.parametrize(("marked", "name", "role"), FULL_NAMES)
def test_a_full_name_is_found_without_its_title(marked: str, name: str, role: str | None) -> None:
    found = last(marked)
    assert (found.name, found.kind, found.how) == (name, SpeakerKind.PERSON, How.FULL_NAME)
    if role is not None:
        assert found.role == role
    text, _ = unmark(marked)
    assert found.evidence is not None
    assert text[slice(*found.evidence)] == name


SURNAMES = [
    ("Ada Quill came. They met crafty Ada Quill. “Crafty Ada Quill came,” they sang. ⟦Quill⟧ said no.", "Ada Quill"),
    ("Ada Quill came. Suddenly Quill left. ⟦Quill⟧ said no.", "Ada Quill"),
    ("Ada Quill came. On Monday Vermont Quill fans met. Following Quill’s talk, ⟦Quill⟧ said no.", "Ada Quill"),
    ("Mayor Ada Quill came. ⟦Quill⟧ said no.", "Ada Quill"),
    ("Mayor Ada Quill came. ⟦Ms. Quill⟧ said no.", "Ada Quill"),
    ("Mayor Ada Quill came. ⟦Quill’s⟧ claim was denied.", "Ada Quill"),
    ("Ann de Groot came. ⟦De Groot⟧ said no.", "Ann de Groot"),
    ("Noor van der Laan came. ⟦Van der Laan⟧ said no.", "Noor van der Laan"),
    ("Yusuf al-Karim came. ⟦al-Karim⟧ said no.", "Yusuf al-Karim"),
    ("Siobhan O'Dowd came. ⟦O’Dowd⟧ said no.", "Siobhan O'Dowd"),
    ("Harold J. Moss came. Harold Moss left. ⟦Moss⟧ said no.", "Harold J. Moss"),
    ("Odo Lorent Crane came. ⟦Lorent Crane⟧ said no.", "Odo Lorent Crane"),
    ("Ada Quill spoke to Rolf Brandt.\n\n⟦QUILL⟧: Why now?", "Ada Quill"),
    ("Ada Quill spoke to Rolf Brandt. ⟦Ada⟧ said no.", "Ada Quill"),
    ("Quill Warns of New Storms\n\nMayor Ada Quill warned on Monday. ⟦Quill⟧ said no.", "Ada Quill"),
    ("⟦Quill⟧ Warns the Old Harbour Again\n\nMayor Ada Quill warned on Monday of storms.", "Ada Quill"),
    ("Ada Paris came to Paris. ⟦Paris⟧ said no.", "Ada Paris"),
    ("The panel’s Ranking Democrat Ada Quill came. ⟦Quill⟧ said no.", "Ada Quill"),
    ("Ken Moss came. Kenneth Moss left. ⟦Moss⟧ said no.", "Ken Moss"),
    ("Embattled Quill came. Later Mayor Ada Quill left. ⟦Quill⟧ said no.", "Ada Quill"),
    ("NADIA Quill came. ⟦Ms Quill⟧ said no.", "NADIA Quill"),
    ("Mayor Ada Quill came. ⟦Ms. Quill shook⟧ and said no.", "Ada Quill"),
    ("Col Haddow scored twice. ⟦Haddow⟧ said no.", "Col Haddow"),
    ("Wherever Ada Quill goes, they wait. ⟦Quill⟧ said no.", "Ada Quill"),
]


@pytest.mark.parametrize(("marked", "name"), SURNAMES)
def test_a_short_form_is_the_one_person_it_can_be(marked: str, name: str) -> None:
    found = last(marked)
    assert (found.name, found.kind, found.how) == (name, SpeakerKind.PERSON, How.SURNAME)


LONG = "\n\nIt rained." * 9
OPEN = [
    ("⟦Quill⟧ came." + LONG + "\n\nEzra Quill once came too.", ("Ezra Quill",)),
    ("Ada Quill met Ezra Quill. ⟦Quill⟧ said no.", ("Ada Quill", "Ezra Quill")),
    ("Hedda Lundmark heads the board. ⟦Ms Lundmerk⟧ said no.", ("Hedda Lundmark", "Lundmerk")),
    ("Harold Moss met Harold Moss Jr. on Monday. ⟦Moss⟧ said no.", ("Harold Moss", "Harold Moss Jr.")),
    ("Harold Moss came. Harold Moss Jr. came. ⟦The younger Mr. Moss⟧ said no.", ()),
]


@pytest.mark.parametrize(("marked", "candidates"), OPEN)
def test_a_shared_name_stays_open_with_its_bearers(marked: str, candidates: tuple[str, ...]) -> None:
    found = last(marked)
    assert found.name is None
    assert found.evidence is None
    assert found.how is How.OPEN
    assert set(found.candidates) == set(candidates)


@pytest.mark.parametrize("marked", ["Col. Haddow came. ⟦Haddow⟧ said no.", "Col Haddow’s army came. ⟦Haddow⟧ sat."])
def test_a_rank_is_no_given_name(marked: str) -> None:
    assert last(marked).name == "Haddow"


def test_brothers_with_other_given_names_stay_two() -> None:
    assert last("Tom Moss met Tim Moss. ⟦Moss⟧ said no.").name is None


def test_a_misspelt_long_surname_is_whoever_spoke_last() -> None:
    found = last("⟦Hedda Lundmark⟧ of the board spoke. She sat. “No,” ⟦Ms Lundmerk⟧ said.")
    assert (found.name, found.how) == ("Hedda Lundmark", How.SURNAME)


MISSPELT = [
    "⟦Hedda Lundmark⟧ spoke. ⟦Rolf Brandt⟧ sat. ⟦Ms Lundmerk⟧ said no.",
    "⟦Hedda Lundmark⟧ spoke. ⟦Ms Lundmerk⟧ said no. Then Ms Lundmerk left.",
    "⟦Hedda Lundmark⟧ spoke. ⟦Mr Lundmerk⟧ said no.",
    "⟦Hedda Moss⟧ spoke. ⟦Ms Mess⟧ said no.",
]


@pytest.mark.parametrize("marked", MISSPELT)
def test_a_name_that_only_resembles_another_is_not_given_to_her(marked: str) -> None:
    assert last(marked).name not in ("Hedda Lundmark", "Hedda Moss")


TOGETHER = [
    ("Ada Quill met Ezra Quill. ⟦Ada Quill and husband Ezra⟧ said no.", ("Ada Quill", "Ezra Quill")),
    ("Ada Quill met Ezra Quill. ⟦Ada Quill and Ezra Quill⟧ said no.", ("Ada Quill", "Ezra Quill")),
    ("Ada Quill met Rolf Brandt. ⟦Mr. Brandt and Ms. Quill⟧ said no.", ("Rolf Brandt", "Ada Quill")),
]


@pytest.mark.parametrize(("marked", "names"), TOGETHER)
def test_several_who_speak_together_are_each_named(marked: str, names: tuple[str, ...]) -> None:
    found = last(marked)
    assert (found.name, found.kind, found.how) == (None, SpeakerKind.COLLECTIVE, How.TOGETHER)
    assert found.candidates == names


def test_one_or_the_other_is_left_open() -> None:
    assert last("Ada Quill met Rolf Brandt. ⟦Quill or Brandt⟧ said no.").how is How.OPEN


FORMS = [
    ("Harold J. Moss came. Harold Moss left. ⟦Moss⟧ said no.", ("Harold J. Moss", "Harold Moss")),
    ("Mayor Ada Quill came. ⟦Quill⟧ said no.", ("Ada Quill",)),
    ("Mr. Moss came. ⟦Moss⟧ said no.", ()),
]


@pytest.mark.parametrize(("marked", "forms"), FORMS)
def test_the_full_names_of_a_person_are_told_in_their_order(marked: str, forms: tuple[str, ...]) -> None:
    assert last(marked).forms == forms


TOLD_APART = [
    ("Ada Quill came. It rained. ⟦Quill⟧ said no.\n\nThen Ezra Quill came.", "Ada Quill"),
    ("Ada Quill, 40, and her son Ezra came. ⟦Ezra⟧ said no.", "Ezra"),
    ("Ada Quill and her husband, Ezra Quill, came. ⟦Mr. Quill⟧ said no.", "Ezra Quill"),
    ("Ada Quill came with her brother, Ezra Quill. ⟦Ezra⟧ said no.", "Ezra Quill"),
    ("Mayor Ada Quill met Judge Ezra Quill. ⟦Mayor Quill⟧ said no.", "Ada Quill"),
    ("Mayor Ada Quill met Judge Ezra Quill. ⟦Ezra Quill⟧ said no.", "Ezra Quill"),
    ("Harold Moss met Harold Moss Jr. on Monday. ⟦Moss Jr.⟧ said no.", "Harold Moss Jr."),
    ("Ada Quill came. ⟦Quill⟧ spoke.\n\nLater Ezra Quill came.", "Ada Quill"),
    (
        "Ada Quill came. Quill spoke. Quill sat. Quill left.\n\nEzra Quill came.\n\nIt rained.\n\n⟦Quill⟧ said no.",
        "Ada Quill",
    ),
]


@pytest.mark.parametrize(("marked", "name"), TOLD_APART)
def test_a_shared_name_goes_by_evidence(marked: str, name: str) -> None:
    assert last(marked).name == name


def test_an_office_holder_is_not_the_spouse_who_bears_the_name() -> None:
    found = last("President Quill spoke. His wife, Ada Quill, sat with him. ⟦President Quill⟧ said no.")
    assert found.name != "Ada Quill"


def test_look_alike_letters_are_another_name() -> None:
    cyrillic = "Qu\u0456ll"  # with the Cyrillic letter that looks like i
    found = last(f"Mayor Ada Quill came. ⟦{cyrillic}⟧ said no.")
    assert found.name != "Ada Quill"
    assert "Ada Quill" not in found.candidates


def test_a_name_of_another_script_form_is_kept_as_printed() -> None:
    found = last("⟦Ada Qu\u0456ll⟧ said no. Later Ada Quill spoke.")
    assert found.name == "Ada Qu\u0456ll"


def test_composed_and_decomposed_accents_are_one_name() -> None:
    assert last("Zoe\u0308 S\u030cimic\u0301 came. ⟦Šimić⟧ said no.").name == "Zoe\u0308 S\u030cimic\u0301"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Supreme Court Justice Ada Quill said it was late.", "Ada Quill"),
        ("Palace Chief of Staff Ada Quill said it was late.", "Ada Quill"),
        ("Harbour Alderman Ezra J. Holm said it was late.", "Ezra J. Holm"),
        ("Quay County Supervisor of Elections Ada Quill said it was late.", "Ada Quill"),
    ],
)
def test_a_title_in_front_is_no_part_of_the_name(text: str, name: str) -> None:
    end = text.index(" said")
    (found,) = resolve(text, [Mention(((0, end),), ((end + 1, end + 5),), ((end + 6, len(text) - 1),))])
    assert found.name == name
