"""The review as a conversation of plain lines, for screen readers, braille displays, and scripts."""
