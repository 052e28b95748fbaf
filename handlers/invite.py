"""Invites from the first question to the link, and who waits to be let in by one."""

from domain.views import WaitingPeople
from handlers.buttons import invite as buttons
from handlers.routes import tapped
from handlers.talk import Talk
from services import approval, invites


@tapped(buttons.AskForWhom)
async def ask_for_whom(talk: Talk, tap: buttons.AskForWhom) -> None:
    await talk.act(invites.ask_for_whom, how_many=tap.how_many, card=talk.origin.message_id)


@tapped(buttons.BeginInvite)
async def begin(talk: Talk, tap: buttons.BeginInvite) -> None:
    await talk.act(invites.begin, seats=tap.seats, duty_phone=tap.duty_phone, card=talk.origin.message_id)


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
async def cancel(talk: Talk, tap: buttons.CancelInvite) -> None:
    await talk.act(invites.cancel, invite=tap.invite)


@tapped(buttons.OpenInvite)
async def open_invite(talk: Talk, tap: buttons.OpenInvite) -> None:
    await talk.act(invites.show, invite=tap.invite, card=talk.origin.message_id)


@tapped(buttons.ShowWaiting)
async def show_waiting(talk: Talk, tap: buttons.ShowWaiting) -> None:
    await talk.act(approval.show, invite=tap.invite, after=tap.after, card=talk.origin.message_id)


@tapped(buttons.ApproveListed)
async def approve(talk: Talk, tap: buttons.ApproveListed) -> None:
    view, card = WaitingPeople(tap.invite, tap.after), talk.origin.message_id
    talk.answer(await talk.act(approval.approve, person=tap.person, view=view, card=card))


@tapped(buttons.DenyListed)
async def deny(talk: Talk, tap: buttons.DenyListed) -> None:
    view, card = WaitingPeople(tap.invite, tap.after), talk.origin.message_id
    await talk.act(approval.deny, person=tap.person, view=view, card=card)
    talk.answer("answer-denied")


@tapped(buttons.ApproveAll)
async def approve_all(talk: Talk, tap: buttons.ApproveAll) -> None:
    page = {"invite": tap.invite, "after": tap.after, "last": tap.last}
    talk.answer(await talk.act(approval.approve_all, **page, card=talk.origin.message_id))
