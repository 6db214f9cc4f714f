"""A page on which a person talks to the bot as on Discord."""
