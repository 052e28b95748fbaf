"""The rota, site by site: who is called for what is serious."""

from handlers.buttons import rota as buttons
from handlers.routes import tapped
from handlers.talk import Talk
from services import rota


@tapped(buttons.ShowRotas)
async def show_sites(talk: Talk, tap: buttons.ShowRotas) -> None:
    await talk.act(rota.show_sites, page=tap.page, card=talk.origin.message_id)


@tapped(buttons.ShowRota)
async def show(talk: Talk, tap: buttons.ShowRota) -> None:
    await talk.act(rota.show, site=tap.site, card=talk.origin.message_id)


@tapped(buttons.ShowRotaNights)
async def show_nights(talk: Talk, tap: buttons.ShowRotaNights) -> None:
    await talk.act(rota.show_nights, site=tap.site, card=talk.origin.message_id)


@tapped(buttons.ShowRotaSlot)
async def show_slot(talk: Talk, tap: buttons.ShowRotaSlot) -> None:
    await talk.act(rota.show_slot, site=tap.site, slot=tap.slot, page=tap.page, card=talk.origin.message_id)


@tapped(buttons.AddToRota)
async def add(talk: Talk, tap: buttons.AddToRota) -> None:
    await talk.act(rota.add, site=tap.site, slot=tap.slot, person=tap.person, card=talk.origin.message_id)


@tapped(buttons.ClearRota)
async def clear(talk: Talk, tap: buttons.ClearRota) -> None:
    await talk.act(rota.clear, site=tap.site, slot=tap.slot, card=talk.origin.message_id)
