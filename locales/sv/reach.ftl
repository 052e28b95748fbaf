# Varför någon inte nås
unreachable-blocked = har blockerat boten
unreachable-deactivated = har avslutat sitt Telegramkonto
unreachable-never_started = har aldrig startat boten
unreachable-no_chat = har ingen chatt med boten
