"""Rules of agreements, contacts, expected shifts and rights to read, asked of the services directly."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from domain.organisations import USUAL_PURPOSE, Asking
from domain.people import EVERY_ORGANISATION, EVERY_SITE, Person, Role
from domain.refusals import NotAllowed, Refusal, Stale
from services import additions, agreements, contacts, drafts, organisations, reading
from storage import Db, people
from storage import organisations as store
from storage import reports as kept
from storage.tables import audit, messages
from tests.town import ANNA, KARIN, MARIA, YUSUF, Member, join, town_of

NOW = datetime(2026, 11, 27, 14, 0, tzinfo=UTC)
TODAY = date(2026, 11, 27)
PER = Member(id=106, name="Per Ahlgren", role=Role.PARTNER, organisation="Polisen")
ELIN = Member(id=107, name="Elin Nord", role=Role.STRATEGIST, sites=(EVERY_SITE,), organisation="Trollhättans Stad")
OSKAR = Member(id=108, name="Oskar Lund", role=Role.PARTNER, organisation="Trollhättans Stad")


@pytest.fixture
def db() -> Iterator[Db]:
    with town_of((ANNA, YUSUF, KARIN, MARIA, PER, OSKAR), now=NOW) as connection:
        yield connection


def of(db: Db, member: Member) -> Person:
    found = people.by_chat(db, member.id)
    assert found is not None
    return found


def does(db: Db, who: Member, deed: Callable[..., Any], **details: Any) -> Any:
    return deed(db, of(db, who), now=NOW, **details)


def ends(db: Db, member: Member) -> int:
    number = of(db, member).organisation_id
    does(db, MARIA, agreements.end, organisation=number, card=None)
    return number


def agrees(db: Db, number: int, *, on: date = TODAY) -> None:
    does(db, MARIA, agreements.set_purpose, organisation=number, purpose=USUAL_PURPOSE, card=None)
    does(db, MARIA, agreements.choose_area, organisation=number, site="overby", card=None)
    does(db, MARIA, agreements.agree, organisation=number, day=on, card=None)


def appoints(db: Db, member: Member, *, wanted: bool = True) -> None:
    does(db, MARIA, contacts.appoint, person=of(db, member).id, wanted=wanted)


def noted(db: Db, act: str) -> int:
    return len(db.execute(select(audit).where(audit.c.act == act)).all())


def told(db: Db, member: Member, kind: str) -> int:
    mine = (messages.c.person_id == of(db, member).id, messages.c.kind == kind)
    return len(db.execute(select(messages).where(*mine)).all())


def test_the_end_of_an_agreement_is_the_end_of_taking_part_and_a_new_one_undoes_it(db: Db) -> None:
    appoints(db, ANNA)
    number = ends(db, ANNA)
    assert not of(db, ANNA).is_member
    assert not of(db, YUSUF).is_member
    assert of(db, KARIN).is_member

    agrees(db, number)
    anna = of(db, ANNA)
    assert anna.is_member
    assert anna.contact_for == {number}
    assert noted(db, agreements.NOTED) == 1


def test_who_has_lost_the_phone_does_not_come_back_without_an_agreement(db: Db) -> None:
    people.change(db, of(db, ANNA).id, chat_id=None)
    ends(db, YUSUF)

    [anna] = [each for each in people.of_organisation(db, of(db, YUSUF).organisation_id) if each.id != of(db, YUSUF).id]
    assert anna.is_waiting


def test_who_answers_for_every_site_needs_no_agreement(db: Db) -> None:
    ends(db, OSKAR)

    assert of(db, MARIA).is_member
    assert not of(db, OSKAR).is_member


def test_nobody_comes_in_by_an_agreement_who_was_not_approved_or_was_revoked(db: Db) -> None:
    number = ends(db, ANNA)
    people.change(db, of(db, YUSUF).id, approved_at=None)
    people.change(db, of(db, ANNA).id, revoked_at=NOW)

    agrees(db, number)

    assert not of(db, YUSUF).is_member
    assert not of(db, ANNA).is_member


def test_an_agreement_stands_only_with_all_that_was_asked(db: Db) -> None:
    number = ends(db, ANNA)
    with pytest.raises(Stale):
        does(db, MARIA, agreements.agree, organisation=number, day=TODAY, card=None)
    assert store.by_id(db, number).agreed_on is None


def test_noted_twice_it_is_once_and_a_change_is_a_change(db: Db) -> None:
    number = ends(db, ANNA)
    agrees(db, number)
    agrees(db, number)
    assert (noted(db, agreements.NOTED), noted(db, agreements.CHANGED)) == (1, 0)

    agrees(db, number, on=TODAY - timedelta(days=1))
    assert (noted(db, agreements.NOTED), noted(db, agreements.CHANGED)) == (1, 1)


@pytest.mark.parametrize("written", ["i går", "2026-13-01", "20261102", ""])
def test_what_is_no_day_is_refused(db: Db, written: str) -> None:
    number = of(db, ANNA).organisation_id
    with pytest.raises(Refusal, match="refusal-agreed-day"):
        does(db, MARIA, agreements.write_day, organisation=number, written=written)


def test_the_day_is_that_of_the_municipalitys_clocks(db: Db) -> None:
    number = of(db, ANNA).organisation_id
    store.change(db, number, agreed_purpose=USUAL_PURPOSE, agreed_area=EVERY_SITE)
    late = datetime(2026, 11, 27, 23, 30, tzinfo=UTC)

    agreements.agree(db, of(db, MARIA), organisation=number, day=date(2026, 11, 28), card=None, now=late)

    assert store.by_id(db, number).agreed_on == date(2026, 11, 28)


def test_a_contact_manages_the_own_organisation_and_nothing_of_its_agreement(db: Db) -> None:
    appoints(db, ANNA)
    own, other = of(db, ANNA).organisation_id, of(db, KARIN).organisation_id
    assert [each.id for each in organisations.overseen(db, of(db, ANNA), now=NOW)] == [own]
    shifts = {"site": "overby", "weekday": 4, "shifts": 2}
    does(db, ANNA, organisations.expect_shifts, organisation=own, **shifts)
    assert store.expected_of(db, own, site="overby") == {4: 2}

    refused: list[tuple[Callable[..., Any], dict[str, Any]]] = [
        (organisations.expect_shifts, {"organisation": other, **shifts}),
        (organisations.expect_as_on_monday, {"organisation": other, "site": "overby"}),
        (organisations.open_card, {"organisation": other, "card": None}),
        (organisations.open_card, {"organisation": own, "card": None, "asking": Asking.ENDED}),
        (organisations.report_structured_only, {"organisation": own, "wanted": True, "card": None}),
        (agreements.ask, {"organisation": own, "asking": Asking.DAY, "card": None}),
        (agreements.agree, {"organisation": own, "day": TODAY, "card": None}),
        (agreements.end, {"organisation": own, "card": None}),
        (contacts.appoint, {"person": of(db, YUSUF).id, "wanted": True}),
        (contacts.show_members, {"organisation": own, "page": 0, "card": None}),
        (contacts.add_named, {"organisation": other, "name": "Arne"}),
        (reading.let_read, {"person": of(db, PER).id, "organisation": own, "wanted": True}),
        (reading.name_police, {"person": of(db, PER).id, "wanted": True}),
    ]
    for deed, details in refused:
        with pytest.raises(NotAllowed):
            does(db, ANNA, deed, **details)


def test_who_is_contact_no_longer_manages_nothing_the_same_minute(db: Db) -> None:
    appoints(db, ANNA)
    appoints(db, ANNA)
    appoints(db, ANNA, wanted=False)

    with pytest.raises(NotAllowed):
        does(db, ANNA, organisations.show)
    assert (noted(db, "contact_appointed"), told(db, ANNA, "ContactNews")) == (2, 2)


def test_a_duty_phone_is_nobodys_contact(db: Db) -> None:
    people.change(db, of(db, ANNA).id, is_duty_phone=True)
    with pytest.raises(NotAllowed):
        appoints(db, ANNA)


@pytest.mark.parametrize(
    ("weekday", "shifts", "site"), [(7, 1, "overby"), (0, 7, "overby"), (0, -1, "overby"), (0, 1, "torp")]
)
def test_shifts_that_no_button_offers_are_refused(db: Db, weekday: int, shifts: int, site: str) -> None:
    number = of(db, ANNA).organisation_id
    with pytest.raises(Stale):
        does(db, MARIA, organisations.expect_shifts, organisation=number, site=site, weekday=weekday, shifts=shifts)


def test_people_without_telegram_are_named_once_and_are_no_members(db: Db) -> None:
    number = of(db, ANNA).organisation_id
    for name in ("Arne Bok", " arne  bok "):
        does(db, MARIA, contacts.add_named, organisation=number, name=name)
    found = organisations.staff(db, of(db, MARIA), number)
    assert [each.name for each in found.without_telegram] == ["Arne Bok"]
    assert "Arne Bok" not in {each.name for each in found.members}

    for _ in range(2):
        does(db, MARIA, contacts.remove_named, person=found.without_telegram[0].id, card=None)
    assert not organisations.staff(db, of(db, MARIA), number).without_telegram
    assert noted(db, "person_removed") == 1


def test_somebody_with_a_phone_is_not_removed_as_if_without(db: Db) -> None:
    with pytest.raises(NotAllowed):
        does(db, MARIA, contacts.remove_named, person=of(db, ANNA).id, card=None)
    assert of(db, ANNA).is_member


def test_who_reports_without_texts_can_add_none_in_any_way(db: Db) -> None:
    number = of(db, ANNA).organisation_id
    for _ in range(2):
        does(db, MARIA, organisations.report_structured_only, organisation=number, wanted=True, card=None)
    draft = does(db, ANNA, drafts.begin)
    photo = {"file_id": "f", "file_unique_id": "u", "album": None, "caption": None}
    for deed, details in ((additions.add_text, {"text": "Ord"}), (additions.add_photo, photo)):
        with pytest.raises(Refusal, match="refusal-structured-only"):
            does(db, ANNA, deed, **details)
    found = kept.by_id(db, draft)
    assert found
    assert (found.text, found.photos) == (None, ())
    assert noted(db, "structured_only_set") == 1


def test_a_police_contact_reads_everything_until_it_ends(db: Db) -> None:
    per = of(db, PER).id
    for wanted in (True, True, False, False):
        does(db, MARIA, reading.name_police, person=per, wanted=wanted)
        assert (of(db, PER).is_police, of(db, PER).may_read_texts_of(1, site="overby")) == (wanted, wanted)
    assert (noted(db, "police_named"), noted(db, "police_ended")) == (1, 1)
    assert told(db, PER, "TextRightsNews") == 2


def test_the_right_to_read_is_given_one_organisation_at_a_time(db: Db) -> None:
    per, trygg = of(db, PER).id, of(db, ANNA).organisation_id
    for _ in range(2):
        does(db, MARIA, reading.let_read, person=per, organisation=trygg, wanted=True)
    assert of(db, PER).reads == {trygg}
    does(db, MARIA, reading.let_read, person=per, organisation=trygg, wanted=False)
    assert of(db, PER).reads == set()
    assert noted(db, "text_right_given") == 2


@pytest.mark.parametrize("member", [ANNA, KARIN], ids=["guard", "manager"])
def test_who_is_neither_partner_nor_strategist_reads_what_is_released_only(db: Db, member: Member) -> None:
    with pytest.raises(NotAllowed):
        does(db, MARIA, reading.let_read, person=of(db, member).id, organisation=EVERY_ORGANISATION, wanted=True)


def test_somebody_must_read_everything(db: Db) -> None:
    taking = {"person": of(db, MARIA).id, "organisation": EVERY_ORGANISATION, "wanted": False}
    with pytest.raises(Refusal, match="refusal-last-reader"):
        does(db, MARIA, reading.let_read, **taking)
    join(db, ELIN, now=NOW)

    does(db, MARIA, reading.let_read, **taking)

    assert of(db, MARIA).reads == set()
    with pytest.raises(Refusal, match="refusal-last-reader"):
        does(db, ELIN, reading.let_read, **taking | {"person": of(db, ELIN).id})
