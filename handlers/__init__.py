"""Talks: unpacks what a phone sent, asks a service, shows the answer."""
