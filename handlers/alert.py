"""The strategist's conversation about an alert, and the recipient's one tap."""

from domain.alerts import Recall
from domain.ledger import Answer
from handlers.buttons import alert as buttons
from handlers.routes import tapped
from handlers.talk import Talk
from services import alert_drafts, alerts, answers, exports, ledgers, templates
from services.answers import Given


async def compose(talk: Talk, _words: str) -> None:
    await talk.act(alert_drafts.compose)


@tapped(buttons.ComposeAlert)
async def compose_by_tap(talk: Talk, _tap: buttons.ComposeAlert) -> None:
    await talk.act(alert_drafts.compose)


@tapped(buttons.AskAlert)
async def ask(talk: Talk, tap: buttons.AskAlert) -> None:
    place = {"alert": tap.alert, "screen": tap.screen, "page": tap.page, "within": tap.within}
    await talk.act(alert_drafts.ask, card=talk.origin.message_id, **place)


@tapped(buttons.ChooseLevel)
async def choose_level(talk: Talk, tap: buttons.ChooseLevel) -> None:
    await talk.act(alert_drafts.choose_level, alert=tap.alert, level=tap.level)


@tapped(buttons.ChooseLasts)
async def choose_lasts(talk: Talk, tap: buttons.ChooseLasts) -> None:
    await talk.act(alert_drafts.choose_lasts, alert=tap.alert, hours=tap.hours)


@tapped(buttons.ChooseGoal)
async def choose_goal(talk: Talk, tap: buttons.ChooseGoal) -> None:
    await talk.act(alert_drafts.choose_goal, alert=tap.alert, whose=tap.whose, minutes=tap.minutes)


@tapped(buttons.MarkDrill)
async def mark_drill(talk: Talk, tap: buttons.MarkDrill) -> None:
    await talk.act(alert_drafts.mark_drill, alert=tap.alert, wanted=tap.wanted)


@tapped(buttons.RemovePhoto)
async def remove_photo(talk: Talk, tap: buttons.RemovePhoto) -> None:
    await talk.act(alert_drafts.remove_photo, alert=tap.alert)


@tapped(buttons.ChooseAlertDay)
async def choose_day(talk: Talk, tap: buttons.ChooseAlertDay) -> None:
    await talk.act(alert_drafts.choose_day, alert=tap.alert, day=tap.day, zone=talk.house.zone)


@tapped(buttons.ChooseAlertHour)
async def choose_hour(talk: Talk, tap: buttons.ChooseAlertHour) -> None:
    await talk.act(alert_drafts.choose_hour, alert=tap.alert, hour=tap.hour, zone=talk.house.zone)


@tapped(buttons.PickAlertSite)
async def pick_site(talk: Talk, tap: buttons.PickAlertSite) -> None:
    await talk.act(alert_drafts.pick_site, alert=tap.alert, site=tap.site, wanted=tap.wanted)


@tapped(buttons.PickAlertRole)
async def pick_role(talk: Talk, tap: buttons.PickAlertRole) -> None:
    await talk.act(alert_drafts.pick_role, alert=tap.alert, role=tap.role, wanted=tap.wanted)


@tapped(buttons.PickAlertOrganisation)
async def pick_organisation(talk: Talk, tap: buttons.PickAlertOrganisation) -> None:
    await talk.act(alert_drafts.pick_organisation, alert=tap.alert, organisation=tap.organisation, wanted=tap.wanted)


@tapped(buttons.PickAlertPerson)
async def pick_person(talk: Talk, tap: buttons.PickAlertPerson) -> None:
    await talk.act(alert_drafts.pick_person, alert=tap.alert, person=tap.person, wanted=tap.wanted)


@tapped(buttons.UseTemplate)
async def use_template(talk: Talk, tap: buttons.UseTemplate) -> None:
    await talk.act(alert_drafts.use_template, alert=tap.alert, template=tap.template)


@tapped(buttons.OrderAlert)
async def order(talk: Talk, tap: buttons.OrderAlert) -> None:
    await talk.act(alert_drafts.order, alert=tap.alert, version=tap.version)
    talk.answer("answer-alert-ordered")


@tapped(buttons.CallBackAlert)
async def call_back(talk: Talk, tap: buttons.CallBackAlert) -> None:
    await talk.act(alerts.call_back, alert=tap.alert)


