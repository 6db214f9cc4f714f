"""The websocket on which the bot hears of everything."""
