"""How long answers take, how many there are in a second, and what they cost, beside a bare discord.py bot."""
