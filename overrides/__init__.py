"""How the rules and the Markdown become a site."""
