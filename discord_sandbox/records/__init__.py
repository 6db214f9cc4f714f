"""What things are, in Discord's own terms: people, channels, messages, interactions, and the JSON they travel as."""
