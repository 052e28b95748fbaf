"""Who takes part: the members and their cards, invites from the first question to the link."""

from handlers.buttons import people as buttons
from handlers.routes import tapped
from handlers.talk import Talk
from services import invites
from services import people as members


async def people(talk: Talk, _words: str) -> None:
    await talk.act(members.show)


@tapped(buttons.TurnPeople)
async def turn(talk: Talk, tap: buttons.TurnPeople) -> None:
    await talk.act(members.show, page=tap.page, card=talk.origin.message_id)


@tapped(buttons.OpenPerson)
async def open_person(talk: Talk, tap: buttons.OpenPerson) -> None:
    await talk.act(members.open_card, person=tap.person, page=tap.page, card=talk.origin.message_id)


@tapped(buttons.AskRevoke)
async def ask_revoke(talk: Talk, tap: buttons.AskRevoke) -> None:
    card = talk.origin.message_id
    await talk.act(members.open_card, person=tap.person, page=tap.page, card=card, revoking=True)


@tapped(buttons.Revoke)
async def revoke(talk: Talk, tap: buttons.Revoke) -> None:
    await talk.act(members.revoke, person=tap.person, page=tap.page, card=talk.origin.message_id)
    talk.answer("answer-revoked")


@tapped(buttons.BeginInvite)
async def begin_invite(talk: Talk, _tap: buttons.BeginInvite) -> None:
    await talk.act(invites.begin)


@tapped(buttons.ChooseInviteRole)
async def choose_role(talk: Talk, tap: buttons.ChooseInviteRole) -> None:
    await talk.act(invites.choose_role, invite=tap.invite, role=tap.role)


@tapped(buttons.ChooseInviteSite)
async def choose_site(talk: Talk, tap: buttons.ChooseInviteSite) -> None:
    await talk.act(invites.choose_site, invite=tap.invite, site=tap.site)


@tapped(buttons.ChooseInviteOrganisation)
async def choose_organisation(talk: Talk, tap: buttons.ChooseInviteOrganisation) -> None:
    await talk.act(invites.choose_organisation, invite=tap.invite, organisation=tap.organisation)


@tapped(buttons.TurnOrganisations)
async def turn_organisations(talk: Talk, tap: buttons.TurnOrganisations) -> None:
    await talk.act(invites.turn_organisations, invite=tap.invite, page=tap.page, card=talk.origin.message_id)


@tapped(buttons.NameOrganisation)
async def name_organisation(talk: Talk, tap: buttons.NameOrganisation) -> None:
    await talk.act(invites.ask_organisation, invite=tap.invite)
    talk.answer("answer-write-organisation")


@tapped(buttons.StepBackInInvite)
async def step_back(talk: Talk, tap: buttons.StepBackInInvite) -> None:
    await talk.act(invites.step_back, invite=tap.invite)


@tapped(buttons.ShowInvitePicture)
async def show_picture(talk: Talk, tap: buttons.ShowInvitePicture) -> None:
    await talk.act(invites.show_picture, invite=tap.invite)


@tapped(buttons.CancelInvite)
async def cancel_invite(talk: Talk, tap: buttons.CancelInvite) -> None:
    await talk.act(invites.cancel, invite=tap.invite)
