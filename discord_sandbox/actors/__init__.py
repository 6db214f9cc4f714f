"""People who use the bot as Discord's own client would let them."""
