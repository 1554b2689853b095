"""What the rooms hand on to each other. Imports none of ours but errors."""
