"""Who takes part: the list, a person's card, who waits, sites and roles, and the end of it."""

from domain.views import PersonCard, PostsCard
from handlers.buttons import people as buttons
from handlers.routes import tapped
from handlers.talk import Talk
from services import approval, posts
from services import people as members


async def people(talk: Talk, _words: str) -> None:
    await talk.act(members.show)


@tapped(buttons.TurnPeople)
async def turn(talk: Talk, tap: buttons.TurnPeople) -> None:
    await talk.act(members.show, page=tap.page, card=talk.origin.message_id)


@tapped(buttons.OpenPerson)
async def open_person(talk: Talk, tap: buttons.OpenPerson) -> None:
    view = PersonCard(tap.person, tap.page)
    await talk.act(members.open_card, view=view, card=talk.origin.message_id)


@tapped(buttons.AskRevoke)
async def ask_revoke(talk: Talk, tap: buttons.AskRevoke) -> None:
    view = PersonCard(tap.person, tap.page, revoking=True)
    await talk.act(members.open_card, view=view, card=talk.origin.message_id)


@tapped(buttons.Revoke)
async def revoke(talk: Talk, tap: buttons.Revoke) -> None:
    await talk.act(members.revoke, person=tap.person, page=tap.page, card=talk.origin.message_id)
    talk.answer("answer-revoked")


@tapped(buttons.Approve)
async def approve(talk: Talk, tap: buttons.Approve) -> None:
    view, card = PersonCard(tap.person, tap.page), talk.origin.message_id
    talk.answer(await talk.act(approval.approve, person=tap.person, view=view, card=card))


@tapped(buttons.Deny)
async def deny(talk: Talk, tap: buttons.Deny) -> None:
    view, card = PersonCard(tap.person, tap.page), talk.origin.message_id
    await talk.act(approval.deny, person=tap.person, view=view, card=card)
    talk.answer("answer-denied")


@tapped(buttons.ShowPosts)
async def show_posts(talk: Talk, tap: buttons.ShowPosts) -> None:
    await talk.act(posts.show, view=PostsCard(tap.person), card=talk.origin.message_id)


@tapped(buttons.AddPost)
async def add_post(talk: Talk, tap: buttons.AddPost) -> None:
    await talk.act(posts.show, view=PostsCard(tap.person, adding=True), card=talk.origin.message_id)


@tapped(buttons.ChoosePost)
async def choose_post(talk: Talk, tap: buttons.ChoosePost) -> None:
    await talk.act(posts.show, view=PostsCard(tap.person, tap.site), card=talk.origin.message_id)


@tapped(buttons.GivePost)
async def give_post(talk: Talk, tap: buttons.GivePost) -> None:
    post = PostsCard(tap.person, tap.site)
    await talk.act(posts.give, post=post, role=tap.role, card=talk.origin.message_id)
    talk.answer("answer-posts-changed")


@tapped(buttons.TakePost)
async def take_post(talk: Talk, tap: buttons.TakePost) -> None:
    await talk.act(posts.take, post=PostsCard(tap.person, tap.site), card=talk.origin.message_id)
    talk.answer("answer-posts-changed")