@tapped(buttons.HurryAlert)
async def hurry(talk: Talk, tap: buttons.HurryAlert) -> None:
    await talk.act(alerts.hurry, alert=tap.alert)


@tapped(buttons.DiscardAlert)
async def discard(talk: Talk, tap: buttons.DiscardAlert) -> None:
    await talk.act(alert_drafts.discard, alert=tap.alert)


@tapped(buttons.AnswerAlert)
async def answer(talk: Talk, tap: buttons.AnswerAlert) -> None:
    told = {"alert": tap.alert, "edition": tap.edition, "answer": tap.answer}
    given = await talk.act(answers.give, card=talk.origin.message_id, **told)
    _thank(talk, given)


@tapped(buttons.OpenHelp)
async def open_help(talk: Talk, tap: buttons.OpenHelp) -> None:
    await talk.act(answers.open_need, alert=tap.alert, person=tap.person, card=talk.origin.message_id)


@tapped(buttons.ShowAlert)
async def show(talk: Talk, tap: buttons.ShowAlert) -> None:
    await talk.act(ledgers.show, alert=tap.alert, card=talk.origin.message_id)


@tapped(buttons.ShowAlerts)
async def show_recent(talk: Talk, tap: buttons.ShowAlerts) -> None:
    await talk.act(ledgers.show_recent, page=tap.page, card=talk.origin.message_id)


@tapped(buttons.ShowNames)
async def show_names(talk: Talk, tap: buttons.ShowNames) -> None:
    place = {"alert": tap.alert, "entry": tap.entry, "page": tap.page}
    await talk.act(ledgers.show_names, card=talk.origin.message_id, **place)


@tapped(buttons.AskAlertCorrection)
async def ask_correction(talk: Talk, tap: buttons.AskAlertCorrection) -> None:
    await talk.act(alerts.ask_correction, alert=tap.alert)
    talk.answer("answer-write-correction")


@tapped(buttons.CorrectAlert)
async def correct(talk: Talk, tap: buttons.CorrectAlert) -> None:
    await talk.act(alerts.correct, alert=tap.alert, version=tap.version)


@tapped(buttons.DropAlertCorrection)
async def drop_correction(talk: Talk, tap: buttons.DropAlertCorrection) -> None:
    await talk.act(alerts.drop_correction, alert=tap.alert)


@tapped(buttons.AskRecall)
async def ask_recall(talk: Talk, tap: buttons.AskRecall) -> None:
    await talk.act(ledgers.ask_recall, alert=tap.alert, recall=tap.recall, card=talk.origin.message_id)


@tapped(buttons.RecallAlert)
async def recall(talk: Talk, tap: buttons.RecallAlert) -> None:
    deed = alerts.call_off if tap.recall is Recall.CALL_OFF else alerts.withdraw
    await talk.act(deed, alert=tap.alert, card=talk.origin.message_id)


@tapped(buttons.AskExport)
async def ask_export(talk: Talk, tap: buttons.AskExport) -> None:
    await talk.act(exports.ask, alert=tap.alert, form=tap.form, card=talk.origin.message_id)


@tapped(buttons.ExportAlert)
async def export(talk: Talk, tap: buttons.ExportAlert) -> None:
    chosen = {"alert": tap.alert, "form": tap.form, "purpose": tap.purpose}
    await talk.act(exports.export, card=talk.origin.message_id, **chosen)


@tapped(buttons.ShowTemplates)
async def show_templates(talk: Talk, tap: buttons.ShowTemplates) -> None:
    await talk.act(templates.show, alert=tap.alert, template=tap.template, card=talk.origin.message_id)


@tapped(buttons.AskTemplateText)
async def ask_template_text(talk: Talk, tap: buttons.AskTemplateText) -> None:
    await talk.act(templates.ask_text, template=tap.template, language=tap.language)
    talk.answer("answer-write-template")


@tapped(buttons.RestoreTemplate)
async def restore_template(talk: Talk, tap: buttons.RestoreTemplate) -> None:
    await talk.act(templates.restore, template=tap.template, card=talk.origin.message_id)


def _thank(talk: Talk, given: Given) -> None:
    if given.is_to_old_text:
        talk.answer("answer-to-old-text")
    elif given.answer is Answer.HELP:
        talk.answer("answer-help-asked")
    else:
        talk.answer("answer-taken-late" if given.is_late else "answer-taken")
