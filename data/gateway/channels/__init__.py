"""Adapters that carry a message beyond this desk; every one is a Carrier of data.rules.channels."""
