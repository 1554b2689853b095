"""The door for assistants: the questions as read-only tools of the Model Context Protocol, answers with evidence."""
