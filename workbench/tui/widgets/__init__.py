"""Widgets: what draws. Each gets values and reports what the user did; none knows the app."""
