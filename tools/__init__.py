"""What writes the generated parts of the source; nothing of it is needed to run the bot."""
