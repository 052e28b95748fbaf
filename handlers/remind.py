"""The conversation about a reminder: made by one, done by any of those whom it is for."""

from handlers.buttons import remind as buttons
from handlers.routes import tapped
from handlers.talk import Talk
from services import reminders


async def compose(talk: Talk, _words: str) -> None:
    await talk.act(reminders.compose)


@tapped(buttons.AskReminder)
async def ask(talk: Talk, tap: buttons.AskReminder) -> None:
    await talk.act(reminders.ask, reminder=tap.reminder, screen=tap.screen)


@tapped(buttons.PickReminderSite)
async def pick_site(talk: Talk, tap: buttons.PickReminderSite) -> None:
    await talk.act(reminders.pick_site, reminder=tap.reminder, site=tap.site, wanted=tap.wanted)


@tapped(buttons.PickReminderRole)
async def pick_role(talk: Talk, tap: buttons.PickReminderRole) -> None:
    await talk.act(reminders.pick_role, reminder=tap.reminder, role=tap.role, wanted=tap.wanted)


@tapped(buttons.RemindOnlyMe)
async def only_me(talk: Talk, tap: buttons.RemindOnlyMe) -> None:
    await talk.act(reminders.only_me, reminder=tap.reminder)


@tapped(buttons.ChooseDay)
async def choose_day(talk: Talk, tap: buttons.ChooseDay) -> None:
    await talk.act(reminders.choose_day, reminder=tap.reminder, day=tap.day, zone=talk.house.zone)


@tapped(buttons.ChooseHour)
async def choose_hour(talk: Talk, tap: buttons.ChooseHour) -> None:
    await talk.act(reminders.choose_hour, reminder=tap.reminder, hour=tap.hour, zone=talk.house.zone)


@tapped(buttons.SetReminder)
async def confirm(talk: Talk, tap: buttons.SetReminder) -> None:
    await talk.act(reminders.confirm, reminder=tap.reminder, version=tap.version, zone=talk.house.zone)
    talk.answer("answer-reminder-set")


@tapped(buttons.DiscardReminder)
async def discard(talk: Talk, tap: buttons.DiscardReminder) -> None:
    await talk.act(reminders.discard, reminder=tap.reminder)


@tapped(buttons.FinishReminder)
async def finish(talk: Talk, tap: buttons.FinishReminder) -> None:
    done = await talk.act(reminders.finish, reminder=tap.reminder, card=talk.origin.message_id)
    talk.answer("answer-done" if done.first else "answer-done-before", name=done.name)
