"""From content to HTML: markup, views, plan, templates. Pure, but for reading templates."""
