"""The terminal interface. It only translates: a key becomes a session call, and what that touched is drawn again."""
