"""Who and what there is in one sandbox, and what becomes of it: people, places, commands, files, messages."""
